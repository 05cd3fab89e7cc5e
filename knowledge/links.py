"""Inline links in statements: `[text](/handbok/<id>)` or `[text](https://…)`, kept verbatim in the text."""

import re
from dataclasses import dataclass

_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")
_SECTION = re.compile(r"^/handbok/([a-z0-9-]+)(?:\?[^#]*)?(?:#([a-z0-9-]+))?$")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a statement: its words and, when they are a link, where to."""

    text: str
    href: str | None = None


def parts(statement: str) -> list[Part]:
    """The statement cut into plain and linked stretches, for display. Joined texts read as the sentence."""
    found: list[Part] = []
    position = 0
    for match in _LINK.finditer(statement):
        if match.start() > position:
            found.append(Part(statement[position : match.start()]))
        found.append(Part(match[1], match[2]))
        position = match.end()
    if position < len(statement):
        found.append(Part(statement[position:]))
    return found


def plain(statement: str) -> str:
    """The statement as it reads, without the addresses of its links."""
    return _LINK.sub(r"\1", statement) if "](" in statement else statement


def addresses(statement: str) -> list[str]:
    """Where the links of a statement lead."""
    return [match[2] for match in _LINK.finditer(statement)]


def section_target(address: str) -> tuple[str, str | None] | None:
    """Section id and anchor of a handbook address or a see-also ("id", "id#anchor"); None for others."""
    match = _SECTION.match(address if address.startswith("/") else f"/handbok/{address}")
    return (match[1], match[2]) if match else None
