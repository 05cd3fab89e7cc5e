"""Reads the question files into one type, so that a misspelt key or a wrong type is found in one place."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

PARTS = ("development", "test")
#: The day a question is asked when its line gives no other.
DEFAULT_DAY = date(2026, 11, 21)

_REQUIRED = frozenset({"id", "question", "kind", "sections", "field", "status"})
_OPTIONAL = frozenset({"facts", "as_of", "previous"})


@dataclass(frozen=True, slots=True)
class Line:
    """One question. `facts`: each inner tuple holds the wordings of one fact, any of which will do."""

    id: str
    question: str
    kind: str
    sections: tuple[str, ...]
    field: str | None
    status: str | None
    facts: tuple[tuple[str, ...], ...]
    day: date
    previous: str | None

    def holds_facts(self, answer: str) -> bool:
        """True when `answer` has every fact in at least one of its wordings, whatever the case."""
        text = answer.casefold()
        return all(any(wording.casefold() in text for wording in fact) for fact in self.facts)


def read_part(part: str) -> list[Line]:
    """The lines of "development" or "test". Raises ValueError for a missing or unknown key."""
    text = (Path(__file__).parent / f"{part}.jsonl").read_text(encoding="utf-8")
    return [_line(json.loads(one)) for one in text.splitlines()]


def _line(given: dict[str, object]) -> Line:
    wrong = (_REQUIRED - given.keys()) | (given.keys() - _REQUIRED - _OPTIONAL)
    if wrong:
        raise ValueError(f"{given.get('id')}: missing or unknown keys {sorted(wrong)}")
    as_of = given.get("as_of")
    return Line(
        id=_text(given["id"]),
        question=_text(given["question"]),
        kind=_text(given["kind"]),
        sections=_texts(given["sections"]),
        field=_optional(given["field"]),
        status=_optional(given["status"]),
        facts=tuple(
            (fact,) if isinstance(fact, str) else _texts(fact) for fact in _list(given.get("facts", []))
        ),
        day=date.fromisoformat(_text(as_of)) if as_of is not None else DEFAULT_DAY,
        previous=_optional(given.get("previous")),
    )


def _text(given: object) -> str:
    if not isinstance(given, str) or not given.strip():
        raise ValueError(f"{given!r} is not a text")
    return given


def _optional(given: object) -> str | None:
    return None if given is None else _text(given)


def _list(given: object) -> list[object]:
    if not isinstance(given, list):
        raise ValueError(f"{given!r} is not a list")
    return given


def _texts(given: object) -> tuple[str, ...]:
    return tuple(_text(one) for one in _list(given))
