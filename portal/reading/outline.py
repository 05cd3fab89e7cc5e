"""A section version as an outline for display: fields, the groups inside them and their lines."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from knowledge.model import Field, SectionVersion, Statement
from portal.reading.inline import Part, parts


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: its anchor, its text in parts, and whether it is the one somebody asked to see."""

    anchor: str
    parts: list[Part] = field(default_factory=list)
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one sub-heading ("" for lines that stand directly under the field)."""

    heading: str
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FieldOutline:
    """One typed field with its heading as a reader sees it."""

    heading: str
    anchor: str
    groups: list[Group] = field(default_factory=list)


def outline(version: SectionVersion, marked: str = "") -> list[FieldOutline]:
    """The fields of `version` in reading order; the line whose anchor is `marked` is marked."""
    return [_field(one, marked) for one in version.fields]


def heading(name: str) -> str:
    """A field name as a heading: "förskrivare" becomes "Förskrivare"."""
    return name[:1].upper() + name[1:]


def _field(one: Field, marked: str) -> FieldOutline:
    groups = groupby(one.statements, key=lambda statement: statement.group or "")
    return FieldOutline(
        heading(one.name), one.anchor, [Group(name, _lines(members, marked)) for name, members in groups]
    )


def _lines(statements: Iterable[Statement], marked: str) -> list[Line]:
    return [Line(one.anchor, parts(one.text), one.anchor == marked) for one in statements]
