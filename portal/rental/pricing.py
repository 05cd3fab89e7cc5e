"""The charge schedule of a private rental, per main device. Amounts are whole öre; no clock, no settings.

Source of every rule: Hjälpmedelscentrum's rules for privathyra and privathyra extrasortiment, which are the
handbook's sections privathyra and privathyra-extrasortiment.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.rental.errors import MonthsOutOfRangeError, RentOutOfRangeError, StartOutOfRangeError
from portal.rental.months import period
from portal.texts import rental as texts

START_FEE_ORE = 100_00
HIGHEST_RENT_ORE = 100_000_00
MOST_MONTHS = 600
FIRST_YEAR, LAST_YEAR = 2000, 2200
# privathyra: months 1-6 full, from month 7 half. extrasortiment: months 1-2 plain, from month 3 double.
FIRST_HALF_MONTH = 7
FIRST_DOUBLE_MONTH = 3


class RentalKind(StrEnum):
    """The two kinds of private rental."""

    PRIVATE = "privathyra"
    EXTRA_RANGE = "extrasortiment"


class What(StrEnum):
    """What a charge is for."""

    START_FEE = "startavgift"
    RENT = "hyra"


class How(StrEnum):
    """How a charge is paid."""

    AT_HAND_OUT = "vid utlämning"
    BY_INVOICE = "faktura"


@dataclass(frozen=True, slots=True)
class Charge:
    """One charge. `due` is the hand-out, or the first day of the month that is invoiced."""

    due: date
    period_from: date
    period_to: date
    month: int
    what: What
    amount_ore: int
    how: How
    rule: str


@dataclass(frozen=True, slots=True)
class ChargeSchedule:
    """Every charge of a rental of a whole number of begun months, in the order they fall due."""

    kind: RentalKind
    monthly_rent_ore: int
    start: date
    charges: tuple[Charge, ...]

    @property
    def total_ore(self) -> int:
        """The sum of all charges."""
        return sum(charge.amount_ore for charge in self.charges)


def charge_schedule(kind: RentalKind, monthly_rent_ore: int, start: date, months: int) -> ChargeSchedule:
    """The schedule for `months` begun months from `start`; raises a PricingError when it cannot be made."""
    if not 0 <= monthly_rent_ore <= HIGHEST_RENT_ORE:
        raise RentOutOfRangeError(texts.RENT_OUT_OF_RANGE)
    if not 1 <= months <= MOST_MONTHS:
        raise MonthsOutOfRangeError(texts.MONTHS_OUT_OF_RANGE)
    if not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise StartOutOfRangeError(texts.START_OUT_OF_RANGE)
    rents = (_rent(kind, monthly_rent_ore, start, month) for month in range(1, months + 1))
    return ChargeSchedule(kind, monthly_rent_ore, start, (_start_fee(start), *rents))


def _start_fee(start: date) -> Charge:
    first, last = period(start, 1)
    return Charge(start, first, last, 1, What.START_FEE, START_FEE_ORE, How.AT_HAND_OUT, texts.START_FEE)


def _rent(kind: RentalKind, monthly_rent_ore: int, start: date, month: int) -> Charge:
    first, last = period(start, month)
    at_hand_out = kind is RentalKind.PRIVATE and month == 1
    if kind is RentalKind.PRIVATE:
        amount, rule = _private(monthly_rent_ore, month)
    else:
        amount, rule = _extra_range(monthly_rent_ore, month)
    how = How.AT_HAND_OUT if at_hand_out else How.BY_INVOICE
    return Charge(
        first, first, last, month, What.RENT, amount, how, texts.RENT_AT_HAND_OUT if at_hand_out else rule
    )


def _private(monthly_rent_ore: int, month: int) -> tuple[int, str]:
    """Amount and rule of a privathyra month; half of an odd amount is rounded up to a whole öre."""
    if month < FIRST_HALF_MONTH:
        return monthly_rent_ore, texts.RENT_FULL
    return (monthly_rent_ore + 1) // 2, texts.RENT_HALF


def _extra_range(monthly_rent_ore: int, month: int) -> tuple[int, str]:
    """Amount and rule of an extrasortiment month."""
    if month < FIRST_DOUBLE_MONTH:
        return monthly_rent_ore, texts.RENT_PLAIN
    return monthly_rent_ore * 2, texts.RENT_DOUBLE
