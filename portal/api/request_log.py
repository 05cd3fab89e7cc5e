"""One log line per request with what is known to be harmless, and the last net for errors nobody expected."""

import time
import uuid

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from portal.api.problems import problem
from portal.api.site import BuiltSite
from portal.settings import Settings

log = structlog.get_logger("portal.requests")
OWN = ("/api/", "/healthz", "/readyz", "/auth/")


class RequestLog:
    """Pure ASGI middleware: an id and a time for each request, and a 500 with the id for an unknown error."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self._app = app
        self._site = BuiltSite(settings.site_dir)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id, began, status = uuid.uuid4().hex, time.perf_counter(), 0

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])
                MutableHeaders(scope=message)["x-request-id"] = request_id
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                await self._app(scope, receive, send_with_id)
            except Exception:
                log.exception("request failed", method=scope["method"], route=self._route(scope))
                if status:
                    raise
                await problem(500, id=request_id)(scope, receive, send_with_id)
            finally:
                taken = round((time.perf_counter() - began) * 1000, 1)
                tell = log.debug if str(scope["path"]).startswith("/assets/") else log.info
                tell("request", method=scope["method"], route=self._route(scope), status=status, ms=taken)

    def _route(self, scope: Scope) -> str:
        """The route's template, or a page known to exist: what somebody typed as an address is never told."""
        path = str(scope["path"])
        if path.startswith(OWN):
            return getattr(scope.get("route"), "path", None) or "unknown"
        if path.startswith("/assets/"):
            return "/assets/*"
        return self._site.address(path) or "unknown"
