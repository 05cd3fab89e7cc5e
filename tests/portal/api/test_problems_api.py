"""Every error is a problem detail in Swedish that gives nothing away."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from openapi_spec_validator import validate
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from portal import knowing
from portal.api.app import build_api
from tests.portal.api.conftest import PROBLEM


def as_problem(response: Any, status: int) -> dict[str, Any]:
    assert (response.status_code, response.headers["content-type"]) == (status, PROBLEM)
    body: dict[str, Any] = response.json()
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    return body


@pytest.mark.parametrize(
    "path", ["/api", "/api/", "/api/v1", "/api/v1/ask/", "/api/v2/ask", "/api/docs", "/api/v1/docs"]
)
def test_an_unknown_address_is_a_404(client: TestClient, path: str) -> None:
    as_problem(client.get(path), 404)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/api/v1/ask", "POST"),
        ("DELETE", "/api/v1/sections", "GET"),
        ("PUT", "/api/v1/sections/gabord", "GET"),
        ("POST", "/healthz", "GET, HEAD"),
    ],
)
def test_a_wrong_method_is_a_405_that_tells_the_right_one(
    client: TestClient, method: str, path: str, allowed: str
) -> None:
    response = client.request(method, path)

    as_problem(response, 405)
    assert response.headers["allow"] == allowed


def test_errors_stay_errors_of_the_api_with_the_pages_mounted_behind() -> None:
    api = build_api()
    pages = Starlette(
        routes=[Route("/{rest:path}", lambda _: PlainTextResponse("sida"), methods=["GET", "POST"])]
    )
    api.mount("", pages)
    client = TestClient(api)

    as_problem(client.get("/api/v1/none"), 404)
    as_problem(client.get("/api/v1/ask"), 405)
    as_problem(client.post("/readyz"), 405)
    assert client.get("/hyra").text == "sida"


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"[" * 30_000, b'{"question": "\xff"}', b'{"kind": NaN}', b"\x00"]
)
def test_a_body_that_cannot_be_read_is_refused(client: TestClient, body: bytes) -> None:
    response = client.post("/api/v1/price", content=body, headers={"Content-Type": "application/json"})

    as_problem(response, response.status_code)
    assert response.status_code in (400, 422)


def test_a_too_large_body_is_a_413_before_it_is_parsed(client: TestClient) -> None:
    as_problem(client.post("/api/v1/price", content=b"x" * 70_000), 413)


def test_a_body_that_grows_too_large_on_the_way_is_a_413(client: TestClient) -> None:
    chunks = (b" " * 1024 for _ in range(100))
    response = client.post("/api/v1/price", content=chunks, headers={"Content-Type": "application/json"})

    as_problem(response, 413)


def test_a_body_without_a_readable_length_is_refused(client: TestClient) -> None:
    as_problem(client.post("/api/v1/price", content=b"{}", headers={"Content-Length": "-1"}), 400)


def test_an_unknown_error_is_a_500_with_an_id_and_no_details(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError("hemlig detalj")

    monkeypatch.setattr(knowing, "handbook", broken)
    response = client.get("/api/v1/sections")

    body = as_problem(response, 500)
    assert body["id"] == response.headers["x-request-id"]
    assert "hemlig" not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.usefixtures("not_ready")
@pytest.mark.parametrize("how", [("POST", "/api/v1/ask"), ("GET", "/api/v1/search?q=rollator")])
def test_questions_wait_for_the_index(client: TestClient, how: tuple[str, str]) -> None:
    response = client.request(*how, json={"question": "Vem betalar?"} if how[0] == "POST" else None)

    as_problem(response, 503)
    assert int(response.headers["retry-after"]) > 0


@pytest.mark.usefixtures("not_ready")
def test_sections_do_not_wait_for_the_index(client: TestClient) -> None:
    assert client.get("/api/v1/sections/gabord").status_code == 200


def test_the_openapi_description_is_valid_and_names_every_endpoint(client: TestClient) -> None:
    description = client.get("/api/v1/openapi.json").json()

    validate(description)
    assert set(description["paths"]) == {
        "/api/v1/ask",
        "/api/v1/search",
        "/api/v1/sections",
        "/api/v1/sections/{section_id}",
        "/api/v1/price",
        "/api/v1/who-pays",
        "/healthz",
        "/readyz",
    }
    assert "HTTPValidationError" not in json.dumps(description)


def test_there_is_no_page_that_loads_scripts_from_elsewhere(client: TestClient) -> None:
    assert {client.get(path).status_code for path in ("/docs", "/redoc", "/openapi.json")} == {404}


def test_health_can_be_asked_for_without_a_body(client: TestClient) -> None:
    response = client.head("/healthz")

    assert (response.status_code, response.content) == (200, b"")


def test_the_process_is_alive_without_database_or_index(
    make_client: Callable[[], TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none?connect_timeout=1")
    monkeypatch.setattr(knowing, "is_ready", lambda: False)
    client = make_client()

    assert client.get("/healthz").json() == {"status": "ok"}
    assert as_problem(client.get("/readyz"), 503)["checks"] == {"database": False, "index": False}


@pytest.mark.usefixtures("migrated")
def test_the_portal_is_ready_with_database_and_index(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(knowing, "is_ready", lambda: True)

    assert client.get("/readyz").json() == {"status": "ready", "checks": {"database": True, "index": True}}
