"""Which version of a section its page shows."""

from datetime import date

import pytest

from portal.pages import section_state
from portal.pages.section_state import SectionState
from portal.texts import handbook as words
from tests.portal.pages.conftest import Answering
from tests.portal.pages.visiting import move, run, visit


@pytest.fixture(autouse=True)
def small_handbook(assistant: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(section_state, "today", lambda: date(2026, 11, 21))


def loaded(address: str) -> SectionState:
    state = visit(SectionState, address)
    run(state.load())
    return state


def test_today_decides_when_the_address_names_no_day() -> None:
    state = loaded("/handbok/lampor")

    assert (state.shown, state.position, state.day) == ("lampor@2026-02-01", "now", "2026-11-21")


def test_the_day_of_the_address_shows_the_text_of_then_and_says_that_it_is_old() -> None:
    state = loaded("/handbok/lampor/?per=2026-01-31")

    assert (state.shown, state.position) == ("lampor@start", "past")


def test_a_day_that_cannot_be_read_is_told_and_today_is_shown() -> None:
    state = loaded("/handbok/lampor?per=2026-02-30")

    assert (state.shown, state.day_error) == ("lampor@2026-02-01", words.DAY_BAD)


def test_a_comparison_marks_what_changed() -> None:
    state = loaded("/handbok/lampor?jamfor=start")

    assert [field.changed for field in state.comparison] == [True]
    assert state.compared == (
        "Från den text som gäller till och med 31 januari 2026 till den som gäller från 1 februari 2026."
    )


def test_a_version_that_is_not_there_is_told() -> None:
    state = loaded("/handbok/lampor?jamfor=1999-01-01")

    assert (state.comparison, state.compared) == ([], words.COMPARE_UNKNOWN)


def test_a_comparison_is_gone_on_the_next_section() -> None:
    state = loaded("/handbok/lampor?jamfor=start")

    move(state, "/handbok/ramper")
    run(state.load())

    assert (state.shown, state.comparison, state.compared) == ("ramper@start", [], "")


def test_an_address_without_a_section_changes_nothing() -> None:
    assert loaded("/handbok/finns-inte").shown == ""
