"""Fixtures of the page tests: a small handbook and an assistant that answers from it."""

from datetime import date

import pytest

from assistant.answer import Answer
from portal import knowing
from tests.portal.builders import answered, handbook


class Answering:
    """Answers every question the same, for the day asked about."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, date, tuple[str, ...]]] = []

    def ask(self, question: str, *, as_of: date, focus: tuple[str, ...] = ()) -> Answer:
        self.asked.append((question, as_of, focus))
        return answered(question, as_of=as_of)


@pytest.fixture
def assistant(monkeypatch: pytest.MonkeyPatch) -> Answering:
    """The assistant that the pages meet, with the small handbook beside it."""
    answering = Answering()
    monkeypatch.setattr(knowing, "assistant", lambda: answering)
    monkeypatch.setattr(knowing, "handbook", handbook)
    monkeypatch.setattr(knowing, "is_ready", lambda: False)
    return answering
