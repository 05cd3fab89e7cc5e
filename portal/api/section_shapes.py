"""Sections as the API shows them: a short form for lists, the whole text and its versions for one."""

from datetime import date

from assistant.citing import section_url
from knowledge.model import Field, Section, SectionVersion
from portal.api.schemas import Shape, SourceOut


class SectionOut(Shape):
    """A section as it reads on a day, without its text."""

    section_id: str
    title: str
    area: str
    iso_codes: list[str]
    article_class: str | None
    valid_from: date | None
    valid_to: date | None
    status: str
    audience: list[str]
    source: SourceOut
    url: str


class StatementOut(Shape):
    """The smallest span that an answer quotes."""

    anchor: str
    text: str
    group: str | None


class FieldOut(Shape):
    """A typed field of a section."""

    name: str
    anchor: str
    statements: list[StatementOut]


class ConflictOut(Shape):
    """Statements whose sources disagree, none of them known to win."""

    anchors: list[str]
    about: str


class VersionOut(Shape):
    """One version of a section: from its first day to the day before `valid_to`."""

    key: str
    title: str
    valid_from: date | None
    valid_to: date | None
    status: str
    change: str | None
    source: SourceOut


class WholeSectionOut(SectionOut):
    """A section with its fields, its plain text and all its versions."""

    as_of: date
    further_sources: list[SourceOut]
    missing: list[str]
    see_also: list[str]
    conflicts: list[ConflictOut]
    change: str | None
    fields: list[FieldOut]
    text: str
    versions: list[VersionOut]


def short(version: SectionVersion, as_of: date) -> SectionOut:
    """The list form of a version."""
    return SectionOut(
        section_id=version.section_id,
        title=version.title,
        area=version.area,
        iso_codes=list(version.iso_codes),
        article_class=version.article_class,
        valid_from=version.valid_from,
        valid_to=version.valid_to,
        status=version.status,
        audience=list(version.audience),
        source=SourceOut.model_validate(version.source),
        url=section_url(version.section_id, as_of),
    )


def whole(section: Section, version: SectionVersion, as_of: date) -> WholeSectionOut:
    """Everything about one version, with what is known of its siblings."""
    return WholeSectionOut(
        **short(version, as_of).model_dump(),
        as_of=as_of,
        further_sources=[SourceOut.model_validate(one) for one in version.further_sources],
        missing=list(version.missing),
        see_also=list(version.see_also),
        conflicts=[ConflictOut(anchors=list(one.anchors), about=one.about) for one in version.conflicts],
        change=version.change,
        fields=[_field(one) for one in version.fields],
        text=plain_text(version),
        versions=versions(section),
    )


def versions(section: Section) -> list[VersionOut]:
    """Every version of a section, oldest first."""
    return [VersionOut.model_validate(version) for version in section.versions]


def plain_text(version: SectionVersion) -> str:
    """The version as one text: every statement stands in it verbatim, on a line of its own."""
    lines = [version.title]
    for field in version.fields:
        lines += ["", field.name.capitalize()]
        group: str | None = None
        for statement in field.statements:
            if statement.group and statement.group != group:
                lines.append(statement.group)
            group = statement.group
            lines.append(statement.text)
    return "\n".join(lines)


def _field(field: Field) -> FieldOut:
    statements = [StatementOut.model_validate(one) for one in field.statements]
    return FieldOut(name=field.name, anchor=field.anchor, statements=statements)
