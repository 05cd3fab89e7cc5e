"""The handbook as plain data: sections, their dated versions, fields and statements.

Nothing here reads files, ranks or answers; every other module of the package speaks in these types.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum


class Status(StrEnum):
    """How far a version has come; the words are the handbook's own."""

    IN_FORCE = "gällande"
    DECIDED = "beslutad"
    PROPOSED = "föreslagen"
    REPLACED = "ersatt"
    INCOMPLETE = "ofullständig"


class ArticleClass(StrEnum):
    """The class (artikelansvar) that decides who pays for a device."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    CLINIC = "klinik"


@dataclass(frozen=True, slots=True)
class Source:
    """The document that a version rests on. At least one of page and url, or a diary number, is set."""

    document: str
    diary_number: str | None = None
    page: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One bullet or paragraph: the smallest span that an answer quotes.

    `anchor` is stable within the version ("kriterier-2"), `group` the sub-heading it stands under, if any.
    """

    anchor: str
    text: str
    group: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """A typed field: `name` as the handbook writes it ("förskrivare"), `anchor` in ASCII ("forskrivare")."""

    name: str
    anchor: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Anchors of one version whose sources disagree, none of them known to win, and what about."""

    anchors: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class SectionVersion:
    """One section as it reads during `valid_from <= day < valid_to` (open ends are None)."""

    section_id: str
    title: str
    area: str
    iso_codes: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    status: Status
    source: Source
    fields: tuple[Field, ...]
    further_sources: tuple[Source, ...] = ()
    audience: tuple[str, ...] = ()
    article_class: ArticleClass | None = None
    missing: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    change: str | None = None
    path: str = ""
    line: int = 1

    @property
    def key(self) -> str:
        """What tells this version from its siblings in an address: its first day, or "start"."""
        return self.valid_from.isoformat() if self.valid_from else "start"

    def is_valid_on(self, day: date) -> bool:
        """True when `day` falls within the half-open validity."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day < self.valid_to
        )

    def field(self, name: str) -> Field | None:
        """The field called `name` ("förskrivare"), or None when the version has none."""
        return next((one for one in self.fields if one.name == name), None)

    def statements(self) -> Iterator[tuple[Field, Statement]]:
        """Every statement with its field, in reading order."""
        for one in self.fields:
            for statement in one.statements:
                yield one, statement

    def statement(self, anchor: str) -> Statement | None:
        """The statement at `anchor`, or None."""
        return next((s for _, s in self.statements() if s.anchor == anchor), None)


@dataclass(frozen=True, slots=True)
class Section:
    """One section id with its versions, oldest first, never overlapping."""

    id: str
    versions: tuple[SectionVersion, ...]

    def version_on(self, day: date) -> SectionVersion | None:
        """The version valid on `day`, or None."""
        return next((v for v in self.versions if v.is_valid_on(day)), None)

    def coming_after(self, day: date, within: timedelta = timedelta(days=366)) -> SectionVersion | None:
        """The next version that begins after `day` and no later than `within` from it, or None."""
        return next(
            (v for v in self.versions if v.valid_from is not None and day < v.valid_from <= day + within),
            None,
        )

    def before(self, version: SectionVersion) -> SectionVersion | None:
        """The version that `version` follows, or None for the first."""
        position = self.versions.index(version)
        return self.versions[position - 1] if position else None


@dataclass(frozen=True, slots=True)
class Handbook:
    """A whole handbook: its sections by id, and the hash of the files it was read from."""

    sections: dict[str, Section] = field(default_factory=dict)
    content_hash: str = ""

    def section(self, section_id: str) -> Section | None:
        """The section called `section_id`, or None."""
        return self.sections.get(section_id)

    def versions(self) -> Iterator[SectionVersion]:
        """Every version of every section."""
        for section in self.sections.values():
            yield from section.versions

    def valid_on(self, day: date) -> tuple[SectionVersion, ...]:
        """The versions valid on `day`, at most one per section."""
        return tuple(v for v in self.versions() if v.is_valid_on(day))
