"""What a request to the API must pass before anything of it is parsed: its rate, and its size."""

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from portal import rate_limits
from portal.api.problems import problem, too_many
from portal.rate_limits import RateLimit, client_key

ASK = "/api/v1/ask"
PREFIX = "/api/"


class RateGuard:
    """Pure ASGI middleware: 429 to a client that calls the API too often."""

    def __init__(self, app: ASGIApp, *, proxy_hops: int) -> None:
        self._app = app
        self._hops = proxy_hops

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        limit = _limit_for(scope)
        if limit is not None:
            seconds = limit().wait(_client(scope, self._hops))
            if seconds:
                await too_many(seconds)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _limit_for(scope: Scope) -> Callable[[], RateLimit] | None:
    if scope["type"] != "http" or not scope["path"].startswith(PREFIX):
        return None
    return rate_limits.questions if scope["path"] == ASK else rate_limits.calls


def _client(scope: Scope, hops: int) -> str:
    """The caller's key; several X-Forwarded-For headers count as one list."""
    forwarded = ",".join(Headers(scope=scope).getlist("x-forwarded-for"))
    peer = scope.get("client")
    return client_key(peer[0] if peer else None, forwarded, hops)


class BodyGuard:
    """Pure ASGI middleware: 413 to a body larger than `most` bytes, told or found out while it arrives."""

    def __init__(self, app: ASGIApp, *, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = Headers(scope=scope).get("content-length", "0")
        if not (told.isascii() and told.isdigit()):
            await problem(400)(scope, receive, send)
            return
        if int(told) > self._most:
            await problem(413)(scope, receive, send)
            return
        arrived = 0

        async def receive_some() -> Message:
            nonlocal arrived
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > self._most:
                raise HTTPException(413)
            return message

        await self._app(scope, receive_some, send)
