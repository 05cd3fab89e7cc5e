"""Feedback is stored once per shown answer, masked, checked and limited."""

import threading
from datetime import UTC, date, datetime
from typing import Any

import pytest

from portal import clock, database
from portal.feedback import repository, service
from portal.feedback.errors import InvalidFeedbackError, TooMuchFeedbackError
from portal.feedback.models import AnswerFeedback
from portal.masking import MASK

KEY = "answer-0001"
GIVEN: dict[str, Any] = {
    "question": "Vem betalar en rollator?",
    "as_of": date(2026, 11, 21),
    "status": "answered",
    "section_ids": ["kostnadsansvar"],
    "helpful": True,
    "reason": "",
    "key": KEY,
}


def stored(key: str = KEY) -> AnswerFeedback:
    with database.session_scope() as session:
        found = repository.by_key(session, key=key)
    assert found is not None
    return found


def how_many() -> int:
    with database.session_scope() as session:
        return len(repository.since(session, moment=datetime(2000, 1, 1, tzinfo=UTC)))


@pytest.mark.usefixtures("migrated")
class TestStored:
    def test_what_was_said_is_stored(self) -> None:
        service.record(**GIVEN | {"reason": "Tydligt!"})

        row = stored()
        assert (row.question, row.as_of, row.status) == (GIVEN["question"], GIVEN["as_of"], "answered")
        assert (row.section_ids, row.helpful, row.reason) == (["kostnadsansvar"], True, "Tydligt!")
        assert row.created_at.tzinfo is not None

    def test_a_second_click_stores_nothing_more(self) -> None:
        service.record(**GIVEN)
        service.record(**GIVEN)

        assert how_many() == 1

    def test_a_reason_given_afterwards_is_added_and_a_later_one_wins(self) -> None:
        service.record(**GIVEN | {"helpful": False})
        service.record(**GIVEN | {"helpful": False, "reason": "Fel hjälpmedel."})
        service.record(**GIVEN | {"helpful": False, "reason": "Fel år."})

        assert (how_many(), stored().reason, stored().helpful) == (1, "Fel år.", False)

    def test_a_later_verdict_wins_and_keeps_the_reason_and_the_first_moment(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first, second = datetime(2026, 11, 21, 10, tzinfo=UTC), datetime(2026, 11, 21, 11, tzinfo=UTC)
        monkeypatch.setattr(clock, "now", lambda: first)
        service.record(**GIVEN | {"helpful": False, "reason": "Fel år."})
        monkeypatch.setattr(clock, "now", lambda: second)
        service.record(**GIVEN | {"helpful": True})

        row = stored()
        assert (row.helpful, row.reason) == (True, "Fel år.")
        assert (row.created_at, row.changed_at) == (first, second)

    def test_personal_numbers_are_masked(self) -> None:
        service.record(**GIVEN | {"question": "Jag, 19900101-0017?", "reason": "900101-0017 är jag"})

        assert stored().question == f"Jag, {MASK}?"
        assert stored().reason == f"{MASK} är jag"

    def test_the_longest_texts_fit_also_when_masked(self) -> None:
        numbers = "900101-0017 " * 83
        service.record(**GIVEN | {"question": "å" * 2000, "reason": numbers.strip()})

        assert (len(stored().question), len(stored().reason)) == (2000, 1000)

    def test_awkward_characters_are_stored_as_they_are(self) -> None:
        service.record(**GIVEN | {"reason": "🦽 '; DROP TABLE answer_feedback; -- <script>\x00"})

        assert stored().reason == "🦽 '; DROP TABLE answer_feedback; -- <script>"

    def test_half_a_character_is_left_out(self) -> None:
        service.record(**GIVEN | {"reason": "hal\ud800vt"})

        assert stored().reason == "halvt"

    def test_two_clicks_at_once_leave_one_row(self) -> None:
        threads = [threading.Thread(target=service.record, kwargs=GIVEN) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert how_many() == 1

    def test_the_limit_is_shared_by_all_and_nothing_more_is_stored(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PORTAL_RATE_FEEDBACK", "2/hour")
        service.record(**GIVEN | {"key": "answer-0001"})
        service.record(**GIVEN | {"key": "answer-0002"})

        with pytest.raises(TooMuchFeedbackError):
            service.record(**GIVEN | {"key": "answer-0003"})

        assert how_many() == 2

    def test_the_newest_feedback_comes_first(self) -> None:
        for key in ("answer-0001", "answer-0002"):
            service.record(**GIVEN | {"key": key})

        with database.session_scope() as session:
            rows = repository.since(session, moment=datetime(2000, 1, 1, tzinfo=UTC), limit=1)
        assert [row.key for row in rows] == ["answer-0002"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"question": ""},
        {"question": "x" * 2001},
        {"question": None},
        {"reason": "x" * 1001},
        {"reason": 5},
        {"status": "great"},
        {"key": "short"},
        {"key": "med mellanslag"},
        {"helpful": "yes"},
        {"as_of": "2026-11-21"},
        {"section_ids": "kostnadsansvar"},
        {"section_ids": ["../etc/passwd"]},
        {"section_ids": ["a"] * 51},
        {"section_ids": [1]},
    ],
)
def test_what_no_form_of_ours_sends_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(InvalidFeedbackError):
        service.record(**GIVEN | wrong)
