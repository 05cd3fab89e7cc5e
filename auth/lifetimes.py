"""How long a session lives: without a sign of life, and at the longest."""

import re
from dataclasses import dataclass
from datetime import timedelta

_FORM = re.compile(r"([0-9]{1,4})/([0-9]{1,5})")
LONGEST = timedelta(hours=24)


@dataclass(frozen=True)
class Lifetime:
    """`idle` since the last sign of life, `longest` since sign-in; what comes first ends the session."""

    idle: timedelta
    longest: timedelta


def parse_lifetime(text: str) -> Lifetime:
    """The lifetime written as minutes idle/minutes at the longest, such as 30/480; raises ValueError."""
    match = _FORM.fullmatch(text)
    if match is None:
        raise ValueError("must be written as minutes idle/minutes at the longest, like 30/480")
    idle, longest = (timedelta(minutes=int(minutes)) for minutes in match.groups())
    if not timedelta() < idle <= longest <= LONGEST:
        raise ValueError("must have 1 ≤ idle ≤ longest ≤ 1440 minutes")
    return Lifetime(idle, longest)
