"""Charge schedules: a table that a case officer can read and extend, and rules that hold for every rental."""

import csv
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.rental import pricing
from portal.rental.errors import MonthsOutOfRangeError, RentOutOfRangeError, StartOutOfRangeError
from portal.rental.months import add_months
from portal.rental.pricing import Charge, How, RentalKind, What, charge_schedule

with (Path(__file__).parent / "charges.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))

kinds = st.sampled_from(RentalKind)
rents = st.integers(0, pricing.HIGHEST_RENT_ORE)
starts = st.dates(date(2000, 1, 1), date(2200, 12, 31))
months = st.integers(1, 60)


@pytest.mark.parametrize("row", ROWS, ids=[row["case"] for row in ROWS])
def test_the_case_officers_table_holds(row: dict[str, str]) -> None:
    schedule = charge_schedule(
        RentalKind(row["kind"]),
        int(row["monthly_rent_ore"]),
        date.fromisoformat(row["start"]),
        int(row["months"]),
    )

    charge = schedule.charges[int(row["row"]) - 1]
    told = {name: str(getattr(charge, name)) for name in Charge.__slots__ if name != "rule"}
    assert told == {name: row[name] for name in told}
    assert schedule.total_ore == int(row["total_ore"])


@settings(max_examples=100, deadline=None)
@given(kinds, rents, starts, months)
def test_the_months_follow_on_each_other_without_gap_or_overlap(
    kind: RentalKind, rent: int, start: date, count: int
) -> None:
    rent_charges = charge_schedule(kind, rent, start, count).charges[1:]

    assert [charge.month for charge in rent_charges] == list(range(1, count + 1))
    assert rent_charges[0].period_from == start
    for earlier, later in pairwise(rent_charges):
        assert later.period_from == earlier.period_to + timedelta(days=1)
        assert later.period_from == add_months(start, later.month - 1)


@settings(max_examples=100, deadline=None)
@given(kinds, rents, starts, months)
def test_a_further_month_adds_one_charge_and_changes_no_other(
    kind: RentalKind, rent: int, start: date, count: int
) -> None:
    shorter = charge_schedule(kind, rent, start, count)
    longer = charge_schedule(kind, rent, start, count + 1)

    assert longer.charges[:-1] == shorter.charges
    assert longer.total_ore == shorter.total_ore + longer.charges[-1].amount_ore


@settings(max_examples=100, deadline=None)
@given(kinds, rents, starts, months)
def test_there_is_one_start_fee_and_all_amounts_are_whole_ore(
    kind: RentalKind, rent: int, start: date, count: int
) -> None:
    schedule = charge_schedule(kind, rent, start, count)

    assert [charge.what for charge in schedule.charges] == [What.START_FEE] + [What.RENT] * count
    assert all(type(charge.amount_ore) is int and charge.amount_ore >= 0 for charge in schedule.charges)
    assert schedule.total_ore == sum(charge.amount_ore for charge in schedule.charges)


@settings(max_examples=100, deadline=None)
@given(rents, starts, months)
def test_two_halves_are_the_rent_or_one_ore_more(rent: int, start: date, count: int) -> None:
    for charge in charge_schedule(RentalKind.PRIVATE, rent, start, count).charges[7:]:
        assert 0 <= charge.amount_ore * 2 - rent <= 1


@given(rents, starts)
def test_at_hand_out_privathyra_takes_fee_and_rent_and_extrasortiment_the_fee_alone(
    rent: int, start: date
) -> None:
    def at_hand_out(kind: RentalKind) -> int:
        charges = charge_schedule(kind, rent, start, 3).charges
        return sum(charge.amount_ore for charge in charges if charge.how is How.AT_HAND_OUT)

    assert at_hand_out(RentalKind.PRIVATE) == pricing.START_FEE_ORE + rent
    assert at_hand_out(RentalKind.EXTRA_RANGE) == pricing.START_FEE_ORE


@pytest.mark.parametrize(
    ("rent", "start", "count", "error"),
    [
        (-1, date(2026, 1, 1), 1, RentOutOfRangeError),
        (pricing.HIGHEST_RENT_ORE + 1, date(2026, 1, 1), 1, RentOutOfRangeError),
        (1, date(2026, 1, 1), 0, MonthsOutOfRangeError),
        (1, date(2026, 1, 1), 601, MonthsOutOfRangeError),
        (1, date(1999, 12, 31), 1, StartOutOfRangeError),
        (1, date.max, 1, StartOutOfRangeError),
    ],
)
def test_what_cannot_be_priced_is_refused(rent: int, start: date, count: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        charge_schedule(RentalKind.PRIVATE, rent, start, count)
