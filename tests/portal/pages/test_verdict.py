"""Whether an answer helped: stored once per answer, and only for answers that are on the shown."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from portal import rate_limits
from portal.feedback.errors import TooMuchFeedbackError
from portal.pages import ask_verdict
from portal.pages.ask_state import AskState
from portal.pages.ask_verdict import VerdictState
from portal.rate_limits import RateLimit
from portal.texts import ask as words
from tests.portal.pages.conftest import Answering
from tests.portal.pages.visiting import root_of, run, visit


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the service was given."""
    calls: list[dict[str, Any]] = []
    monkeypatch.setattr(ask_verdict.service, "record", lambda **values: calls.append(values))
    return calls


@pytest.fixture
def shown(assistant: Answering) -> VerdictState:
    """A page with one answer."""
    asking = visit(AskState, "/fraga?q=en+lampa%3F&per=2026-11-21")
    run(asking.load())
    found: Any = root_of(asking).substates[VerdictState.get_name()]
    return found  # type: ignore[no-any-return]


def said(shown: VerdictState) -> tuple[list[str], list[str]]:
    return list(shown.verdicts.values()), list(shown.notes.values())


def test_a_yes_is_stored_with_the_answers_sections(shown: VerdictState, stored: list[dict[str, Any]]) -> None:
    run(shown.helped(1))

    assert [(one["question"], one["helpful"], one["section_ids"]) for one in stored] == [
        ("en lampa?", True, ["lampor"])
    ]
    assert said(shown) == (["done"], [""])


def test_a_no_is_stored_at_once_and_its_reason_under_the_same_key(
    shown: VerdictState, stored: list[dict[str, Any]]
) -> None:
    run(shown.did_not_help(1))
    after_no = said(shown)
    run(shown.give_reason({"turn": "1", "reason": "Jag saknar priset."}))

    assert after_no == (["why"], [""])
    assert [one["reason"] for one in stored] == ["", "Jag saknar priset."]
    assert len({one["key"] for one in stored}) == 1
    assert said(shown) == (["done"], [""])


def test_two_visits_have_keys_of_their_own(
    shown: VerdictState, stored: list[dict[str, Any]], assistant: Answering
) -> None:
    run(shown.helped(1))
    other = visit(AskState, "/fraga?q=en+lampa%3F&per=2026-11-21")
    run(other.load())
    run(root_of(other).substates[VerdictState.get_name()].helped(1))  # type: ignore[attr-defined]

    assert len({one["key"] for one in stored}) == 2


@pytest.mark.parametrize("turn", [0, 2, "1", None, [1]])
def test_an_answer_that_is_not_on_the_page_cannot_be_judged(
    shown: VerdictState, stored: list[dict[str, Any]], turn: Any
) -> None:
    run(shown.helped(turn))

    assert stored == []


@pytest.mark.parametrize(
    "form", [None, {}, {"turn": "1"}, {"turn": "x", "reason": "a"}, {"turn": 1, "reason": "a"}]
)
def test_an_unsound_form_stores_nothing(shown: VerdictState, stored: list[dict[str, Any]], form: Any) -> None:
    run(shown.give_reason(form))

    assert stored == []


def test_a_reason_that_is_too_long_is_told_and_not_stored(
    shown: VerdictState, stored: list[dict[str, Any]]
) -> None:
    run(shown.give_reason({"turn": "1", "reason": "a" * 1001}))

    assert stored == []
    assert said(shown)[1] == [words.REASON_TOO_LONG]


def test_too_much_feedback_is_told(shown: VerdictState, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: Any) -> None:
        raise TooMuchFeedbackError("enough")

    monkeypatch.setattr(ask_verdict.service, "record", refuse)

    run(shown.helped(1))

    assert said(shown) == ([], [words.TOO_OFTEN])


def test_a_visit_without_end_is_remembered_for_its_last_answers_only(
    shown: VerdictState, stored: list[dict[str, Any]]
) -> None:
    for number in range(100):
        shown._note(
            replace(root_of(shown).substates[AskState.get_name()].turns[0], permalink=f"/{number}"), "x"
        )

    assert list(shown.notes) == [f"/{number}" for number in range(70, 100)]


@pytest.mark.parametrize("turn", ["9" * 5000, "²", "", "-1", 1, None, [1]])
def test_a_turn_that_no_form_sends_is_let_be(
    shown: VerdictState, stored: list[dict[str, Any]], turn: object
) -> None:
    run(shown.give_reason({"turn": turn, "reason": "x"}))

    assert stored == []


def test_one_reader_cannot_use_up_what_all_may_give(
    shown: VerdictState, stored: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate_limits, "feedback", cache(lambda: RateLimit("30/hour")))
    for _ in range(5):
        run(shown.did_not_help(1))

    assert len(stored) == 3
    assert said(shown)[1] == [words.TOO_OFTEN]
    assert rate_limits.feedback().wait(rate_limits.EVERYBODY) == 0
