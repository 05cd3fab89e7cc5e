"""Links inside a statement: `[text](/handbok/id)` and bare https addresses, split into plain parts."""

import re
from dataclasses import dataclass

# Only places of our own and https addresses become links; anything else stays text.
_LINK = re.compile(
    r"\[([^\]\n]+)\]\((/(?!/)[^\s()]*|https://[^\s()]+)\)|(https://[^\s<>()\[\]]+[^\s<>()\[\].,;:!?])"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text, with the address it leads to ("" when it is only text)."""

    text: str
    href: str = ""


def parts(text: str) -> list[Part]:
    """Split `text` into parts in reading order; joined, their texts are what a reader sees."""
    found: list[Part] = []
    at = 0
    for link in _LINK.finditer(text):
        if link.start() > at:
            found.append(Part(text[at : link.start()]))
        label, place, bare = link.groups()
        found.append(Part(label or bare, place or bare))
        at = link.end()
    if at < len(text):
        found.append(Part(text[at:]))
    return found


def plain(text: str) -> str:
    """`text` as it reads, without the marks of its links."""
    return "".join(part.text for part in parts(text))
