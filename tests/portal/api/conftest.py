"""The real ASGI application, driven through Starlette's client; the handbook is the published one."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from starlette.testclient import TestClient

from portal import clock, knowing
from portal.api.app import build_api

TODAY = date(2026, 11, 21)
PROBLEM = "application/problem+json"


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' day is always the same."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def make_client() -> Iterator[Callable[[], TestClient]]:
    """Makes a client of a freshly built API: after the test has changed its settings."""
    made: list[TestClient] = []

    def make() -> TestClient:
        made.append(TestClient(build_api(), follow_redirects=False))
        return made[-1]

    yield make
    for client in made:
        client.close()


@pytest.fixture
def client(make_client: Callable[[], TestClient]) -> TestClient:
    """A client of the API with the settings' defaults."""
    return make_client()


@pytest.fixture
def ready() -> None:
    """The real assistant, opened once for the whole run."""
    knowing.assistant()


@pytest.fixture
def not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """The moments before the index is read."""
    monkeypatch.setattr(knowing, "is_ready", lambda: False)
