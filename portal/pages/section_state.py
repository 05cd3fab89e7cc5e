"""What a section's page reads from its address: the day to show, and a version to compare with."""

from urllib.parse import parse_qs

import reflex as rx

from knowledge.model import SectionVersion
from portal import knowing
from portal.asking.address import read_day
from portal.clock import today
from portal.pages.place import NOWHERE, place
from portal.reading.address import section_address
from portal.reading.compare import FieldChange
from portal.reading.versions import Comparison, Position, compare, position, version_to_show
from portal.texts import handbook as words
from portal.texts.dates import long_date, validity


def shown_key(version: SectionVersion) -> str:
    """What names one version of one section among all pages."""
    return f"{version.section_id}@{version.key}"


class SectionState(rx.State):
    """Which version is shown, "" before anybody has looked: then the one that was valid at the build."""

    at: str = NOWHERE
    shown: str = ""
    position: str = Position.NOW.value
    day: str = ""
    day_error: str = ""
    address: str = ""
    note: str = ""
    compared: str = ""
    comparison: rx.Field[list[FieldChange]] = rx.field(default_factory=list)

    @rx.var
    def current(self) -> bool:
        """Whether all this belongs to the page on the screen."""
        return self.at == place(self.router.url)

    @rx.event
    def load(self) -> None:
        """Show what the address asks for; runs again on every reconnect and then changes nothing."""
        self.at = place(self.router.url)
        section = knowing.handbook().section(self.router.url.path.rstrip("/").rsplit("/", 1)[-1])
        if section is None:
            return
        asked, other = _asked(self.router.url.query)
        day = read_day(asked) or today()
        version = version_to_show(section, day)
        self.shown = shown_key(version)
        self.position = position(version, today()).value
        self.day = day.isoformat()
        self.address = section_address(section.id, read_day(asked))
        self.day_error = words.DAY_BAD if asked and read_day(asked) is None else ""
        self.note = "" if version.is_valid_on(day) else words.no_version(long_date(day))
        self._compare(compare(section, version, other) if other else None, asked_for=bool(other))

    def _compare(self, found: Comparison | None, *, asked_for: bool) -> None:
        self.comparison = found.fields if found else []
        if found is None:
            self.compared = words.COMPARE_UNKNOWN if asked_for else ""
            return
        older, newer = (validity(one.valid_from, one.valid_to) for one in (found.older, found.newer))
        self.compared = words.compared(older, newer)


def _asked(query: str) -> tuple[str, str]:
    """The day and the version to compare with, as they stand in the address."""
    try:
        values = parse_qs(query, max_num_fields=20)
    except ValueError:  # more parts than any page of ours writes
        return "", ""
    return values.get("per", [""])[-1].strip(), values.get("jamfor", [""])[-1].strip()
