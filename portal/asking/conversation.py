"""A conversation replayed: each question answered with the devices of the one before in focus."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from assistant.answer import Answer


class Answers(Protocol):
    """Whoever answers questions; the assistant does."""

    def ask(self, question: str, *, as_of: date, focus: tuple[str, ...] = ()) -> Answer:
        """The answer to `question` for the day `as_of`, with `focus` the sections spoken of before."""
        ...


def converse(assistant: Answers, questions: Sequence[str], as_of: date) -> tuple[Answer, ...]:
    """Answer `questions` in order for `as_of`; what one answer leaves in focus the next one may lean on.

    A refusal leaves the focus as it was: "och vem betalar?" still finds the device asked about before.
    """
    answers: list[Answer] = []
    focus: tuple[str, ...] = ()
    for question in questions:
        answer = assistant.ask(question, as_of=as_of, focus=focus)
        focus = answer.focus or focus
        answers.append(answer)
    return tuple(answers)
