"""Which day a question names, asked on 21 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dates import find_date

ASKED_ON = date(2026, 11, 21)

NAMED = [
    ("Vad gäller 2025-12-01?", "2025-12-01"),
    ("kriterier 1 mars 2026", "2026-03-01"),
    ("kriterier den 1:a mars 2026", "2026-03-01"),
    ("kriterier i mars 2026", "2026-03-01"),
    ("kriterier mar 2026", "2026-03-01"),
    ("kriterier 1/3 2026", "2026-03-01"),
    ("kriterier 1/3-26", "2026-03-01"),
    ("vem betalar från årsskiftet", "2027-01-01"),
    ("vem betalar fran arsskiftet", "2027-01-01"),
    ("vem betalar efter nyår", "2027-01-01"),
    ("vem betalar nästa år", "2027-01-01"),
    ("vad gällde i fjol", "2025-12-31"),
    ("vad gällde förra året", "2025-12-31"),
    ("vad gäller idag", "2026-11-21"),
    ("vad gäller från och med februari", "2027-02-01"),
    ("vad gällde i februari", "2026-02-01"),
    ("vad gällde före 1 februari 2026", "2026-01-31"),
    ("vad gällde innan februari 2026", "2026-01-31"),
    ("reglerna hösten 2025", "2025-09-01"),
    ("vad gäller om ett halvår", "2027-05-21"),
    ("vad gällde för två månader sedan", "2026-09-21"),
    ("vad ändras 2027", "2027-01-01"),
    ("regler för 2025", "2025-01-01"),
    ("kriterier samtalsapparat 2027", "2027-01-01"),
    ("vem betalar badbräda 2027?", "2027-01-01"),
    ("2025 kriterier för larm", "2025-01-01"),
    ("avgifter 2026", "2026-11-21"),
    ("vad gällde under 2025", "2025-01-01"),
    ("Om jag flyttar den 1 januari, vem betalar?", "2027-01-01"),
    ("vem betalar i morgon", "2026-11-22"),
]

NOT_NAMED = [
    "iso 22 21 09",
    "222109",
    "22-21-09",
    "12 06 12",
    "5 000 kr",
    "kostar 2026 kr",
    "rollator 2020",
    "rullstol modell 2025",
    "artikelnummer 2027",
    "HSLF-FS 2025:52",
    "021-17 2025",
    "2 025 kronor eller 2025 kronor",
    "pris 2027 kr",
    "iso 2027",
    "ansvar 1/2",
    "021-17 30 48",
    "klockan 8-12",
    "hjulstorlek 24 tum",
    "Mars är en planet",
    "min man fick stroke förra året och kan inte prata",
    "Hon bröt benet 3 maj 2024. Vem får förskriva rullstol?",
]


@pytest.mark.parametrize(("question", "day"), NAMED)
def test_a_day_in_words_is_found(question: str, day: str) -> None:
    found = find_date(question, ASKED_ON).found

    assert found is not None
    assert found.day == date.fromisoformat(day)


@pytest.mark.parametrize("question", NOT_NAMED)
def test_no_day_is_guessed(question: str) -> None:
    assert find_date(question, ASKED_ON).found is None


def test_a_day_outside_the_calendar_is_reported_and_not_used() -> None:
    search = find_date("Vad gäller 31 februari 2026?", ASKED_ON)

    assert search.found is None
    assert search.impossible == ("31 februari 2026",)


def test_the_day_is_given_back_as_it_was_written() -> None:
    found = find_date("Vad gäller 1 MARS 2026?", ASKED_ON).found

    assert found is not None
    assert found.text == "1 MARS 2026"


def test_a_chosen_day_says_that_it_was_chosen() -> None:
    exact = find_date("1 mars 2026", ASKED_ON).found
    month = find_date("i mars 2026", ASKED_ON).found

    assert exact is not None and not exact.chosen
    assert month is not None and month.chosen


@given(st.text(max_size=300), st.dates(date(2000, 1, 1), date(2099, 12, 30)))
def test_no_text_breaks_the_search(text: str, as_of: date) -> None:
    find_date(text, as_of)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_iso_date_is_read(day: date) -> None:
    found = find_date(f"Vad gäller {day.isoformat()}?", ASKED_ON).found

    assert found is not None
    assert found.day == day
