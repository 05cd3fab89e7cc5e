"""The conversation on the page: the address decides, and nothing that a browser sends is trusted."""

from datetime import date
from typing import Any

import pytest

from portal.pages import ask_state
from portal.pages.ask_state import AskState
from portal.texts import ask as words
from tests.portal.builders import DAY
from tests.portal.pages.conftest import Answering
from tests.portal.pages.visiting import move, run, sent_to, visit


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch, assistant: Answering) -> None:
    monkeypatch.setattr(ask_state, "today", lambda: DAY)


def loaded(address: str) -> AskState:
    state = visit(AskState, address)
    run(state.load())
    return state


def test_the_address_is_answered_in_order(assistant: Answering) -> None:
    state = loaded("/fraga?q=en+lampa%3F&q=och+vem+betalar%3F&per=2026-03-01")

    assert assistant.asked == [
        ("en lampa?", date(2026, 3, 1), ()),
        ("och vem betalar?", date(2026, 3, 1), ("lampor",)),
    ]
    assert [turn.question for turn in state.turns] == ["en lampa?", "och vem betalar?"]
    assert (state.waiting, state.told, state.errors) == (False, words.ready(state.turns[-1].status), [])


def test_without_a_question_nothing_is_asked_and_nothing_is_wrong(assistant: Answering) -> None:
    state = loaded("/fraga")

    assert (assistant.asked, state.turns, state.errors) == ([], [], [])


def test_loading_again_changes_nothing() -> None:
    state = loaded("/fraga?q=en+lampa%3F")
    before = state.dict()

    run(state.load())

    assert state.dict() == before


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("/fraga?q=", ("q", words.EMPTY)),
        (f"/fraga?q={'a' * 2001}", ("q", words.TOO_LONG)),
        ("/fraga?q=hej&per=i+morgon", ("per", words.BAD_DATE)),
    ],
)
def test_an_unsound_address_is_told_with_the_field_to_mend(address: str, error: tuple[str, str]) -> None:
    assert loaded(address).errors == [error]


def test_a_follow_up_goes_into_the_address_and_keeps_the_day() -> None:
    state = loaded("/fraga?q=en+lampa%3F&per=2026-03-01")

    event = run(state.ask({"q": " och vem betalar? "}))

    assert sent_to(event) == "/fraga?q=en+lampa%3F&q=och+vem+betalar%3F&per=2026-03-01"


@pytest.mark.parametrize("form", [{}, {"q": "  "}, {"q": 7}, {"q": "a" * 2001}, None, [], "q"])
def test_an_unsound_follow_up_stays_on_the_page(form: Any) -> None:
    state = loaded("/fraga?q=en+lampa%3F")

    assert run(state.ask(form)) is None
    assert state.question_error in (words.EMPTY, words.TOO_LONG)


def test_the_eleventh_question_is_refused() -> None:
    state = loaded("/fraga?" + "&".join(["q=a"] * 10))

    assert run(state.ask({"q": "en till"})) is None
    assert state.question_error == words.TOO_MANY


def test_another_day_has_the_whole_conversation_answered_again(assistant: Answering) -> None:
    state = loaded("/fraga?q=a&q=b")

    event = run(state.change_day({"per": "2025-12-01"}))

    assert sent_to(event) == "/fraga?q=a&q=b&per=2025-12-01"
    move(state, sent_to(event))
    run(state.load())
    assert [turn.as_of for turn in state.turns] == ["2025-12-01", "2025-12-01"]


def test_a_day_that_cannot_be_read_stays_on_the_page() -> None:
    state = loaded("/fraga?q=a")

    assert run(state.change_day({"per": "i morgon"})) is None
    assert state.day_error == words.BAD_DATE


def test_a_citation_opens_its_section_and_closes_again() -> None:
    state = loaded("/fraga?q=en+lampa%3F")

    state.open_citation(1, 2, "kalla-1-2")
    opened = (state.opened.turn, state.opened.title, state.opened.came_from)
    state.close_section()

    assert opened == (1, "Lampor", "kalla-1-2")
    assert state.opened.turn == 0


@pytest.mark.parametrize(
    "sent", [(2, 1, "svar-2-1"), (1, 9, "svar-1-9"), ("1", 1, "x"), (1, 1, "#annat"), (None,) * 3]
)
def test_nothing_opens_for_a_citation_that_is_not_on_the_page(sent: Any) -> None:
    state = loaded("/fraga?q=en+lampa%3F")

    state.open_citation(*sent)

    assert state.opened.turn == 0


def test_an_opened_section_closes_when_its_answer_is_gone() -> None:
    state = loaded("/fraga?q=a")
    state.open_citation(1, 1, "svar-1-1")

    move(state, "/fraga?q=b")
    run(state.load())

    assert state.opened.turn == 0


def test_the_focus_follows_only_a_question_asked_on_the_page() -> None:
    state = loaded("/fraga?q=a")
    assert not state.asked_here

    move(state, sent_to(run(state.ask({"q": "b"}))))
    run(state.load())
    assert state.asked_here


def test_too_many_questions_are_told_and_not_answered(
    monkeypatch: pytest.MonkeyPatch, assistant: Answering
) -> None:
    monkeypatch.setenv("PORTAL_RATE_ASK", "1/minute")
    state = loaded("/fraga?q=a")

    move(state, "/fraga?q=b")
    run(state.load())

    assert [question for question, _, _ in assistant.asked] == ["a"]
    assert "många frågor" in state.question_error


def test_a_failing_assistant_does_not_leave_the_page_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise LookupError

    monkeypatch.setattr(ask_state.knowing, "assistant", fail)
    state = visit(AskState, "/fraga?q=a")

    with pytest.raises(LookupError):
        run(state.load())

    assert not state.waiting


def test_the_tab_is_named_by_the_newest_question_and_the_one_that_began(assistant: Answering) -> None:
    assert loaded("/fraga").title == ""
    assert loaded("/fraga?q=en+lampa%3F").title == "en lampa?"
    assert loaded("/fraga?q=en+lampa%3F&q=och+vem+betalar%3F").title == "och vem betalar? (en lampa?)"
    assert loaded("/fraga?q=").title == "Fel"


def test_a_bad_day_without_a_question_points_at_no_field(assistant: Answering) -> None:
    assert loaded("/fraga?per=2026-99-99").errors == []
    assert [place for place, _ in loaded("/fraga?q=lampa&per=2026-99-99").errors] == ["per"]


def test_every_question_of_an_address_counts_towards_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_RATE_ASK", "5/minute")

    first, second = (loaded("/fraga?q=en+lampa%3F&q=och+vem%3F&q=och+var%3F") for _ in range(2))

    assert (len(first.turns), first.errors) == (3, [])
    assert second.turns == []
    assert second.question_error
