"""Kronor as people write them, read exactly into whole öre and written back."""

import re

_KRONOR = re.compile(r"(?P<kronor>\d{1,9})(?:[.,](?P<ore>\d{1,2}))?", re.ASCII)


def read_kronor(text: str) -> int | None:
    """Whole öre of "200", "1 250", "199,50" or "199.5"; None when the text is no such amount."""
    match = _KRONOR.fullmatch(re.sub(r"[\s\u00a0\u202f]", "", text))
    if match is None:
        return None
    return int(match["kronor"]) * 100 + int((match["ore"] or "0").ljust(2, "0"))


def write_kronor(ore: int) -> str:
    """Öre as Swedish kronor: "200 kr", "1 250,50 kr" (no-break spaces)."""
    kronor, rest = divmod(ore, 100)
    whole = f"{kronor:,}".replace(",", "\u00a0")
    return f"{whole},{rest:02}\u00a0kr" if rest else f"{whole}\u00a0kr"
