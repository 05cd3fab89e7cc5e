"""Which version of a section a reader sees, and how the versions lie to each other in time."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from knowledge.model import Section, SectionVersion
from portal.reading.compare import FieldChange, compare_versions


class Position(StrEnum):
    """How a version lies to today."""

    NOW = "now"
    PAST = "past"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of one section beside each other, the older one first, whichever was asked for."""

    older: SectionVersion
    newer: SectionVersion
    fields: list[FieldChange] = field(default_factory=list)


def version_to_show(section: Section, day: date) -> SectionVersion:
    """The version valid on `day`; where there is none the latest before it, else the first to come."""
    valid = section.version_on(day)
    if valid is not None:
        return valid
    past = [one for one in section.versions if position(one, day) is Position.PAST]
    return past[-1] if past else section.versions[0]


def position(version: SectionVersion, today: date) -> Position:
    """Whether `version` is valid on `today`, has been, or will be."""
    if version.is_valid_on(today):
        return Position.NOW
    return Position.PAST if version.valid_to is not None and version.valid_to <= today else Position.COMING


def day_within(version: SectionVersion, preferred: date) -> date:
    """A day on which `version` is valid: `preferred` when it is one, else the nearest to it."""
    if version.is_valid_on(preferred):
        return preferred
    if version.valid_to is not None and version.valid_to <= preferred:
        return version.valid_to - timedelta(days=1)
    return max(preferred, version.valid_from or preferred)


def version_by_key(section: Section, key: str) -> SectionVersion | None:
    """The version whose key stands in an address, or None."""
    return next((one for one in section.versions if one.key == key), None)


def following(section: Section, version: SectionVersion) -> SectionVersion | None:
    """The version that comes after `version`, or None for the last."""
    after = section.versions.index(version) + 1
    return section.versions[after] if after < len(section.versions) else None


def compare(section: Section, shown: SectionVersion, other_key: str) -> Comparison | None:
    """What differs between `shown` and the version called `other_key`; None when there is no such other."""
    other = version_by_key(section, other_key)
    if other is None or other is shown:
        return None
    older, newer = sorted((other, shown), key=section.versions.index)
    return Comparison(older, newer, compare_versions(older, newer))
