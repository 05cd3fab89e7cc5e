"""Rental months: counted from the start date each time, so that the last days of a month never drift."""

from calendar import monthrange
from datetime import date, timedelta


def add_months(start: date, months: int) -> date:
    """The day `months` calendar months after `start`; a day that the month lacks becomes its last."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def period(start: date, month: int) -> tuple[date, date]:
    """First and last day of rental month `month` (from 1): 31 January gives 31 January to 27 February."""
    return add_months(start, month - 1), add_months(start, month) - timedelta(days=1)
