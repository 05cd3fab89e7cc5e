"""Remembers for a while what has been used, so that nothing is accepted twice."""

from collections import OrderedDict

MOST = 20_000


class Once:
    """Values seen during the last `seconds`; the oldest are forgotten first when there are too many."""

    def __init__(self, seconds: float, most: int = MOST) -> None:
        self._seconds = seconds
        self._most = most
        self._seen: OrderedDict[str, float] = OrderedDict()

    def first_time(self, value: str, now: float) -> bool:
        """True when `value` has not been given during the last `seconds`; `now` in seconds of one clock."""
        while self._seen and (len(self._seen) >= self._most or self._oldest() + self._seconds < now):
            self._seen.popitem(last=False)
        if value in self._seen:
            return False
        self._seen[value] = now
        return True

    def _oldest(self) -> float:
        return next(iter(self._seen.values()))
