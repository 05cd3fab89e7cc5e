"""Dates as Swedish readers write them."""

from datetime import date, timedelta

from babel.dates import format_date

ALWAYS = "Gäller tills vidare"


def long_date(day: date) -> str:
    """`day` in words: "1 februari 2026"."""
    return format_date(day, "d MMMM y", locale="sv_SE")


def validity(valid_from: date | None, valid_to: date | None) -> str:
    """When something is valid, in words; `valid_to` is the day after the last day."""
    last = long_date(valid_to - timedelta(days=1)) if valid_to else ""
    if valid_from and last:
        return f"Gäller från {long_date(valid_from)} till och med {last}"
    if valid_from:
        return f"Gäller från {long_date(valid_from)}"
    return f"Gäller till och med {last}" if last else ALWAYS
