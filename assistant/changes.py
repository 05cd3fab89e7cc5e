"""What has changed or is about to: new statements of versions that began in the year up to the asked day."""

from datetime import timedelta

from assistant import texts
from assistant.citing import Piece
from assistant.context import Context, Draft
from knowledge.model import Section, SectionVersion

_YEAR = timedelta(days=366)
_MOST_SECTIONS = 3
_MOST_NEW = 2


def changed(ctx: Context, section_ids: tuple[str, ...]) -> Draft:
    """New statements of the sections (all when none is named), latest first, and what is to come."""
    handbook, day = ctx.library.handbook, ctx.question.day
    sections = [handbook.sections[one] for one in section_ids] or list(handbook.sections.values())
    recent = [version for one in sections if (version := _recent(ctx, one))]
    recent.sort(key=lambda version: (version.valid_from or day, version.section_id), reverse=True)
    pieces = [piece for version in recent[:_MOST_SECTIONS] for piece in _new(ctx, version)]
    coming = [version for one in sections if (version := one.coming_after(day))]
    notes = [texts.coming(one.valid_from, _summary(one)) for one in coming if one.valid_from]
    return Draft(tuple(pieces), tuple(notes), focus=section_ids)


def _summary(version: SectionVersion) -> str:
    return f"{version.title}. {version.change or texts.CHANGES}"


def _recent(ctx: Context, section: Section) -> SectionVersion | None:
    """The section's version on the day when it replaced another within the year before."""
    day = ctx.question.day
    version = section.version_on(day)
    if version is None or version.valid_from is None or version.valid_from <= day - _YEAR:
        return None
    return version if section.before(version) else None


def _new(ctx: Context, version: SectionVersion) -> list[Piece]:
    section = ctx.library.handbook.sections[version.section_id]
    before = section.before(version)
    known = {s.text for _, s in before.statements()} if before else set()
    fresh = [Piece(version, field, s) for field, s in version.statements() if s.text not in known]
    return fresh[:_MOST_NEW]
