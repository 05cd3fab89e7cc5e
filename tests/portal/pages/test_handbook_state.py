"""The filters of the handbook's list."""

from typing import Any

import pytest

from portal.pages.handbook_state import HandbookState
from tests.portal.pages.conftest import Answering
from tests.portal.pages.visiting import move, run, visit


@pytest.fixture(autouse=True)
def small_handbook(assistant: Answering) -> None:
    """The list is that of the small handbook."""


def loaded(address: str) -> HandbookState:
    state = visit(HandbookState, address)
    run(state.load())
    return state


def titles(state: HandbookState) -> list[str]:
    return [one.title for one in state.found]


def test_without_filters_the_page_shows_its_own_list() -> None:
    state = loaded("/handbok")

    assert (state.filtering, state.found, state.count) == (False, [], "")


def test_the_address_holds_the_filters() -> None:
    state = loaded("/handbok?q=lampor&omrade=i-hemmet&iso=22+03")

    assert (titles(state), state.count) == (["Lampor"], "1 avsnitt")


def test_an_area_that_is_not_there_is_no_filter() -> None:
    assert not loaded("/handbok?omrade=finns-inte").filtering


def test_typing_searches_and_emptying_shows_everything_again() -> None:
    state = loaded("/handbok")

    run(state.search("ramp"))
    found = titles(state)
    run(state.search(""))

    assert found == ["Ramper"]
    assert not state.filtering


def test_filters_narrow_each_other() -> None:
    state = loaded("/handbok")

    run(state.choose_area("rorelse"))
    run(state.choose_iso("22"))

    assert (titles(state), state.count) == ([], "0 avsnitt")


def test_the_fields_are_filled_anew_only_when_the_address_says_something_else() -> None:
    state = loaded("/handbok")
    run(state.search("lampor"))

    move(state, "/handbok?q=lampor")
    run(state.load())
    same = state.filled
    move(state, "/handbok")
    run(state.load())

    assert (same, state.filled) == (0, 1)


def test_half_a_character_ends_no_search() -> None:
    state = loaded("/handbok")

    run(state.search("rull\ud800"))
    run(state.choose_iso("22\ud800"))

    assert state.filtering


@pytest.mark.parametrize("sent", [None, 7, ["lampor"], "a" * 201])
def test_what_no_field_sends_is_ignored(sent: Any) -> None:
    state = loaded("/handbok")

    run(state.search(sent))
    run(state.choose_iso(sent))
    run(state.choose_area(sent))

    assert not state.filtering
