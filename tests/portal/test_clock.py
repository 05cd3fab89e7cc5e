"""The portal's day is Stockholm's, also around midnight and when the clocks change."""

from datetime import UTC, date, datetime

import pytest

from portal import clock


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 11, 21, 22, 59, tzinfo=UTC), date(2026, 11, 21)),
        (datetime(2026, 11, 21, 23, 1, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 7, 1, 21, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 22, 1, tzinfo=UTC), date(2026, 7, 2)),
    ],
)
def test_today_turns_at_midnight_in_stockholm(
    monkeypatch: pytest.MonkeyPatch, instant: datetime, day: date
) -> None:
    monkeypatch.setattr(clock, "now", lambda: instant)

    assert clock.today() == day


def test_now_is_aware_and_in_utc() -> None:
    assert clock.now().tzinfo is UTC


def test_a_naive_datetime_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        clock.in_stockholm(datetime(2026, 1, 1))  # noqa: DTZ001
