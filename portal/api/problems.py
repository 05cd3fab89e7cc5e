"""Problem details (RFC 9457) in Swedish for everything that goes wrong in the API."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, cast

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from portal.texts import api as texts

MEDIA_TYPE = "application/problem+json"


class ProblemError(Exception):
    """Raised by an endpoint to answer with a problem of its own detail."""

    def __init__(self, status: int, detail: str | None = None, *, retry_after: int | None = None) -> None:
        super().__init__(HTTPStatus(status).phrase)
        self.status = status
        self.detail = detail
        self.retry_after = retry_after


def problem(
    status: int, detail: str | None = None, *, headers: Mapping[str, str] | None = None, **further: Any
) -> Response:
    """A problem response; `further` members are added as they are."""
    content = {
        "type": "about:blank",
        "title": texts.TITLES.get(status, texts.OTHER_TITLE),
        "status": status,
        "detail": detail or texts.DETAILS.get(status, texts.OTHER_DETAIL),
        **further,
    }
    return JSONResponse(content, status_code=status, headers=dict(headers or {}), media_type=MEDIA_TYPE)


def too_many(seconds: int) -> Response:
    """429 with the seconds to wait."""
    return problem(429, texts.wait(seconds), headers={"Retry-After": str(seconds)})


async def from_problem(_request: Request, error: Exception) -> Response:
    """Handler of ProblemError."""
    error = cast(ProblemError, error)
    headers = {} if error.retry_after is None else {"Retry-After": str(error.retry_after)}
    return problem(error.status, error.detail, headers=headers)


async def from_http(_request: Request, error: Exception) -> Response:
    """Handler of Starlette's own errors (404, 405, 413 …); their English texts are left out."""
    error = cast(HTTPException, error)
    return problem(error.status_code, headers=error.headers)


async def from_validation(_request: Request, error: Exception) -> Response:
    """Handler of refused input: each error with its place and what to do, never the value sent."""
    error = cast(RequestValidationError, error)
    return problem(422, errors=[_told(one) for one in error.errors()])


def _told(error: Mapping[str, Any]) -> dict[str, str]:
    place: Sequence[object] = error["loc"]
    inner = () if error["type"] == "json_invalid" else place[1:]
    return {"field": ".".join(str(part) for part in inner) or str(place[0]), "detail": _words(error)}


_BY_KIND = {
    "missing": texts.FIELD_MISSING,
    "extra_forbidden": texts.FIELD_UNKNOWN,
    "json_invalid": texts.FIELD_NOT_JSON,
    "string_type": texts.FIELD_NOT_TEXT,
    "string_unicode": texts.FIELD_NOT_TEXT,
    "bool_parsing": texts.FIELD_NOT_BOOLEAN,
    "bool_type": texts.FIELD_NOT_BOOLEAN,
}
_LIMITS = {
    "string_too_long": (texts.FIELD_TOO_LONG, "max_length"),
    "string_too_short": (texts.FIELD_TOO_SHORT, "min_length"),
    "greater_than_equal": (texts.FIELD_TOO_SMALL, "ge"),
    "less_than_equal": (texts.FIELD_TOO_LARGE, "le"),
}


def _words(error: Mapping[str, Any]) -> str:
    """Pydantic's kind of error in Swedish; our own validators raise with Swedish words already."""
    kind, context = str(error["type"]), error.get("ctx") or {}
    if kind == "value_error" and "error" in context:
        return str(context["error"])
    if kind in _LIMITS:
        text, limit = _LIMITS[kind]
        return text.format(limit=context.get(limit, ""))
    if kind in ("enum", "literal_error"):
        return texts.FIELD_NOT_A_CHOICE.format(choices=str(context.get("expected", "")).replace(" or ", ", "))
    if kind.startswith("date"):
        return texts.FIELD_NOT_DATE
    if kind.startswith("int"):
        return texts.FIELD_NOT_NUMBER
    return _BY_KIND.get(kind, texts.FIELD_WRONG)
