"""The handbook's sections over HTTP; they need no search index and answer from the first moment."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from knowledge.model import SectionVersion
from portal import knowing
from portal.api.documented import problems
from portal.api.parameters import AsOf, IsoParameter, day_or_today
from portal.api.problems import ProblemError
from portal.api.section_shapes import SectionOut, WholeSectionOut, short, whole
from portal.texts import api as texts

router = APIRouter(tags=["handbook"])


@router.get("/api/v1/sections", responses=problems())
def sections(
    area: Annotated[str | None, Query(max_length=80, description="Only this area, by its id.")] = None,
    iso: IsoParameter = None,
    as_of: AsOf = None,
) -> list[SectionOut]:
    """List the sections valid on the day, in the handbook's order."""
    day = day_or_today(as_of)
    found = knowing.handbook().valid_on(day)
    return [short(version, day) for version in found if _matches(version, area, iso)]


@router.get("/api/v1/sections/{section_id}", responses=problems(404))
def section(
    section_id: Annotated[str, Path(max_length=80, description="The section's id.")], as_of: AsOf = None
) -> WholeSectionOut:
    """Give one section as it reads on the day, with its fields, its plain text and all its versions."""
    day = day_or_today(as_of)
    found = knowing.handbook().section(section_id)
    if found is None:
        raise ProblemError(404, texts.UNKNOWN_SECTION)
    version = found.version_on(day)
    if version is None:
        raise ProblemError(404, texts.NOT_VALID_THEN)
    return whole(found, version, day)


def _matches(version: SectionVersion, area: str | None, iso: str | None) -> bool:
    if area and version.area != area:
        return False
    return not iso or any(code.replace(" ", "").startswith(iso) for code in version.iso_codes)
