"""Kronor are read exactly or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.rental.money import read_kronor, write_kronor


@pytest.mark.parametrize(
    ("text", "ore"),
    [
        ("200", 20000),
        ("199,5", 19950),
        ("199.05", 19905),
        ("1 250", 125000),
        ("1\u00a0250,75", 125075),
        ("0", 0),
    ],
)
def test_an_amount_as_people_write_it(text: str, ore: int) -> None:
    assert read_kronor(text) == ore


@pytest.mark.parametrize("text", ["", "-1", "1,234", "1e3", "NaN", "två", "1.2.3", "٣", "9999999999"])
def test_anything_else_is_no_amount(text: str) -> None:
    assert read_kronor(text) is None


@given(st.integers(0, 10**10))
def test_what_is_written_can_be_read_back(ore: int) -> None:
    assert read_kronor(write_kronor(ore).removesuffix("kr")) == ore
