"""Personnummer and samordningsnummer, read strictly: ASCII digits alone, a real date, the right check digit.

Source of the rules: Skatteverket. A personnummer is the date of birth, three digits and a check digit (Luhn
over the last ten). A samordningsnummer has 60 added to the day; when the birth date is not known, its month
or its day may be 00. With two digits for the year, `+` instead of `-` is written from the year somebody turns
100.
Reserve and interim numbers (with letters) are no identity: they are refused.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from auth.errors import NotAnIdentityNumber, NumberFault

_TWELVE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})-?([0-9]{4})")
_TEN = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})([-+]?)([0-9]{4})")
# The first who were given a number in 1947 were born in the 1800s; a number of another century is mistyped.
_CENTURIES = ("18", "19", "20")
_COORDINATION = 60


class NumberKind(StrEnum):
    """The two kinds of identity number that Skatteverket gives."""

    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"


@dataclass(frozen=True, repr=False)
class IdentityNumber:
    """A valid number as twelve digits; shown masked wherever it is written out by accident."""

    digits: str
    kind: NumberKind

    @property
    def born(self) -> date | None:
        """The date of birth, or None when the number does not tell it."""
        return _birth_date(self.digits)

    def written(self) -> str:
        """As people write it: YYYYMMDD-NNNN. Personal data: for its owner, never for logs or addresses."""
        return f"{self.digits[:8]}-{self.digits[8:]}"

    def __repr__(self) -> str:
        return f"<{self.kind}>"

    __str__ = __repr__


def parse(text: str, *, today: date | None = None) -> IdentityNumber:
    """The number that `text` writes with twelve digits, or with ten when `today` is given.

    `today` tells the century of ten digits and refuses a birth date to come. Raises NotAnIdentityNumber.
    """
    digits = _twelve_digits(text, today)
    if digits[:2] not in _CENTURIES:
        raise NotAnIdentityNumber(NumberFault.DATE)
    kind = _kind(digits)
    if today is not None and _earliest_birth(digits) > today:
        raise NotAnIdentityNumber(NumberFault.FUTURE)
    if _luhn(digits[2:]) % 10:
        raise NotAnIdentityNumber(NumberFault.CHECK_DIGIT)
    return IdentityNumber(digits, kind)


def _twelve_digits(text: str, today: date | None) -> str:
    if match := _TWELVE.fullmatch(text):
        return "".join(match.groups())
    match = _TEN.fullmatch(text)
    if match is None:
        raise NotAnIdentityNumber(NumberFault.FORM)
    if today is None:
        raise NotAnIdentityNumber(NumberFault.CENTURY_UNKNOWN)
    year, month, day, sign, last = match.groups()
    whole_year = today.year - (today.year - int(year)) % 100 - (100 if sign == "+" else 0)
    return f"{whole_year:04}{month}{day}{last}"


def _kind(digits: str) -> NumberKind:
    """The kind, from a date that exists; raises NotAnIdentityNumber when it does not."""
    month, day = int(digits[4:6]), int(digits[6:8])
    if day < _COORDINATION:
        if _birth_date(digits) is None:
            raise NotAnIdentityNumber(NumberFault.DATE)
        return NumberKind.PERSONNUMMER
    unknown = month == 0 or day == _COORDINATION
    if unknown and month <= 12 and day - _COORDINATION <= 31:
        return NumberKind.SAMORDNINGSNUMMER
    if _birth_date(digits) is None:
        raise NotAnIdentityNumber(NumberFault.DATE)
    return NumberKind.SAMORDNINGSNUMMER


def _birth_date(digits: str) -> date | None:
    day = int(digits[6:8])
    try:
        return date(int(digits[:4]), int(digits[4:6]), day - _COORDINATION if day > _COORDINATION else day)
    except ValueError:
        return None


def _earliest_birth(digits: str) -> date:
    """The first day that the number can stand for."""
    known = _birth_date(digits)
    return known if known else date(int(digits[:4]), max(1, int(digits[4:6])), 1)


def _luhn(digits: str) -> int:
    """The Luhn sum: every other digit doubled from the left, its digits added."""
    return sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(digits))
