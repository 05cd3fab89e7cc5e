"""The files the browser fetches from us: small, ours alone, and without anything the CSP would stop."""

import gzip
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from portal.head import STYLESHEETS

ASSETS = Path("assets")
SCRIPTS = sorted(ASSETS.glob("*.js"))
SHEETS = [ASSETS / sheet.removeprefix("/") for sheet in STYLESHEETS]


def test_every_style_sheet_is_listed_once_and_exists() -> None:
    assert sorted(SHEETS) == sorted((ASSETS / "css").glob("*.css"))


def test_the_style_sheets_together_are_at_most_ten_kilobytes_compressed() -> None:
    whole = b"".join(sheet.read_bytes() for sheet in SHEETS)

    assert len(gzip.compress(whole)) <= 10_000


def test_no_style_sheet_fetches_anything() -> None:
    assert [sheet.name for sheet in SHEETS if re.search(r"@import|@font-face|url\(", sheet.read_text())] == []


def test_the_script_of_every_page_is_at_most_three_kilobytes_compressed() -> None:
    assert len(gzip.compress((ASSETS / "portal.js").read_bytes())) <= 3_000


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_scripts_make_no_code_of_text_and_no_markup_of_text(script: Path) -> None:
    assert re.findall(r"\beval\(|new Function|innerHTML|document\.write|https?://", script.read_text()) == []


@pytest.mark.parametrize("name", ["favicon.svg", "wordmark.svg"])
def test_drawings_are_well_formed_and_stand_alone(name: str) -> None:
    root = ElementTree.fromstring((ASSETS / name).read_text())  # noqa: S314 - a file of our own

    assert root.tag.endswith("svg")
    assert "href" not in (ASSETS / name).read_text()
