"""How the API's problems stand in its OpenAPI description."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from portal.api.problems import MEDIA_TYPE
from portal.api.schemas import Problem

_MEANINGS = {
    404: "No such section, or none valid on the day.",
    413: "The request body is too large.",
    422: "Something in the request is wrong; see errors.",
    429: "Too many calls; wait as long as Retry-After says.",
    503: "Not ready yet; try again after Retry-After seconds.",
}
VERSION = "1.0.0"
DESCRIPTION = (
    "Ask the handbook of assistive devices, read its sections, price a private rental and see who pays. "
    "Everything is answered for a day (`as_of`), by default today in Europe/Stockholm. Nothing personal is "
    "taken or given. Errors are problem details (RFC 9457) with Swedish texts."
)


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of an endpoint that can answer with these problems; 422 and 429 always can."""
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {
        status: {"description": _MEANINGS[status], "content": {MEDIA_TYPE: schema}}
        for status in sorted({422, 429, *statuses})
    }


def describe(app: FastAPI) -> None:
    """Give `app` an OpenAPI description that holds the Problem schema and no other error shape."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = get_openapi(title=app.title, version=VERSION, description=DESCRIPTION, routes=app.routes)
            template = "#/components/schemas/{model}"
            schema = Problem.model_json_schema(ref_template=template)
            made["components"]["schemas"].update(schema.pop("$defs", {}))
            made["components"]["schemas"]["Problem"] = schema
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
