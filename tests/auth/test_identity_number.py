"""Identity numbers are read strictly: Skatteverket's are taken, whatever is not exactly one is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from auth.errors import NotAnIdentityNumber, NumberFault
from auth.identity_number import NumberKind, parse

TODAY = date(2026, 11, 21)
ASCII_DIGITS = "0123456789"


def check_digit(nine: str) -> str:
    """Luhn, written another way than in the product: products over nine lose nine."""
    products = [int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(nine)]
    return str(-sum(product - 9 if product > 9 else product for product in products) % 10)


def number(year: int, month: int, day: int, serial: int) -> str:
    eleven = f"{year:04}{month:02}{day:02}{serial:03}"
    return eleven + check_digit(eleven[2:])


def fault(text: str, today: date | None = None) -> NumberFault:
    with pytest.raises(NotAnIdentityNumber) as caught:
        parse(text, today=today)
    return caught.value.code


births = st.dates(date(1880, 1, 1), TODAY)
serials = st.integers(0, 999)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("191212121212", NumberKind.PERSONNUMMER),
        ("189001019802", NumberKind.PERSONNUMMER),
        ("19121212-1212", NumberKind.PERSONNUMMER),
        ("191500722390", NumberKind.SAMORDNINGSNUMMER),
        ("191500882392", NumberKind.SAMORDNINGSNUMMER),
    ],
)
def test_test_numbers_are_taken(text: str, kind: NumberKind) -> None:
    read = parse(text, today=TODAY)

    assert (read.digits, read.kind) == (text.replace("-", ""), kind)


@given(births, serials)
def test_every_birth_date_can_have_a_personnummer(born: date, serial: int) -> None:
    read = parse(number(born.year, born.month, born.day, serial), today=TODAY)

    assert (read.kind, read.born) == (NumberKind.PERSONNUMMER, born)


@given(births, serials)
def test_a_samordningsnummer_has_sixty_added_to_the_day(born: date, serial: int) -> None:
    read = parse(number(born.year, born.month, born.day + 60, serial), today=TODAY)

    assert (read.kind, read.born) == (NumberKind.SAMORDNINGSNUMMER, born)


@given(st.integers(1880, 2025), st.integers(0, 12), st.integers(60, 91), serials)
def test_an_unknown_month_or_day_is_00(year: int, month: int, day: int, serial: int) -> None:
    assume(month == 0 or day == 60)

    read = parse(number(year, month, day, serial), today=TODAY)

    assert (read.kind, read.born) == (NumberKind.SAMORDNINGSNUMMER, None)


@pytest.mark.parametrize(
    ("month", "day"),
    [(0, 1), (1, 0), (13, 1), (2, 30), (4, 31), (2, 90), (13, 60), (0, 92), (1, 92), (12, 59)],
)
def test_a_date_that_does_not_exist_is_refused(month: int, day: int) -> None:
    assert fault(number(1990, month, day, 238)) is NumberFault.DATE


@given(births, serials, st.integers(1, 9))
def test_any_other_check_digit_is_refused(born: date, serial: int, off: int) -> None:
    right = number(born.year, born.month, born.day, serial)
    wrong = right[:-1] + str((int(right[-1]) + off) % 10)

    assert fault(wrong) is NumberFault.CHECK_DIGIT


@given(births, serials, st.booleans())
def test_ten_digits_mean_the_same_as_twelve(born: date, serial: int, dash: bool) -> None:
    whole = number(born.year, born.month, born.day, serial)
    age = TODAY.year - born.year
    assume(age < 200)
    sign = "+" if age >= 100 else "-" if dash else ""

    assert parse(f"{whole[2:8]}{sign}{whole[8:]}", today=TODAY).digits == whole


def test_the_plus_comes_in_the_year_of_the_hundredth_birthday() -> None:
    whole = number(1926, 12, 24, 238)
    ten = f"{whole[2:8]}+{whole[8:]}"

    assert parse(ten, today=TODAY).digits == whole
    assert parse(ten.replace("+", "-"), today=date(2025, 12, 31)).digits == whole


def test_ten_digits_need_a_day_to_tell_the_century() -> None:
    assert fault("121212-1212") is NumberFault.CENTURY_UNKNOWN


@given(st.integers(1, 365 * 60), serials)
def test_a_birth_to_come_is_refused_when_the_day_is_known(days: int, serial: int) -> None:
    born = TODAY + timedelta(days=days)

    assert fault(number(born.year, born.month, born.day, serial), TODAY) is NumberFault.FUTURE


def test_a_number_without_a_known_date_is_not_refused_for_the_rest_of_the_year() -> None:
    assert parse(number(2026, 0, 75, 238), today=TODAY).born is None
    assert fault(number(2027, 0, 75, 238), TODAY) is NumberFault.FUTURE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "191212121212\n",
        " 191212121212",
        "191212121212 ",
        "19121212 1212",
        "19121212–1212",
        "19121212+1212",
        "1912-12-12-1212",
        "１９１２１２１２１２１２",
        "١٩١٢١٢١٢١٢١٢",
        "19121212121",
        "1912121212122",
        "1912121212AB",
        "19121212T012",
        "121212-T012",
        "9912129A1212",
        "19121212-1212\x00",
    ],
)
def test_what_is_not_exactly_a_number_is_refused(text: str) -> None:
    assert fault(text, TODAY) is NumberFault.FORM


@given(st.text(max_size=16))
def test_no_text_breaks_it(text: str) -> None:
    try:
        digits = parse(text, today=TODAY).digits
    except NotAnIdentityNumber:
        return
    assert len(digits) == 12
    assert set(digits) <= set(ASCII_DIGITS)


@pytest.mark.parametrize("century", ["00", "17", "21", "99"])
def test_other_centuries_are_refused(century: str) -> None:
    assert fault(century + "1212121212") is NumberFault.DATE


def test_it_is_never_shown_by_accident() -> None:
    read = parse("191212121212")

    assert "1212" not in f"{read} {read!r} {[read]}"
    assert read.written() == "19121212-1212"


def test_an_error_does_not_repeat_what_was_written() -> None:
    with pytest.raises(NotAnIdentityNumber) as caught:
        parse("191212121213")

    assert "1212" not in f"{caught.value} {caught.value!r}"
    assert caught.value.__context__ is None
