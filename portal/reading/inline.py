"""Links inside a statement: `[text](/handbok/id)`, https addresses and telephone numbers, in plain parts."""

import re
from dataclasses import dataclass

# Only places of our own, https addresses and Swedish telephone numbers become links; the rest stays text.
_LINK = re.compile(
    r"\[([^\]\n]+)\]\((/(?!/)[^\s()]*|https://[^\s()]+)\)|(https://[^\s<>()\[\]]+[^\s<>()\[\].,;:!?])"
    r"|(?<![\d-])(0\d{1,3}-\d{2,3}(?: \d{2,3}){1,3})(?![\d-])"
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
        label, place, bare, phone = link.groups()
        found.append(Part(phone, _dial(phone)) if phone else Part(label or bare, place or bare))
        at = link.end()
    if at < len(text):
        found.append(Part(text[at:]))
    return found


def _dial(phone: str) -> str:
    """The address that lets a phone call a Swedish number written as 021-17 30 48."""
    return "tel:+46" + re.sub(r"\D", "", phone)[1:]


def plain(text: str) -> str:
    """`text` as it reads, without the marks of its links."""
    return "".join(part.text for part in parts(text))
