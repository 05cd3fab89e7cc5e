"""No address disappears unnoticed, and every page has a Swedish title and description of its own."""

import os
from collections.abc import Mapping
from pathlib import Path

from knowledge.files import DEFAULT_HANDBOOK, read_handbook

LISTED = Path(__file__).with_name("routes.txt")


def _pages() -> Mapping[str, object]:
    os.environ.setdefault("__REFLEX_SKIP_COMPILE", "true")
    from portal.portal import app

    return app._unevaluated_pages


def _http_routes() -> set[str]:
    from portal.api.app import build_api

    return set(build_api().openapi()["paths"])


def test_the_list_of_addresses_is_as_stored() -> None:
    pages = {f"/{route}".replace("/index", "/") for route in _pages() if not route.startswith("handbok/")}
    found = sorted(pages | _http_routes())

    assert found == LISTED.read_text("utf-8").split()


def test_every_section_has_a_page() -> None:
    sections = {f"handbok/{section}" for section in read_handbook(DEFAULT_HANDBOOK).sections}

    assert {route for route in _pages() if route.startswith("handbok/")} == sections


def test_every_page_has_a_title_and_a_description_of_its_own() -> None:
    titles = [str(page.title) for page in _pages().values()]  # type: ignore[attr-defined]
    descriptions = [str(page.description) for page in _pages().values()]  # type: ignore[attr-defined]

    assert len(set(titles)) == len(titles)
    assert all(len(text) > 20 for text in descriptions)
    assert "Portal | " not in " ".join(titles)
