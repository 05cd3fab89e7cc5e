"""Versions of a section in time."""

from datetime import date, timedelta

import pytest

from knowledge.model import Section
from portal.reading.versions import Position, compare, day_within, following, position, version_to_show
from tests.portal.builders import CHANGE, DAY, handbook, version

SECTION = handbook().sections["lampor"]
OLD, NEW = SECTION.versions


def test_the_version_of_the_day_is_shown() -> None:
    assert version_to_show(SECTION, date(2026, 1, 31)) is OLD
    assert version_to_show(SECTION, DAY) is NEW


def test_where_none_is_valid_the_latest_before_and_else_the_first_to_come_is_shown() -> None:
    first = version(valid_from=CHANGE, valid_to=CHANGE + timedelta(days=10))
    section = Section("lampor", (first, version(valid_from=CHANGE + timedelta(days=20))))

    assert version_to_show(section, CHANGE - timedelta(days=1)) is first
    assert version_to_show(section, CHANGE + timedelta(days=15)) is first


@pytest.mark.parametrize(
    ("day", "where"), [(DAY, Position.PAST), (CHANGE, Position.PAST), (date(2026, 1, 31), Position.NOW)]
)
def test_a_version_is_past_from_the_day_after_its_last(day: date, where: Position) -> None:
    assert position(OLD, day) is where


def test_a_version_that_has_not_begun_is_coming() -> None:
    assert position(NEW, date(2026, 1, 31)) is Position.COMING


def test_a_day_within_is_the_nearest_day_of_the_version() -> None:
    assert day_within(NEW, DAY) == DAY
    assert day_within(NEW, date(2025, 1, 1)) == CHANGE
    assert day_within(OLD, DAY) == date(2026, 1, 31)


def test_a_comparison_goes_from_the_older_to_the_newer_whichever_is_shown() -> None:
    for shown, other in ((NEW, "start"), (OLD, "2026-02-01")):
        comparison = compare(SECTION, shown, other)
        assert comparison is not None
        assert (comparison.older, comparison.newer) == (OLD, NEW)


def test_a_version_is_not_compared_with_itself_or_with_one_that_is_not_there() -> None:
    assert compare(SECTION, NEW, NEW.key) is None
    assert compare(SECTION, NEW, "1999-01-01") is None


def test_the_version_after_the_last_is_none() -> None:
    assert following(SECTION, OLD) is NEW
    assert following(SECTION, NEW) is None
