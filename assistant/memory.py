"""What is left in focus for the next question: sections, classes of articles, and what was asked of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.aspects import Aspect
from assistant.support import is_question
from assistant.understanding import Understanding
from knowledge.lexicon import ARTICLE_TARGETS
from knowledge.model import Handbook

_ASKED = "asked:"
#: A question this short ("och enkla?") goes on asking what was asked before.
_ELLIPSIS = 4
#: The terms of rental are many, so that questions about them go on in whole sentences.
_ELLIPSIS_ON_TERMS = 10
_OF_RENTAL = frozenset((Aspect.REPAIR, Aspect.TRANSPORT, Aspect.RETURN))
_CARRIES_ON = frozenset(("och", "men", "eller", "samt"))


@dataclass(frozen=True, slots=True)
class Focus:
    """`subjects` are section ids or article targets; `asked` is what the question before wanted to know."""

    subjects: tuple[str, ...] = ()
    asked: tuple[Aspect, ...] = ()

    def entries(self) -> tuple[str, ...]:
        """As `Answer.focus` carries it."""
        return (*dict.fromkeys(self.subjects), *(f"{_ASKED}{one}" for one in self.asked))


def read_focus(entries: Iterable[str], handbook: Handbook) -> Focus:
    """The focus that an answer left; unknown entries are passed over."""
    subjects: list[str] = []
    asked: list[Aspect] = []
    known = {aspect.value: aspect for aspect in Aspect}
    for entry in entries:
        if entry in handbook.sections or entry in ARTICLE_TARGETS:
            subjects.append(entry)
        elif entry.startswith(_ASKED) and entry.removeprefix(_ASKED) in known:
            asked.append(known[entry.removeprefix(_ASKED)])
    return Focus(tuple(subjects), tuple(asked))


def carried_on(question: Understanding, focus: Focus) -> Understanding:
    """The question with what was asked before, when it is a mere "och enkla?" about the same thing."""
    if Aspect.RENT in focus.asked and set(question.aspects) & _OF_RENTAL:
        # "Går det att få den hemkörd?" is about what is rented, which has rules of its own.
        return replace(question, aspects=(Aspect.RENT,))
    others = set(question.device_ids) - set(focus.subjects)
    names = others or question.articles or question.absent or question.needs or question.topics
    if question.aspects or names or not focus.asked:
        return question
    if not question.words:
        return replace(question, aspects=focus.asked) if question.dated.found else question
    longest = _ELLIPSIS_ON_TERMS if Aspect.RENT in focus.asked else _ELLIPSIS
    opens = question.words[0].plain in _CARRIES_ON or is_question(question)
    if not opens or len(question.words) > longest:
        return question
    return replace(question, aspects=focus.asked)
