"""The only place that reads the clock: today's date where the users live, and the instant in UTC."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def now() -> datetime:
    """The present instant, aware and in UTC, as it is stored."""
    return datetime.now(UTC)


def today() -> date:
    """Today's date in Europe/Stockholm: the day that "gäller i dag" means to a reader."""
    return now().astimezone(STOCKHOLM).date()


def in_stockholm(moment: datetime) -> datetime:
    """`moment` (aware) on the wall clock in Stockholm, for display; a naive datetime is refused."""
    if moment.tzinfo is None:
        raise ValueError("a naive datetime has no instant")
    return moment.astimezone(STOCKHOLM)
