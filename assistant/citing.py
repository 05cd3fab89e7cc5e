"""Turns chosen statements into answer items and numbered citations, here and nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant import texts
from assistant.answer import AnswerItem, Citation
from knowledge.model import Field, Handbook, SectionVersion, Statement, Status


@dataclass(frozen=True, slots=True)
class Piece:
    """A statement chosen for the answer; `lead` is our own connecting text before it."""

    version: SectionVersion
    field: Field
    statement: Statement
    lead: str = ""
    heading: str | None = None

    @property
    def place(self) -> tuple[str, str]:
        """What makes two pieces the same statement."""
        return self.version.section_id, self.statement.anchor


def without_repeats(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with each statement once, in order."""
    seen: dict[tuple[str, str], Piece] = {}
    for piece in pieces:
        seen.setdefault(piece.place, piece)
    return list(seen.values())


def cite(
    pieces: Iterable[Piece], handbook: Handbook, as_of: date
) -> tuple[tuple[AnswerItem, ...], tuple[Citation, ...]]:
    """One item and one citation per statement, numbered from 1 in reading order."""
    items: list[AnswerItem] = []
    citations: list[Citation] = []
    for number, piece in enumerate(without_repeats(pieces), start=1):
        citations.append(_citation(number, piece, handbook, as_of))
        items.append(AnswerItem(piece.lead + piece.statement.text, (number,), _heading(piece)))
    return tuple(items), tuple(citations)


def _heading(piece: Piece) -> str:
    return piece.heading or texts.heading(piece.version.title, piece.field.name, piece.statement.group)


def _citation(number: int, piece: Piece, handbook: Handbook, as_of: date) -> Citation:
    version, statement = piece.version, piece.statement
    return Citation(
        number=number,
        section_id=version.section_id,
        field=piece.field.name,
        title=version.title,
        iso_codes=version.iso_codes,
        valid_from=version.valid_from,
        valid_to=version.valid_to,
        section_status=version.status,
        source=version.source,
        quote=statement.text,
        anchor=statement.anchor,
        url=section_url(version.section_id, as_of, statement.anchor),
        group=statement.group,
        proposed=is_proposed(piece, handbook),
    )


def section_url(section_id: str, as_of: date, anchor: str | None = None) -> str:
    """The address of a section as it reads on a day, at a statement if one is given."""
    address = f"/handbok/{section_id}?per={as_of.isoformat()}"
    return f"{address}#{anchor}" if anchor else address


def is_proposed(piece: Piece, handbook: Handbook) -> bool:
    """True when the statement is part of an unconfirmed proposal and not in the latest version before it
    that is more than a proposal: what one proposal takes over from another is still proposed."""
    if piece.version.status is not Status.PROPOSED:
        return False
    versions = handbook.sections[piece.version.section_id].versions
    earlier = versions[: versions.index(piece.version)]
    before = next((one for one in reversed(earlier) if one.status is not Status.PROPOSED), None)
    return before is None or all(old.text != piece.statement.text for _, old in before.statements())
