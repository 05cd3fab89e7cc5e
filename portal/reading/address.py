"""Addresses of the handbook: its list, a section, a version of it, a statement in it."""

from datetime import date
from urllib.parse import urlencode

LIST = "/handbok"


def section_address(section_id: str, as_of: date | None = None, anchor: str = "") -> str:
    """The address of a section, for a day and at a statement when given."""
    query = f"?per={as_of.isoformat()}" if as_of else ""
    return f"{LIST}/{section_id}{query}{'#' + anchor if anchor else ''}"


def compare_address(section_id: str, as_of: date | None, other_key: str) -> str:
    """The address that shows a section for a day beside its version `other_key`."""
    pairs = [("per", as_of.isoformat())] if as_of else []
    return f"{LIST}/{section_id}?{urlencode([*pairs, ('jamfor', other_key)])}"


def list_address(text: str = "", area: str = "", iso: str = "") -> str:
    """The address of the list with its filters."""
    pairs = [(name, value) for name, value in (("q", text), ("omrade", area), ("iso", iso)) if value]
    return f"{LIST}?{urlencode(pairs)}" if pairs else LIST
