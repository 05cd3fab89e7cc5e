"""One client can neither ask without end nor take the process down."""

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from portal.api import guards
from portal.api.app import build_api
from tests.portal.api.conftest import PROBLEM

BODY = b'{"question": "Vem betalar?"}'


def ask_scope(address: str) -> dict[str, Any]:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/api/v1/ask",
        "raw_path": b"/api/v1/ask",
        "query_string": b"",
        "root_path": "",
        "headers": [
            (b"host", b"localhost"),
            (b"content-type", b"application/json"),
            (b"content-length", str(len(BODY)).encode()),
        ],
        "client": (address, 50000),
        "server": ("localhost", 3000),
    }


async def ask(api: FastAPI, address: str) -> int:
    """One question straight over ASGI; the status of its answer."""
    statuses: list[int] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": BODY, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    await api(ask_scope(address), receive, send)  # type: ignore[arg-type]
    return statuses[0]


@pytest.mark.usefixtures("not_ready")
def test_ten_thousand_questions_from_one_client_give_429_and_others_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PORTAL_RATE_ASK", "60/minute")
    api = build_api()

    async def flood() -> tuple[Counter[int], int]:
        statuses = Counter([await ask(api, "198.51.100.7") for _ in range(10_000)])
        return statuses, await ask(api, "198.51.100.8")

    statuses, other = asyncio.run(flood())

    assert statuses == {503: 60, 429: 10_000 - 60}
    assert other == 503
    assert TestClient(api).get("/healthz").status_code == 200


@pytest.mark.usefixtures("not_ready")
def test_a_refused_client_is_told_how_long_to_wait(
    make_client: Callable[[], TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_RATE_ASK", "1/minute")
    client = make_client()
    client.post("/api/v1/ask", json={"question": "Hej?"})
    response = client.post("/api/v1/ask", json={"question": "Hej?"})

    assert (response.status_code, response.headers["content-type"]) == (429, PROBLEM)
    assert 0 < int(response.headers["retry-after"]) <= 60
    assert response.headers["retry-after"] in response.json()["detail"]


def test_the_other_calls_have_a_limit_of_their_own(
    make_client: Callable[[], TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_RATE_API", "2/minute")
    client = make_client()

    assert [client.get("/api/v1/sections/gabord").status_code for _ in range(3)] == [200, 200, 429]
    assert client.get("/healthz").status_code == 200


def test_behind_a_proxy_each_reader_is_a_client(
    make_client: Callable[[], TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_RATE_API", "1/minute")
    monkeypatch.setenv("PORTAL_PROXY_HOPS", "1")
    client = make_client()

    def status(forwarded: str) -> int:
        return client.get("/api/v1/sections/gabord", headers={"X-Forwarded-For": forwarded}).status_code

    assert [status("203.0.113.1"), status("203.0.113.2"), status("made-up, 203.0.113.1")] == [200, 200, 429]


def test_a_body_that_never_comes_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "SECONDS_FOR_BODY", 0.05)
    api = build_api()
    statuses: list[int] = []

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(60)
        raise AssertionError

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    asyncio.run(asyncio.wait_for(api(ask_scope("198.51.100.9"), receive, send), 5))  # type: ignore[arg-type]

    assert statuses == [408]


@pytest.mark.usefixtures("not_ready")
def test_a_refused_question_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_RATE_ASK", "1/minute")
    api = build_api()
    parts = [{"type": "http.request", "body": b"{", "more_body": True}] * 2
    left = [*parts, {"type": "http.request", "body": b"}", "more_body": False}]
    statuses: list[int] = []

    async def receive() -> dict[str, Any]:
        return left.pop(0)

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    async def both() -> None:
        await ask(api, "198.51.100.7")
        scope = ask_scope("198.51.100.7")
        scope["headers"] = scope["headers"][:2]
        await api(scope, receive, send)  # type: ignore[arg-type]

    asyncio.run(both())

    assert (statuses, left) == ([429], [])


def test_a_length_that_no_body_has_is_too_much() -> None:
    response = TestClient(build_api()).post(
        "/api/v1/ask", headers={"Content-Length": "9" * 5000}, content=b""
    )

    assert response.status_code == 413
