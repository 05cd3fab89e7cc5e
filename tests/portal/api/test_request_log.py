"""The request log tells what happened and never what was asked or who asked."""

import json
from typing import Any

import pytest
import structlog
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from portal import knowing


@pytest.fixture(autouse=True)
def plain_logs() -> None:
    structlog.reset_defaults()


def requests_of(lines: list[Any]) -> list[Any]:
    return [line for line in lines if line["event"] == "request"]


def test_a_request_is_one_line_with_its_route_template(client: TestClient) -> None:
    with capture_logs() as lines:
        client.get("/api/v1/sections/gabord?as_of=2026-11-21")

    (line,) = requests_of(lines)
    assert {name: line[name] for name in ("method", "route", "status")} == {
        "method": "GET",
        "route": "/api/v1/sections/{section_id}",
        "status": 200,
    }
    assert line["ms"] >= 0


@pytest.mark.parametrize(
    "path",
    ["/api/v1/search?q=hemligt", "/api/v1/sections/hemligt", "/hemligt", "/fraga?q=hemligt", "/api/hemligt"],
)
def test_neither_address_nor_question_nor_query_is_told(client: TestClient, path: str) -> None:
    with capture_logs() as lines:
        client.get(path, headers={"Cookie": "session=hemligt", "User-Agent": "hemligt"})

    assert len(requests_of(lines)) == 1
    assert "hemligt" not in json.dumps(lines)
    assert "testclient" not in json.dumps(lines)


def test_a_route_is_named_also_when_the_api_is_mounted_in_another_application(client: TestClient) -> None:
    mounted = TestClient(Starlette(routes=[Mount("", client.app)]))
    with capture_logs() as lines:
        mounted.get("/api/none")
        mounted.get("/api/v1/sections/gabord")

    assert [line["route"] for line in requests_of(lines)] == ["unknown", "/api/v1/sections/{section_id}"]


def test_an_unknown_error_is_logged_under_the_id_that_the_client_got(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError("sönder")

    monkeypatch.setattr(knowing, "handbook", broken)
    with capture_logs(processors=[structlog.contextvars.merge_contextvars]) as lines:
        response = client.get("/api/v1/sections")

    failed = next(line for line in lines if line["event"] == "request failed")
    assert failed["request_id"] == response.headers["x-request-id"] == response.json()["id"]


def test_every_response_has_an_id_of_its_own(client: TestClient) -> None:
    ids = {client.get("/healthz", headers={"X-Request-ID": "mine"}).headers["x-request-id"] for _ in range(3)}

    assert len(ids) == 3
    assert "mine" not in ids
