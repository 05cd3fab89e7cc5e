"""What a websocket must pass before Reflex sees it: how many, how fast and how long messages may be.

Every socket has a state of its own in memory, and everything a handler can do is open to whoever has one.
"""

import asyncio
import time
from collections import Counter

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from portal import rate_limits
from portal.api.guards import caller
from portal.settings import Settings

log = structlog.get_logger("portal.sockets")
# All clients together; an idle socket takes about 200 kB.
MOST_IN_ALL = 3000
# A message holds the page's address, once as it stands and once taken apart.
MESSAGES_PER_BODY = 2
# A page sends a handful of messages when it opens, then one for each thing its reader does.
BURST = 100.0
PER_SECOND = 20.0
BYTES_PER_TOKEN = 4096
LARGE = 4096
TRY_LATER, TOO_BIG, NOT_UNDERSTOOD = 1013, 1009, 1003
# The first character of every engine.io packet.
PACKETS = "0123456"
GONE: Message = {"type": "websocket.disconnect"}


class SocketGuard:
    """Pure ASGI middleware: refuses sockets beyond the limits, slows hasty ones, closes malformed ones."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        client = caller(scope, self._settings.proxy_hops)
        if self._is_full(client) or rate_limits.sockets().wait(client):
            log.warning("socket refused", open=self._open.total())
            await receive()
            await send({"type": "websocket.close", "code": TRY_LATER})
            return
        self._open[client] += 1
        try:
            paced = PacedSocket(
                client, receive, send, longest=MESSAGES_PER_BODY * self._settings.max_body_bytes
            )
            await self._app(scope, paced.receive, send)
        finally:
            self._open[client] -= 1
            if not self._open[client]:
                del self._open[client]

    def _is_full(self, client: str) -> bool:
        return self._open[client] >= self._settings.max_sockets or self._open.total() >= MOST_IN_ALL


class PacedSocket:
    """One socket's incoming messages by token bucket: whoever sends faster waits, and nothing is queued."""

    def __init__(self, client: str, receive: Receive, send: Send, *, longest: int) -> None:
        self._client = client
        self._receive = receive
        self._send = send
        self._longest = longest
        self._tokens = BURST
        self._counted = time.monotonic()

    async def receive(self) -> Message:
        """The next message, as soon as its turn has come; after a malformed one the socket is gone."""
        message = await self._receive()
        if message["type"] != "websocket.receive":
            return message
        text = message.get("text")
        if not text or text[0] not in PACKETS:
            return await self._close(NOT_UNDERSTOOD)
        if len(text) > self._longest:
            return await self._close(TOO_BIG)
        if len(text) > LARGE and rate_limits.large_messages().wait(self._client):
            return await self._close(TRY_LATER)
        await self._wait_for_turn(1 + len(text) / BYTES_PER_TOKEN)
        return message

    async def _close(self, code: int) -> Message:
        await self._send({"type": "websocket.close", "code": code})
        return {**GONE, "code": code}

    async def _wait_for_turn(self, price: float) -> None:
        now = time.monotonic()
        self._tokens = min(BURST, self._tokens + (now - self._counted) * PER_SECOND) - price
        self._counted = now
        if self._tokens < 0:
            await asyncio.sleep(-self._tokens / PER_SECOND)
