"""Measures whole answers against questions whose right answers are known."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Answer, AnswerStatus, Citation
from assistant.ask import Assistant
from assistant.decision import Decision
from assistant.fitting import Example
from assistant.gold import GoldQuestion
from knowledge.model import Handbook

ALL = "all"
_REFUSED = frozenset((AnswerStatus.NOT_FOUND, AnswerStatus.OUT_OF_SCOPE))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one question fared; None where a measure does not apply to it.

    `first` and `cited`: a right section is cited first, or at all. `sound`: every quote stands verbatim in
    the version that was valid on the answer's day.
    """

    kind: str
    refused: bool | None
    declined: bool | None
    first: bool | None
    cited: bool | None
    field: bool | None
    status: bool | None
    facts: bool | None
    verbatim: bool
    right_version: bool


MEASURES: dict[str, Callable[[Outcome], bool | None]] = {
    "first": lambda one: one.first,
    "cited": lambda one: one.cited,
    "field": lambda one: one.field,
    "facts": lambda one: one.facts,
    "status": lambda one: one.status,
    "refused": lambda one: one.refused,
    "declined": lambda one: one.declined,
    "verbatim": lambda one: one.verbatim,
    "version": lambda one: one.right_version,
}


def asked(assistant: Assistant, question: GoldQuestion, today: date) -> Answer:
    """The answer as the question's author meant it to be asked: after `previous`, on `as_of`."""
    day = question.as_of or today
    focus = assistant.ask(question.previous, as_of=day).focus if question.previous else ()
    return assistant.ask(question.text, as_of=day, focus=focus)


def outcome(question: GoldQuestion, answer: Answer, handbook: Handbook) -> Outcome:
    """The measures of one answer."""
    sections = [citation.section_id for citation in answer.citations]
    right = [one for one in answer.citations if one.section_id in question.sections]
    refused = answer.status in _REFUSED
    # Declining is as right as a part of the answer; a fact is never asked of such a question.
    may_decline = question.status in {AnswerStatus.PARTIAL, *_REFUSED}
    answers = question.answerable and not (may_decline and refused)
    said = " ".join(item.text for item in answer.answer)
    return Outcome(
        kind=question.kind,
        refused=refused if question.answerable and not may_decline else None,
        declined=refused if not question.answerable else None,
        first=sections[:1] == [one.section_id for one in right[:1]] and bool(right) if answers else None,
        cited=bool(right) if answers else None,
        field=any(one.field == question.field for one in right) if answers and question.field else None,
        status=answer.status == question.status if question.status else None,
        facts=_holds(said, question) if question.facts and not (may_decline and refused) else None,
        verbatim=all(_stands(one, answer, handbook) for one in answer.citations),
        right_version=_versions_hold(answer, handbook),
    )


def _holds(said: str, question: GoldQuestion) -> bool:
    """True when one wording of each fact stands in the answer."""
    return all(any(_folded(wording) in _folded(said) for wording in fact) for fact in question.facts)


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


def _stands(citation: Citation, answer: Answer, handbook: Handbook) -> bool:
    version = handbook.sections[citation.section_id].version_on(answer.as_of)
    statement = version.statement(citation.anchor) if version else None
    return statement is not None and citation.quote in statement.text


def _versions_hold(answer: Answer, handbook: Handbook) -> bool:
    for one in answer.citations:
        version = handbook.sections[one.section_id].version_on(answer.as_of)
        if version is None or (version.valid_from, version.valid_to) != (one.valid_from, one.valid_to):
            return False
    return True


def share(values: Iterable[bool | None]) -> float | None:
    """The share of true ones among those that apply; None when none does."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def table(outcomes: Sequence[Outcome]) -> dict[str, dict[str, float | None]]:
    """Kind (and "all") → measure → share."""
    kinds = [*dict.fromkeys(one.kind for one in outcomes), ALL]
    return {
        kind: {
            name: share(measure(one) for one in outcomes if kind in {one.kind, ALL})
            for name, measure in MEASURES.items()
        }
        for kind in kinds
    }


@dataclass(frozen=True, slots=True)
class Risk:
    """At one threshold: how many questions are answered, and how many of those by a wrong section."""

    threshold: float
    coverage: float
    error: float | None
    refused: float | None
    declined: float | None


def risks(decided: Sequence[tuple[Example, Decision]], thresholds: Sequence[float]) -> list[Risk]:
    """The risk–coverage curve of decisions that were made by weights fitted without the question."""
    found: list[Risk] = []
    for threshold in thresholds:
        answered = [(one, choice) for one, choice in decided if choice.sure >= threshold]
        wrong = [choice.ranked[0][0] not in one.question.sections for one, choice in answered]
        found.append(
            Risk(
                threshold,
                len(answered) / max(len(decided), 1),
                share(wrong),
                share(choice.sure < threshold for one, choice in decided if one.question.answerable),
                share(choice.sure < threshold for one, choice in decided if not one.question.answerable),
            )
        )
    return found
