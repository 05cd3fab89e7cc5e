"""Reflex's websocket as any client can speak it: engine.io and socket.io frames, events, deltas."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from starlette.testclient import TestClient, WebSocketTestSession

ORIGIN = "http://localhost:3000"
STATE = "reflex___state____state"
EVENT = "42/_event,"


class Wire:
    """One connected client."""

    def __init__(self, socket: WebSocketTestSession) -> None:
        self._socket = socket

    def send(self, handler: str, address: str, /, **payload: Any) -> None:
        """Call a handler by its full name as if from the page at `address`."""
        self.send_raw(
            {
                "name": handler,
                "payload": payload,
                "router_data": {"pathname": address.partition("?")[0], "asPath": address},
            }
        )

    def send_raw(self, event: Any) -> None:
        """Send whatever somebody may send as an event."""
        self.send_frame(EVENT + json.dumps(["event", event]))

    def send_frame(self, frame: str) -> None:
        """Send a frame as it stands, be it no packet at all."""
        self._socket.send_text(frame)

    def deltas(self) -> Iterator[dict[str, Any]]:
        """What the server sends, event by event, answering its heartbeats."""
        while True:
            frame = self._socket.receive_text()
            if frame == "2":
                self._socket.send_text("3")
            elif frame.startswith(EVENT):
                yield json.loads(frame[len(EVENT) :])[1]

    def until(self, found: Callable[[dict[str, Any]], Any], most: int = 40) -> Any:
        """The first true result of `found` over the coming updates; fails after `most` of them."""
        for _, update in zip(range(most), self.deltas(), strict=False):
            result = found(update)
            if result:
                return result
        raise AssertionError("the awaited update never came")


@contextmanager
def connected(
    client: TestClient, origin: str = ORIGIN, token: str | None = None, cookie: str = ""
) -> Iterator[Wire]:
    """A client connected to the event namespace."""
    headers = {"origin": origin, "upgrade": "websocket", "connection": "upgrade"}
    if cookie:
        headers["cookie"] = cookie
    address = f"/_event/?token={token or uuid4()}&EIO=4&transport=websocket"
    with client.websocket_connect(address, headers=headers) as socket:
        assert socket.receive_text().startswith("0")
        socket.send_text("40/_event,")
        while not socket.receive_text().startswith("40/_event"):
            pass
        yield Wire(socket)


def value(update: dict[str, Any], variable: str) -> Any:
    """The value of a state variable in an update, whichever state it belongs to; None when not there."""
    for state in (update.get("delta") or {}).values():
        for name, content in state.items():
            if name == f"{variable}_rx_state_":
                return content
    return None
