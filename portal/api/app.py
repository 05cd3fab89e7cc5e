"""Puts the API together. Reflex's own application is mounted behind it, so what is not ours falls through."""

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route

from portal.account.routes import account_routes
from portal.api import asking, health, rules, sections
from portal.api.documented import describe
from portal.api.guards import BodyGuard, RateGuard
from portal.api.headers import ResponseHeaders
from portal.api.problems import ProblemError, from_http, from_problem, from_validation, problem
from portal.api.request_log import RequestLog
from portal.api.site import PageAddresses
from portal.api.socket_guard import SocketGuard
from portal.settings import Settings, settings
from portal.signing_in import sign_in_routes

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
# Ours alone: an address below these that no endpoint takes must not fall through to the pages.
CLOSED = ("/api", "/api/{rest:path}", "/healthz", "/readyz")


def build_api(chosen: Settings | None = None) -> FastAPI:
    """The API as an application of its own: hand it to `rx.App(api_transformer=…)`.

    Nothing runs at its start: opening the index (`portal.knowing.warm_up`) is a lifespan task of the whole.
    """
    chosen = chosen or settings()
    app = FastAPI(
        title="Hjälpmedelsportalen",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        exception_handlers={
            ProblemError: from_problem,
            HTTPException: from_http,
            RequestValidationError: from_validation,
        },
    )
    for part in (asking, sections, rules, health):
        app.include_router(part.router)
    describe(app)
    app.router.routes += [*sign_in_routes(chosen), *account_routes()]
    for path in CLOSED:
        app.router.routes.append(Route(path, _not_taken, methods=METHODS, include_in_schema=False))
    # The last added is the outermost.
    app.add_middleware(PageAddresses, directory=chosen.site_dir)
    app.add_middleware(RateGuard, proxy_hops=chosen.proxy_hops)
    app.add_middleware(BodyGuard, most=chosen.max_body_bytes)
    app.add_middleware(SocketGuard, settings=chosen)
    app.add_middleware(RequestLog, settings=chosen)
    app.add_middleware(ResponseHeaders, settings=chosen)
    return app


async def _not_taken(request: Request) -> Response:
    """405 with the methods that the address takes, or 404 when it takes none."""
    allowed = [method for method in METHODS if _takes(request, method)]
    if not allowed:
        return problem(404)
    return problem(405, headers={"Allow": ", ".join(allowed)})


def _takes(request: Request, method: str) -> bool:
    scope = {**request.scope, "method": method, "path_params": {}}
    others = (
        route for route in request.app.router.routes if getattr(route, "endpoint", None) is not _not_taken
    )
    return any(
        route.matches(scope)[0] is Match.FULL for route in others if getattr(route, "path", None) != ""
    )
