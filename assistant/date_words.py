"""The Swedish words for days, months, seasons and spans of time, and what each of them means."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from assistant.words import plain, unaccented

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan"),
            ("februari", "febuari", "feb"),
            ("mars", "mar"),
            ("april", "apr"),
            ("maj",),
            ("juni", "jun"),
            ("juli", "jul"),
            ("augusti", "aug"),
            ("september", "sept", "sep"),
            ("oktober", "okt"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
MONTH = "|".join(name for name in MONTHS if len(name) > 4 or name in {"mars", "maj", "juni", "juli"})
SHORT_MONTH = "|".join(name for name in MONTHS if name not in MONTH.split("|"))
SEASONS = {"varen": 3, "sommaren": 6, "hosten": 9, "vintern": 12}
PAST_SEASONS = {"varas": 3, "somras": 6, "hostas": 9, "vintras": 12}

BEFORE = frozenset({"fore", "innan"})
BEFORE_FORMS = "fore|innan"
FROM = plain(
    "från och med|fr o m|fr\\.o\\.m\\.|from|från|i|under|efter|före|innan|till|tills|sedan|senast|redan"
)
YEAR_VERBS = frozenset(("galler", "gallde", "andras", "andrades", "hander"))
YEAR_LEADS = plain(
    "från och med|från|gäller|gällde|ändras|ändrades|händer|i|under|år|före|innan|efter|sedan|till|för|per"
)

_NUMBERS = {"en": 1, "ett": 1, "tva": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "tio": 10, "tolv": 12}
COUNT = "|".join(_NUMBERS) + r"|\d{1,2}"
_MONTHS_IN = {"manad": 1, "manader": 1, "halvar": 6, "ar": 12}
_DAYS_IN = {"dag": 1, "dagar": 1, "vecka": 7, "veckor": 7}
UNIT = "|".join(sorted((*_MONTHS_IN, *_DAYS_IN), key=len, reverse=True))

#: What stands after a number that counts something, and before one that numbers something.
COUNTED = r"kr\b|kronor|sek\b|:-|ore\b|st\b|stycken|gram|kg\b|mm\b|cm\b|meter|gang|patient|person|procent|%"
NUMBERED = re.compile(
    r"\b(?:iso|nr|nummer|artikel|artikelnummer|modell|modellen|typ|fs|fodd|kod|koden|kostar|kostade)\.?:?\s*$"
)

_PAST = re.compile(unaccented(r"\b(gällde|brukade|förut|tidigare|var|betalade|fick|kunde|kostade|såg)\b"))
#: Somebody's story rather than a rule: a person is the subject of the clause.
SOMEBODY = re.compile(
    unaccented(
        r"\b(jag|hon|han|hen|vi|de|dom|min|mitt|mina|hans|hennes|vår|mamma|pappa|mor|far|fru|man|make|maka|dotter|son|"
        r"brukaren|patienten|farmor|farfar|mormor|morfar)\b"
    )
)
#: The clause asks what applied, so that a past day in it is the day asked about.
ABOUT_RULES = re.compile(
    unaccented(
        r"gäll(er|de)|kriteri|regel|regler|förskriv|skriva ut|betala|kosta|avgift|handbok|krav|villkor"
    )
)


def is_past(text: str) -> bool:
    """True when the question speaks of what used to apply."""
    return bool(_PAST.search(text))


def add_months(day: date, months: int) -> date:
    """The same day `months` later (earlier when negative), or the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shifted(day: date, count: str, unit: str, sign: int) -> date:
    """`count` units before (sign −1) or after (sign 1) `day`."""
    number = _NUMBERS.get(count) or int(count)
    if unit in _DAYS_IN:
        return day + timedelta(days=sign * number * _DAYS_IN[unit])
    return add_months(day, sign * number * _MONTHS_IN[unit])


def _turn_of_year(day: date) -> date:
    """The coming 1 January; in January the one that has just been."""
    return day if day.month == 1 else date(day.year + 1, 1, 1)


def _next_year(day: date) -> date:
    return date(day.year + 1, 1, 1)


def _last_year(day: date) -> date:
    return date(day.year - 1, 12, 31)


def _before_turn(day: date) -> date:
    return date(day.year, 12, 31)


_SAID: dict[str, Callable[[date], date]] = {
    **dict.fromkeys(
        (
            "från och med årsskiftet",
            "från årsskiftet",
            "efter årsskiftet",
            "vid årsskiftet",
            "till årsskiftet",
            "från nyår",
            "efter nyår",
            "efter nyåret",
            "vid nyår",
            "över nyår",
        ),
        _turn_of_year,
    ),
    **dict.fromkeys(("före årsskiftet", "innan årsskiftet", "före nyår", "innan nyår"), _before_turn),
    **dict.fromkeys(("nästa år", "nästkommande år", "kommande år"), _next_year),
    **dict.fromkeys(("i fjol", "ifjol", "förra året", "föregående år", "fjolåret"), _last_year),
    **dict.fromkeys(("idag", "i dag", "just nu", "i år", "för närvarande"), lambda day: day),
    **dict.fromkeys(("igår", "i går"), lambda day: day - timedelta(days=1)),
    **dict.fromkeys(("imorgon", "i morgon", "imorn"), lambda day: day + timedelta(days=1)),
    "nästa vecka": lambda day: day + timedelta(days=7 - day.weekday()),
    "förra veckan": lambda day: day - timedelta(days=7 + day.weekday()),
    "nästa månad": lambda day: add_months(day.replace(day=1), 1),
    "förra månaden": lambda day: add_months(day.replace(day=1), -1),
}
#: Expression without å, ä and ö → the day it means, said on a given day.
RELATIVE = {plain(form): meaning for form, meaning in _SAID.items()}
RELATIVE_FORMS = "|".join(
    re.escape(form).replace(r"\ ", r"\s+") for form in sorted(RELATIVE, key=len, reverse=True)
)
