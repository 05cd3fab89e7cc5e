"""Signs fictional people in over the real protocol, and opens their websockets."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit
from uuid import uuid4

from starlette.testclient import TestClient

from tests.wire.wire import ORIGIN, Wire, connected

COOKIE = "session"


def sign_in(portal: TestClient, person: str, next_address: str = "/mitt-konto") -> str:
    """The session token of `person` of the built-in provider, after the whole sign-in."""
    portal.cookies.clear()
    begun = portal.get("/auth/login/demo", params={"next": next_address}, follow_redirects=False)
    chooser = _path(begun.headers["location"])
    chosen = portal.post(chooser, data={"person": person}, headers={"origin": ORIGIN}, follow_redirects=False)
    finished = portal.get(_path(chosen.headers["location"]), follow_redirects=False)
    token = re.search(rf"(?:^|, ){COOKIE}=([\w-]+)", finished.headers["set-cookie"])
    portal.cookies.clear()
    assert token, finished.text
    return token[1]


@contextmanager
def socket_of(portal: TestClient, token: str | None) -> Iterator[Wire]:
    """A websocket that carries the session's cookie, or none."""
    cookie = f"{COOKIE}={token}" if token else ""
    with connected(portal, token=str(uuid4()), cookie=cookie) as wire:
        yield wire


def _path(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"
