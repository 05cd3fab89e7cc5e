"""What a request must pass before anything of it is parsed: its rate, and its size and pace."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from portal import rate_limits
from portal.api.problems import problem, too_many
from portal.rate_limits import RateLimit, client_key

ASK = "/api/v1/ask"
PREFIX = "/api/"
SECONDS_FOR_BODY = 20.0
LONGEST_LENGTH = 12


class RateGuard:
    """Pure ASGI middleware: 429 to a client that calls the API too often."""

    def __init__(self, app: ASGIApp, *, proxy_hops: int) -> None:
        self._app = app
        self._hops = proxy_hops

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        limit = _limit_for(scope)
        if limit is not None:
            seconds = limit().wait(caller(scope, self._hops))
            if seconds:
                await _read_to_end(receive)
                await too_many(seconds)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _limit_for(scope: Scope) -> Callable[[], RateLimit] | None:
    if scope["type"] != "http" or not scope["path"].startswith(PREFIX):
        return None
    return rate_limits.questions if scope["path"] == ASK else rate_limits.calls


async def _read_to_end(receive: Receive) -> None:
    """Take in a body that nobody reads: left lying, it would end the connection under the next request."""
    with suppress(HTTPException):
        while (await receive()).get("more_body", False):
            pass


def caller(scope: Scope, hops: int) -> str:
    """The caller's key; several X-Forwarded-For headers count as one list."""
    forwarded = ",".join(Headers(scope=scope).getlist("x-forwarded-for"))
    peer = scope.get("client")
    return client_key(peer[0] if peer else None, forwarded, hops)


class BodyGuard:
    """Pure ASGI middleware: 413 to a body larger than `most` bytes, 408 to one that is not there in time."""

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
        if len(told) > LONGEST_LENGTH or int(told) > self._most:
            await problem(413)(scope, receive, send)
            return
        arrived, whole, end = 0, False, asyncio.get_running_loop().time() + SECONDS_FOR_BODY

        async def receive_some() -> Message:
            nonlocal arrived, whole
            try:
                # What is waited for after the body is the end of the connection, and may take its time.
                async with asyncio.timeout_at(None if whole else end):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(408) from None
            whole = not message.get("more_body", False)
            arrived += len(message.get("body", b""))
            if arrived > self._most:
                raise HTTPException(413)
            return message

        await self._app(scope, receive_some, send)
