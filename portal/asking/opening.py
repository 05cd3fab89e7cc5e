"""The section that a citation opens beside the answer, with the cited line marked."""

from dataclasses import dataclass, field
from datetime import date

from knowledge.model import Handbook
from portal.asking.rows import CitationRow
from portal.asking.view import status_words
from portal.reading.address import section_address
from portal.reading.outline import FieldOutline, outline
from portal.reading.shelf import TAG_KINDS
from portal.texts.dates import validity


@dataclass(frozen=True, slots=True)
class Opened:
    """A section opened under answer number `turn`; turn 0 means that none is open.

    `came_from` is the id of the link that opened it, where the focus returns.
    """

    turn: int = 0
    came_from: str = ""
    title: str = ""
    validity: str = ""
    status: str = ""
    tag_kind: str = "plain"
    href: str = ""
    fields: list[FieldOutline] = field(default_factory=list)


def open_section(handbook: Handbook, citation: CitationRow, came_from: str) -> Opened | None:
    """The cited version with the cited line marked, or None when the handbook has no such line any more."""
    section = handbook.section(citation.section_id)
    as_of = date.fromisoformat(citation.as_of)
    version = section.version_on(as_of) if section else None
    if version is None or version.statement(citation.anchor) is None:
        return None
    return Opened(
        turn=citation.turn,
        came_from=came_from,
        title=version.title,
        validity=validity(version.valid_from, version.valid_to),
        status=status_words(version.status, version.source),
        tag_kind=TAG_KINDS[version.status],
        href=section_address(version.section_id, as_of, citation.anchor),
        fields=outline(version, marked=citation.anchor),
    )
