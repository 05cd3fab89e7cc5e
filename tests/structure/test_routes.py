"""No address disappears unnoticed, and every page has a Swedish title and description of its own."""

import ast
import csv
import inspect
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from starlette.routing import Mount, Route

from knowledge.files import DEFAULT_HANDBOOK, read_handbook

LISTED = Path(__file__).with_name("routes.csv")
# Audience → the guard's arguments after the request, in the first line of an HTTP route.
GUARDS = {"whoever is signed in": "without_unit=True"}
# Pages are the same files for everybody: who may see what is decided by their handlers.
AUDIENCES = {"anybody", "page", *GUARDS}


def _listed() -> dict[str, str]:
    with LISTED.open(encoding="utf-8") as file:
        return {row["address"]: row["audience"] for row in csv.DictReader(file)}


def _pages() -> Mapping[str, object]:
    os.environ.setdefault("__REFLEX_SKIP_COMPILE", "true")
    from portal.portal import app

    return app._unevaluated_pages


def _http_routes() -> dict[str, Any]:
    """Every address that answers by itself, and its endpoint; FastAPI's own description of them too."""
    from portal.api.app import CLOSED, build_api

    api = build_api()
    described = set(api.openapi()["paths"])
    plain = {path: end for path, end in _below("", api.router.routes) if path not in CLOSED}
    return {**dict.fromkeys(described), **plain}


def _below(prefix: str, routes: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    for route in routes:
        if isinstance(route, Mount):
            yield from _below(prefix + route.path, route.routes)
        elif isinstance(route, Route):
            yield prefix + route.path, route.endpoint


def test_the_list_of_addresses_is_as_stored() -> None:
    pages = {f"/{route}".replace("/index", "/") for route in _pages() if not route.startswith("handbok/")}

    assert sorted(pages | set(_http_routes())) == sorted(_listed())
    assert {address for address, whom in _listed().items() if whom == "page"} == pages


def test_every_address_has_an_audience_of_the_known_kinds() -> None:
    assert set(_listed().values()) <= AUDIENCES


def test_routes_that_are_not_for_anybody_ask_who_it_is_in_their_first_line() -> None:
    for address, whom in _listed().items():
        if whom not in GUARDS:
            continue
        function = ast.parse(inspect.getsource(_http_routes()[address])).body[0]
        assert isinstance(function, ast.AsyncFunctionDef)
        first = function.body[1]
        assert isinstance(first, ast.Try), address
        assert f"await person_of(request, {GUARDS[whom]})" in ast.unparse(first.body[0]), address


def test_pages_of_one_s_own_are_not_for_search_engines() -> None:
    private = {
        route: page for route, page in _pages().items() if route.startswith(("mitt-konto", "disk", "valj"))
    }

    assert len(private) == 4
    for page in private.values():
        assert {"name": "robots", "content": "noindex"} in page.meta  # type: ignore[attr-defined]
        assert page.context == {"sitemap": None}  # type: ignore[attr-defined]


def test_every_section_has_a_page() -> None:
    sections = {f"handbok/{section}" for section in read_handbook(DEFAULT_HANDBOOK).sections}

    assert {route for route in _pages() if route.startswith("handbok/")} == sections


def test_every_page_has_a_title_and_a_description_of_its_own() -> None:
    titles = [str(page.title) for page in _pages().values()]  # type: ignore[attr-defined]
    descriptions = [str(page.description) for page in _pages().values()]  # type: ignore[attr-defined]

    assert len(set(titles)) == len(titles)
    assert all(len(text) > 20 for text in descriptions)
    assert "Portal | " not in " ".join(titles)
