"""The handbook's list: every section once, by area, and the filters that narrow it down."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from knowledge.model import Handbook, SectionVersion, Status
from portal.reading.address import section_address
from portal.reading.inline import plain
from portal.reading.versions import version_to_show
from portal.texts.handbook import AREAS, STATUS

# Statuses that a reader of the list should see; the usual one needs no tag.
_TOLD = (Status.PROPOSED, Status.INCOMPLETE, Status.DECIDED, Status.REPLACED)
TagKind = Literal["plain", "good", "coming", "attention", "old"]

# Areas whose sections are rules rather than devices.
RULE_AREAS = frozenset({"bestammelser", "privathyra"})
# How a tag of portal.ui looks for each status.
TAG_KINDS: dict[Status, TagKind] = {
    Status.IN_FORCE: "good",
    Status.DECIDED: "coming",
    Status.PROPOSED: "coming",
    Status.REPLACED: "old",
    Status.INCOMPLETE: "plain",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `marked` when it says what was searched for."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One section in the list, as of a day. `status` is "" for a section that simply is in force."""

    section_id: str
    title: str
    href: str
    area: str
    area_name: str
    lead: str
    iso: str
    status: str
    tag_kind: TagKind
    # Only in the results of a search: what to show of the section instead of its lead.
    pieces: list[Piece] = field(default_factory=list, compare=False)


@dataclass(frozen=True, slots=True)
class Shelf:
    """One area with its entries in alphabetical order."""

    area: str
    name: str
    entries: list[Entry] = field(default_factory=list)


def entries(handbook: Handbook, day: date) -> list[Entry]:
    """Every section of the handbook as it stands on `day`, in Swedish alphabetical order."""
    shown = [_entry(version_to_show(section, day)) for section in handbook.sections.values()]
    return sorted(shown, key=lambda one: _alphabetical(one.title))


def shelves(listed: Sequence[Entry]) -> list[Shelf]:
    """`listed` by area in the handbook's own order; areas without entries are left out."""
    areas = [*AREAS, *sorted({one.area for one in listed} - AREAS.keys())]
    found = [Shelf(area, _area_name(area), [one for one in listed if one.area == area]) for area in areas]
    return [shelf for shelf in found if shelf.entries]


def narrow(
    listed: Sequence[Entry],
    *,
    text: str = "",
    area: str = "",
    iso: str = "",
    ranked: Sequence[str] = (),
) -> list[Entry]:
    """The entries that pass every filter given.

    `iso` is a code or the beginning of one in any spelling. `text` matches titles first; then come the
    sections of `ranked` (section ids, best first) that the searcher found in the texts themselves.
    """
    digits = re.sub(r"\D", "", iso)
    if iso.strip() and not digits:
        return []
    kept = [one for one in listed if (not area or one.area == area) and _has_iso(one, digits)]
    return by_words(kept, text, ranked) if text.strip() else kept


def by_words(listed: Sequence[Entry], text: str, ranked: Sequence[str]) -> list[Entry]:
    """Entries whose title, lead or code holds every word of `text`, then those of `ranked` in its order."""
    words = text.casefold().split()
    in_title = [one for one in listed if all(word in one.title.casefold() for word in words)]
    by_id = {one.section_id: one for one in listed}
    in_text = [by_id[section_id] for section_id in ranked if section_id in by_id]
    elsewhere = [one for one in listed if all(word in _searched(one) for word in words)]
    return list(dict.fromkeys([*in_title, *in_text, *elsewhere]))


def _entry(version: SectionVersion) -> Entry:
    told = version.status in _TOLD
    return Entry(
        section_id=version.section_id,
        title=version.title,
        href=section_address(version.section_id),
        area=version.area,
        area_name=_area_name(version.area),
        lead=lead(version),
        iso=", ".join(version.iso_codes),
        status=STATUS[version.status] if told else "",
        tag_kind=TAG_KINDS[version.status],
    )


def lead(version: SectionVersion) -> str:
    """The first statement of the section, as one plain sentence or two."""
    first = next((statement for _, statement in version.statements()), None)
    return plain(first.text) if first else ""


def _area_name(area: str) -> str:
    return AREAS.get(area, area.replace("-", " ").capitalize())


def _searched(one: Entry) -> str:
    return f"{one.title} {one.lead} {one.iso} {one.iso.replace(' ', '')}".casefold()


def _has_iso(one: Entry, digits: str) -> bool:
    codes = [code.replace(" ", "") for code in one.iso.split(", ")]
    return not digits or any(code.startswith(digits) for code in codes if code)


def _alphabetical(title: str) -> list[int]:
    """A sort key that puts å, ä and ö last, as Swedish does."""
    order = "abcdefghijklmnopqrstuvwxyzåäö"
    return [order.find(mark) if mark in order else -1 for mark in title.casefold()]
