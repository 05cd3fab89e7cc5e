"""A search shows of each section what says most, with its words marked, and what was perhaps meant."""

from datetime import date

import pytest

from knowledge.library import Library, open_library
from portal import knowing
from portal.reading.finding import find

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return open_library(cache_dir=tmp_path_factory.mktemp("index"))


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch, library: Library) -> None:
    monkeypatch.setattr(knowing, "is_ready", lambda: True)
    monkeypatch.setattr(knowing, "library", lambda: library)


def test_the_best_statement_is_shown_with_its_words_marked(library: Library) -> None:
    found = find(library.handbook, text="förvara elrullstol", area="", iso="", day=TODAY)
    best = next(one for one in found.entries if one.section_id == "elrullstolar")

    assert "förvaring" in "".join(piece.text for piece in best.pieces)
    assert any(piece.marked for piece in best.pieces)
    assert found.meant == ""


def test_a_slip_is_put_right(library: Library) -> None:
    found = find(library.handbook, text="rulstol", area="", iso="", day=TODAY)

    assert found.meant == "rullstol"
    assert "manuella-rullstolar" in [one.section_id for one in found.entries]


def test_without_a_text_the_list_is_as_it_stands(library: Library) -> None:
    found = find(library.handbook, text=" ", area="privathyra", iso="", day=TODAY)

    assert len(found.entries) == 4
    assert not any(one.pieces for one in found.entries)
