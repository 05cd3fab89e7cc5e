"""A websocket is refused, slowed or closed before anything of it reaches Reflex."""

import asyncio
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from portal import rate_limits
from portal.api import socket_guard
from portal.api.socket_guard import NOT_UNDERSTOOD, TOO_BIG, TRY_LATER, PacedSocket, SocketGuard
from portal.settings import settings

SCOPE: Scope = {"type": "websocket", "path": "/_event/", "headers": [], "client": ("198.51.100.7", 1)}
OTHER: Scope = {**SCOPE, "client": ("198.51.100.8", 1)}


class Server:
    """An application that holds every socket open until it is told to let go."""

    def __init__(self) -> None:
        self.let_go = asyncio.Event()
        self.reached = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.reached += 1
        await self.let_go.wait()


async def _connect(guard: SocketGuard, scope: Scope) -> list[Message]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    await guard(scope, receive, send)
    return sent


def _texts(*texts: str | None) -> Receive:
    waiting = list(texts)

    async def receive() -> Message:
        return {"type": "websocket.receive", "text": waiting.pop(0)}

    return receive


async def _nothing(message: Message) -> None:
    pass


def test_one_client_may_not_hold_more_sockets_than_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_MAX_SOCKETS", "3")

    async def crowd() -> tuple[int, list[Message], int, int]:
        server = Server()
        guard = SocketGuard(server, settings=settings())
        held = [asyncio.create_task(_connect(guard, SCOPE)) for _ in range(3)]
        await asyncio.sleep(0)
        refused = await _connect(guard, SCOPE)
        before = server.reached
        held.append(asyncio.create_task(_connect(guard, OTHER)))
        await asyncio.sleep(0)
        server.let_go.set()
        await asyncio.gather(*held)
        await _connect(guard, SCOPE)
        return before, refused, server.reached, len(guard._open)

    before, refused, after, left = asyncio.run(crowd())

    assert (before, after, left) == (3, 5, 0)
    assert refused == [{"type": "websocket.close", "code": TRY_LATER}]


def test_sockets_opened_one_after_the_other_are_limited_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_RATE_SOCKETS", "5/minute")

    async def knock() -> list[bool]:
        server = Server()
        server.let_go.set()
        guard = SocketGuard(server, settings=settings())
        return [bool(await _connect(guard, SCOPE)) for _ in range(7)]

    assert asyncio.run(knock()) == [False] * 5 + [True] * 2


@pytest.mark.parametrize(
    ("text", "code"),
    [("", NOT_UNDERSTOOD), (None, NOT_UNDERSTOOD), ("x", NOT_UNDERSTOOD), ("4" * 11, TOO_BIG)],
)
def test_a_malformed_message_ends_the_socket(text: str | None, code: int) -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    got = asyncio.run(PacedSocket("one", _texts(text), send, longest=10).receive())

    assert got == {"type": "websocket.disconnect", "code": code}
    assert sent == [{"type": "websocket.close", "code": code}]


def test_a_flood_is_slowed_and_a_reader_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    now = 0.0

    async def sleep(seconds: float) -> None:
        nonlocal now
        slept.append(seconds)
        now += seconds

    monkeypatch.setattr(socket_guard.asyncio, "sleep", sleep)
    monkeypatch.setattr(socket_guard.time, "monotonic", lambda: now)

    async def read(messages: int) -> None:
        paced = PacedSocket("one", _texts(*["42"] * messages), _nothing, longest=100)
        for _ in range(messages):
            await paced.receive()

    asyncio.run(read(90))
    assert slept == []
    asyncio.run(read(1000))
    assert 40 < now < 50


def test_what_is_no_message_passes_at_once() -> None:
    async def receive() -> Message:
        return {"type": "websocket.disconnect", "code": 1001}

    passed: dict[str, Any] = dict(asyncio.run(PacedSocket("one", receive, _nothing, longest=1).receive()))

    assert passed["code"] == 1001


def test_long_messages_are_counted_per_client(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limits, "LARGE_MESSAGES", "2/minute")

    async def read(client: str, *texts: str) -> list[str]:
        paced = PacedSocket(client, _texts(*texts), _nothing, longest=100_000)
        return [(await paced.receive())["type"] for _ in texts]

    long, short = "4" * 5000, "4" * 4000
    told = asyncio.run(read("one", long, short, long, short, long))

    assert told == ["websocket.receive"] * 4 + ["websocket.disconnect"]
    assert asyncio.run(read("one", long)) == ["websocket.disconnect"]
    assert asyncio.run(read("other", long)) == ["websocket.receive"]
