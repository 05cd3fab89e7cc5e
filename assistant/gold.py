"""Questions whose right answers are known, as JSON lines: for fitting and measuring, never for answering."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.evaluate import QuestionsError


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question, the sections that are right first (none: no section answers), and what must come out.

    Of each of `facts` one wording is enough. A question that names its own day is asked on `as_of` as well.
    """

    id: str
    text: str
    kind: str
    sections: frozenset[str]
    field: str | None
    status: str | None
    as_of: date | None
    previous: str | None
    facts: tuple[tuple[str, ...], ...]

    @property
    def answerable(self) -> bool:
        """True when a section answers it."""
        return bool(self.sections)


def read_gold(path: Path) -> list[GoldQuestion]:
    """The questions of the file; raises QuestionsError naming file and line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionsError(f"{path}: cannot be read: {error}") from error
    questions = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                questions.append(_question(json.loads(line)))
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
                reason = f"{error.args[0]} is missing" if isinstance(error, KeyError) else error
                raise QuestionsError(f"{path}:{number}: {reason}") from error
    if not questions:
        raise QuestionsError(f"{path}: holds no questions")
    return questions


def _question(given: dict[str, Any]) -> GoldQuestion:
    known, text, kind = given["id"], given["question"], given["kind"]
    if not all(isinstance(one, str) and one for one in (known, text, kind)):
        raise ValueError("id, question and kind must be text")
    as_of = given.get("as_of")
    return GoldQuestion(
        id=known,
        text=text,
        kind=kind,
        sections=frozenset(given["sections"]),
        field=given.get("field"),
        status=given.get("status"),
        as_of=date.fromisoformat(as_of) if as_of else None,
        previous=given.get("previous"),
        facts=tuple((one,) if isinstance(one, str) else tuple(one) for one in given.get("facts") or ()),
    )
