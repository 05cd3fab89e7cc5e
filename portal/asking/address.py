"""The conversation in the address: `/fraga?q=first&q=follow-up&per=2026-11-21`, read and written.

The address is all there is: whoever opens it gets the same questions answered for the same day.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import parse_qs, urlencode

from assistant.words import clean

PATH = "/fraga"
MOST_QUESTIONS = 10
MOST_CHARACTERS = 2000
MOST_PARTS = 100
FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2099, 12, 31)

_DAY = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")


class Fault(StrEnum):
    """What can be wrong with what somebody asks."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    BAD_DATE = "bad_date"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks: sound questions in order, the day if it names one, and the faults met."""

    questions: tuple[str, ...] = ()
    as_of: date | None = None
    faults: tuple[Fault, ...] = ()


def read_day(text: str) -> date | None:
    """The day of this century that `text` names as YYYY-MM-DD, or None for anything else."""
    if not _DAY.fullmatch(text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def question_fault(question: str) -> Fault | None:
    """What is wrong with one question, or None when it may be asked; mark-up alone says nothing."""
    if not clean(visible(question)):
        return Fault.EMPTY
    return Fault.TOO_LONG if len(question.strip()) > MOST_CHARACTERS else None


def visible(text: str) -> str:
    """`text` without what nobody can see: control marks, zero-width and direction marks, outer blanks."""
    return "".join(mark for mark in text if mark.isprintable() or mark.isspace()).strip()


def read_address(query: str) -> Asked:
    """Read the query part of an address; unsound questions and days are left out and named as faults."""
    try:
        values = parse_qs(query.removeprefix("?"), keep_blank_values=True, max_num_fields=MOST_PARTS)
    except ValueError:  # more parts than any page of ours writes
        return Asked(faults=(Fault.TOO_MANY,))
    faults: list[Fault] = []
    questions: list[str] = []
    for written in values.get("q", ()):
        if fault := question_fault(written):
            faults.append(fault)
        else:
            questions.append(visible(written))
    if len(questions) > MOST_QUESTIONS:
        faults.append(Fault.TOO_MANY)
    day_text = values.get("per", [""])[-1]
    as_of = read_day(day_text)
    if day_text.strip() and as_of is None:
        faults.append(Fault.BAD_DATE)
    return Asked(tuple(questions[:MOST_QUESTIONS]), as_of, tuple(dict.fromkeys(faults)))


def write_address(questions: tuple[str, ...], as_of: date | None = None) -> str:
    """The address that asks `questions` for `as_of`; without questions the bare page."""
    pairs = [("q", question) for question in questions]
    if as_of is not None:
        pairs.append(("per", as_of.isoformat()))
    return f"{PATH}?{urlencode(pairs)}" if pairs else PATH
