"""A conversation replayed from its questions."""

from datetime import date

from assistant.answer import Answer
from portal.asking.conversation import converse
from tests.portal.builders import DAY, answered, refused


class Recording:
    """Answers in order, and remembers what it was asked."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, date, tuple[str, ...]]] = []

    def ask(self, question: str, *, as_of: date, focus: tuple[str, ...] = ()) -> Answer:
        self.asked.append((question, as_of, focus))
        return self.answers[len(self.asked) - 1]


def test_each_question_leans_on_the_devices_of_the_one_before() -> None:
    assistant = Recording(answered(), answered(focus=("ramper",)), answered())

    converse(assistant, ("a", "b", "c"), DAY)

    assert assistant.asked == [("a", DAY, ()), ("b", DAY, ("lampor",)), ("c", DAY, ("ramper",))]


def test_a_refusal_leaves_the_device_spoken_of() -> None:
    assistant = Recording(answered(), refused(), answered())

    converse(assistant, ("a", "b", "c"), DAY)

    assert [focus for _, _, focus in assistant.asked] == [(), ("lampor",), ("lampor",)]
