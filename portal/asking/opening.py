"""The section that a citation opens beside the answer, with the cited line marked."""

from dataclasses import dataclass, field
from datetime import date

from knowledge.model import Handbook
from portal.asking.view import status_words
from portal.reading.address import section_address
from portal.reading.outline import FieldOutline, outline
from portal.reading.shelf import TAG_KINDS
from portal.texts.dates import validity


@dataclass(frozen=True, slots=True)
class Opened:
    """A section opened under answer number `turn`; turn 0 means that none is open."""

    turn: int = 0
    number: int = 0
    section_id: str = ""
    anchor: str = ""
    title: str = ""
    validity: str = ""
    status: str = ""
    tag_kind: str = "plain"
    href: str = ""
    fields: list[FieldOutline] = field(default_factory=list)


def open_section(
    handbook: Handbook, section_id: str, anchor: str, *, as_of: date, turn: int, number: int
) -> Opened | None:
    """The version of `section_id` valid on `as_of` with the line `anchor` marked, None if there is none."""
    section = handbook.section(section_id)
    version = section.version_on(as_of) if section else None
    if version is None or version.statement(anchor) is None:
        return None
    return Opened(
        turn=turn,
        number=number,
        section_id=section_id,
        anchor=anchor,
        title=version.title,
        validity=validity(version.valid_from, version.valid_to),
        status=status_words(version.status, version.source),
        tag_kind=TAG_KINDS[version.status],
        href=section_address(section_id, as_of, anchor),
        fields=outline(version, marked=anchor),
    )
