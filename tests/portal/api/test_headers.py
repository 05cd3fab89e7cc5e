"""Every response carries security and cache headers; a script is allowed by the hash of its built page."""

import base64
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from portal.api.app import build_api
from portal.api.site import BuiltSite

HOME = (
    "<script>let a = '&amp;å';</script><script type=module>import '/x.js'</script>"
    "<script src='/b.js'></script>"
)
SECTION = "<!doctype html><script>section()</script>"


def source(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    site = tmp_path / "site"
    (site / "handbok" / "gabord").mkdir(parents=True)
    (site / "assets").mkdir()
    (site / "index.html").write_text(HOME, encoding="utf-8")
    (site / "404.html").write_text("<script>missing()</script>", encoding="utf-8")
    (site / "handbok" / "gabord" / "index.html").write_text(SECTION, encoding="utf-8")
    (site / "assets" / "root-CUagwAdz.js").write_text("1", encoding="utf-8")
    (site / "portal.js").write_text("1", encoding="utf-8")
    monkeypatch.setenv("PORTAL_SITE_DIR", str(site))
    return site


@pytest.fixture
def pages(built: Path) -> Callable[[], TestClient]:
    async def echo(websocket: WebSocket) -> None:
        await websocket.accept()
        await websocket.send_text(await websocket.receive_text())
        await websocket.close()

    def make() -> TestClient:
        api = build_api()
        static = Mount("", StaticFiles(directory=built, html=True))
        api.mount("", Starlette(routes=[WebSocketRoute("/_event", echo), static]))
        return TestClient(api, base_url="http://localhost:3000")

    return make


def directives(policy: str) -> dict[str, list[str]]:
    return {words[0]: words[1:] for words in (part.split() for part in policy.split("; "))}


def test_a_page_is_served_at_its_own_address_without_a_detour(pages: Callable[[], TestClient]) -> None:
    response = pages().get("/handbok/gabord", follow_redirects=False)

    assert response.status_code == 200
    assert response.text == SECTION


def test_a_page_allows_its_own_inline_scripts_and_no_others(pages: Callable[[], TestClient]) -> None:
    policy = directives(pages().get("/").headers["content-security-policy"])

    assert policy["script-src"] == ["'self'", source("let a = '&amp;å';"), source("import '/x.js'")]


@pytest.mark.parametrize("path", ["/handbok/gabord", "/handbok/gabord/", "/handbok/gabord/?per=2026-01-01"])
def test_each_page_has_its_own_hashes(pages: Callable[[], TestClient], path: str) -> None:
    policy = directives(pages().get(path).headers["content-security-policy"])

    assert policy["script-src"] == ["'self'", source("section()")]


@pytest.mark.parametrize("path", ["/nej", "/__proto__", "/_nej"])
def test_an_unknown_page_allows_the_scripts_of_the_fallback(
    pages: Callable[[], TestClient], path: str
) -> None:
    response = pages().get(path)

    assert response.status_code == 404
    assert source("missing()") in response.headers["content-security-policy"]


def test_a_page_not_modified_keeps_its_policy(pages: Callable[[], TestClient]) -> None:
    client = pages()
    first = client.get("/")
    second = client.get("/", headers={"If-None-Match": first.headers["etag"]})

    assert second.status_code == 304
    assert second.headers["content-security-policy"] == first.headers["content-security-policy"]


def test_a_new_build_is_noticed(pages: Callable[[], TestClient], built: Path) -> None:
    client = pages()
    client.get("/")
    (built / "index.html").write_text("<script>new()</script>", encoding="utf-8")
    os.utime(built / "index.html", ns=(1, 1))

    assert source("new()") in client.get("/").headers["content-security-policy"]


def test_nothing_from_another_origin_is_allowed(pages: Callable[[], TestClient]) -> None:
    policy = directives(pages().get("/").headers["content-security-policy"])

    assert policy["default-src"] == ["'none'"]
    assert policy["connect-src"] == ["'self'", "ws://localhost:3000"]
    assert policy["style-src"] == ["'self'", "'unsafe-inline'"]
    assert policy["img-src"] == ["'self'", "data:"]
    assert policy["form-action"] == ["'self'"]
    assert {policy[name][0] for name in ("base-uri", "frame-ancestors", "object-src")} == {"'none'"}
    everything = [word for words in policy.values() for word in words]
    assert not any(word in ("*", "https:", "'unsafe-eval'", "blob:") for word in everything)


@pytest.mark.parametrize("path", ["/", "/nej", "/portal.js", "/api/v1/sections", "/api/none", "/healthz"])
def test_the_fixed_headers_are_on_everything(pages: Callable[[], TestClient], path: str) -> None:
    headers = pages().get(path).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "strict-transport-security" not in headers


def test_https_adds_hsts_and_a_secure_websocket(
    pages: Callable[[], TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_ORIGIN", "https://portal.example.se")
    headers = pages().get("/").headers

    assert headers["strict-transport-security"].startswith("max-age=63072000")
    assert "connect-src 'self' wss://portal.example.se;" in headers["content-security-policy"]
    assert headers["content-security-policy"].endswith("upgrade-insecure-requests")


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/", "no-cache"),
        ("/handbok/gabord/", "no-cache"),
        ("/portal.js", "no-cache"),
        ("/assets/root-CUagwAdz.js", "public, max-age=31536000, immutable"),
        ("/assets/root-00000000.js", "no-cache"),
        ("/api/v1/sections", "no-store"),
        ("/api/none", "no-store"),
        ("/readyz", "no-store"),
    ],
)
def test_only_hashed_files_are_kept_without_asking(
    pages: Callable[[], TestClient], path: str, kept: str
) -> None:
    assert pages().get(path).headers["cache-control"] == kept


def test_a_websocket_passes_untouched(pages: Callable[[], TestClient]) -> None:
    with pages().websocket_connect("/_event") as websocket:
        websocket.send_text("4hej")
        assert websocket.receive_text() == "4hej"


@pytest.mark.parametrize("path", ["/../secret", "/..%2fsecret", "/%00", "/" + "a" * 5000, "/secret.html"])
def test_nothing_outside_the_build_is_read(built: Path, path: str) -> None:
    (built.parent / "secret.html").write_text("<script>secret()</script>", encoding="utf-8")
    site = BuiltSite(built)

    assert site.document(path) is None
    assert site.script_hashes(path) == (source("missing()"),)


def test_a_site_that_is_not_built_allows_no_inline_script(tmp_path: Path) -> None:
    assert BuiltSite(tmp_path / "none").script_hashes("/") == ()


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/", "/"),
        ("/handbok/gabord", "/handbok/gabord"),
        ("/handbok/gabord/index.html", "/handbok/gabord"),
        ("/19900101-0017/../handbok//gabord/.", "/handbok/gabord"),
        ("/19900101-0017", None),
    ],
)
def test_a_page_has_one_address_however_it_is_written(built: Path, path: str, address: str | None) -> None:
    assert BuiltSite(built).address(path) == address
