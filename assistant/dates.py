"""Which day a question asks about: Swedish date expressions, read relative to the day of asking.

A day is taken from words that say one ("1 mars 2026", "från årsskiftet", "2025-12-01") and from years near
the asking ("2027"), never from other numbers, so that ISO codes and prices stay what they are. Where an
expression spans several days its first day is meant, and the answer says which day was chosen.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant import date_words as say
from assistant.words import plain, unaccented


@dataclass(frozen=True, slots=True)
class DateFound:
    """A day that the question names as `text`; `chosen` is True when the very day was our choice."""

    day: date
    start: int
    end: int
    text: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class DateSearch:
    """The day found, if any, and expressions that look like days but do not exist ("31 februari 2026")."""

    found: DateFound | None = None
    impossible: tuple[str, ...] = ()


class _NoSuchDayError(ValueError):
    """The expression names a day that the calendar does not have."""


_Reader = Callable[[re.Match[str], date], tuple[date, bool] | None]
_YEARS = range(2000, 2100)
_NEAR_YEARS = 3


def _day(year: int, month: int, day: int) -> date:
    if year not in _YEARS:
        raise _NoSuchDayError
    try:
        return date(year, month, day)
    except ValueError as error:
        raise _NoSuchDayError from error


def _full_year(text: str) -> int:
    return int(text) + 2000 if len(text) == 2 else int(text)


def _iso(match: re.Match[str], as_of: date) -> tuple[date, bool]:
    return _day(int(match["y"]), int(match["m"]), int(match["d"])), False


def _slash(match: re.Match[str], as_of: date) -> tuple[date, bool]:
    if match["y"]:
        return _day(_full_year(match["y"]), int(match["m"]), int(match["d"])), False
    return _nearest(int(match["m"]), int(match["d"]), as_of, past=False), True


def _named_day(match: re.Match[str], as_of: date) -> tuple[date, bool]:
    month, day = say.MONTHS[match["month"]], int(match["d"])
    if match["y"]:
        return _day(int(match["y"]), month, day), False
    return _nearest(month, day, as_of, past=say.is_past(match.string)), True


def _named_month(match: re.Match[str], as_of: date) -> tuple[date, bool]:
    month = say.MONTHS[match["month"]]
    if match["y"]:
        return _day(int(match["y"]), month, 1), True
    return _nearest(month, 1, as_of, past=say.is_past(match.string)), True


def _nearest(month: int, day: int, as_of: date, *, past: bool) -> date:
    """The day and month nearest in time: forwards, or backwards when the question speaks of the past."""
    this_year = _day(as_of.year, month, day)
    if (month, past) == (as_of.month, False) and day == 1:
        return as_of
    if past:
        return this_year if this_year <= as_of else _day(as_of.year - 1, month, day)
    return this_year if this_year >= as_of else _day(as_of.year + 1, month, day)


def _season(match: re.Match[str], as_of: date) -> tuple[date, bool]:
    return _day(int(match["y"]), say.SEASONS[match["season"]], 1), True


def _coming_season(match: re.Match[str], as_of: date) -> tuple[date, bool]:
    return _nearest(say.SEASONS[match["season"]], 1, as_of, past=False), True


def _past_season(match: re.Match[str], as_of: date) -> tuple[date, bool]:
    return _nearest(say.PAST_SEASONS[match["season"]], 1, as_of, past=True), True


def _year(match: re.Match[str], as_of: date) -> tuple[date, bool]:
    year = int(match["y"])
    if match["how"] in say.BEFORE:
        return _day(year - 1, 12, 31), True
    if match["how"] == "efter":
        return _day(year + 1, 1, 1), True
    if year == as_of.year:
        return as_of, True
    return _day(year, 1, 1), True


def _bare_year(match: re.Match[str], as_of: date) -> tuple[date, bool] | None:
    """A year that stands by itself, near in time and not the number of something ("modell 2025")."""
    year = int(match["y"])
    if abs(year - as_of.year) > _NEAR_YEARS or say.NUMBERED.search(match.string[: match.start()]):
        return None
    return (as_of if year == as_of.year else _day(year, 1, 1)), True


def _relative(match: re.Match[str], as_of: date) -> tuple[date, bool]:
    return say.RELATIVE[re.sub(r"\s+", " ", match[0])](as_of), True


def _ago(match: re.Match[str], as_of: date) -> tuple[date, bool] | None:
    return say.shifted(as_of, match["count"], match["unit"], -1), True


def _ahead(match: re.Match[str], as_of: date) -> tuple[date, bool] | None:
    return say.shifted(as_of, match["count"], match["unit"], 1), True


_D = r"(?P<d>0?[1-9]|[12]\d|3\d)"
_WRITTEN: tuple[tuple[str, _Reader], ...] = (
    (r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?![\d-])", _iso),
    (rf"(?<![\d/]){_D}/(?P<m>\d{{1,2}})(?:\s+|[-/])(?P<y>20\d\d|\d\d(?=\D|$))(?!\d)", _slash),
    (rf"(?<=\bden )(?<![\d/]){_D}/(?P<m>\d{{1,2}})(?![\d/])(?P<y>)", _slash),
    (
        rf"(?<!\d){_D}(?::?[ea])?\s+(?P<month>{say.MONTH}|{say.SHORT_MONTH})(?:\s+(?P<y>20\d\d))?\b",
        _named_day,
    ),
    (rf"(?<!\d\s)\b(?P<month>{say.MONTH}|{say.SHORT_MONTH})\s+(?P<y>20\d\d)\b", _named_month),
    (rf"\b(?:{say.FROM})\s+(?P<month>{say.MONTH})\b(?P<y>)", _named_month),
    (r"\b(?P<season>våren|sommaren|hösten|vintern)\s+(?P<y>20\d\d)\b", _season),
    (r"\btill\s+(?P<season>våren|sommaren|hösten|vintern)\b", _coming_season),
    (r"\bi\s+(?P<season>våras|somras|höstas|vintras)\b", _past_season),
    (rf"\b(?P<how>{say.YEAR_LEADS})\s+(?:år\s+)?(?P<y>20\d\d)\b(?![-/\s]?\d)(?!\s*kr)", _year),
    (rf"(?<![\d.,:/+-])(?<!\d )\b(?P<y>20\d\d)\b(?![.,:/-]?\d| \d|\s*(?:{say.COUNTED}))", _bare_year),
    (rf"\bför\s+(?P<count>{say.COUNT})\s+(?P<unit>{say.UNIT})\s+sed[ae]n\b", _ago),
    (rf"\bom\s+(?P<count>{say.COUNT})\s+(?P<unit>{say.UNIT})\b", _ahead),
    (rf"\b(?:{say.RELATIVE_FORMS})\b", _relative),
)
#: Compared without å, ä and ö, since many write without them.
_FORMS = tuple((re.compile(unaccented(form)), read) for form, read in _WRITTEN)


def find_date(question: str, as_of: date) -> DateSearch:
    """The day that `question` names, read relative to `as_of`; the first one that is about the rules wins."""
    text = plain(question)
    impossible: list[str] = []
    for found in sorted(_candidates(text, as_of, impossible), key=lambda one: one.start):
        if found.day >= as_of or not _is_background(text, found):
            return DateSearch(_as_written(question, _with_boundary(text, found)), tuple(impossible))
    return DateSearch(None, tuple(impossible))


def _candidates(text: str, as_of: date, impossible: list[str]) -> Iterator[DateFound]:
    taken: list[tuple[int, int]] = []
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            try:
                result = read(match, as_of)
            # The calendar ends with the year 9999, and begins with the year 1.
            except (ValueError, OverflowError):
                impossible.append(match[0])
                continue
            if result is not None:
                yield DateFound(result[0], _start(match), match.end(), match[0], result[1])


def _start(match: re.Match[str]) -> int:
    """Where the expression begins; the verb before a year ("ändras 2027") belongs to the question."""
    led_by_verb = match.groupdict().get("how") in say.YEAR_VERBS
    return match.start("y") if led_by_verb else match.start()


def _with_boundary(text: str, found: DateFound) -> DateFound:
    """The day before for "före 1 februari" and "innan mars"; otherwise the day itself."""
    lead = re.search(rf"\b({say.BEFORE_FORMS})\s+(?:den\s+)?$", text[: found.start])
    if not lead:
        return found
    day = max(found.day, date.min + timedelta(days=1)) - timedelta(days=1)
    return DateFound(day, lead.start(), found.end, text[lead.start() : found.end], True)


def _as_written(question: str, found: DateFound) -> DateFound:
    return replace(found, text=question[found.start : found.end])


def _is_background(text: str, found: DateFound) -> bool:
    """True when a past day only tells what happened to someone ("jag fick stroke förra året")."""
    start = max(text.rfind(mark, 0, found.start) for mark in ".!?;,\n") + 1
    ends = [place for mark in ".!?;,\n" if (place := text.find(mark, found.end)) >= 0]
    clause = text[start : min(ends, default=len(text))]
    return bool(say.SOMEBODY.search(clause)) and not say.ABOUT_RULES.search(clause)
