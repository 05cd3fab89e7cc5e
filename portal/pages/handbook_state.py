"""What the handbook's list knows: the filters of its address and the sections they leave."""

import asyncio
from urllib.parse import parse_qs, urlencode

import reflex as rx

from portal import knowing
from portal.clock import today
from portal.pages.place import NOWHERE, place
from portal.reading.address import LIST
from portal.reading.finding import LONGEST_TEXT, find
from portal.reading.shelf import Entry
from portal.texts import handbook as words


class HandbookState(rx.State):
    """The filters in use. Without any the page shows its own list, which is there before this is."""

    at: str = NOWHERE
    text: str = ""
    area: str = ""
    iso: str = ""
    filtering: bool = False
    found: rx.Field[list[Entry]] = rx.field(default_factory=list)
    count: str = ""
    # How the text was perhaps meant, and the address that asks for it.
    meant: str = ""
    meant_href: str = ""
    # Counts the times the address brought other filters than the fields show: then they are filled anew.
    filled: int = 0

    @rx.var
    def current(self) -> bool:
        """Whether all this belongs to the page on the screen."""
        return self.at == place(self.router.url)

    @rx.event
    async def load(self) -> None:
        """Take the filters from the address; runs again on every reconnect and then changes nothing."""
        text, area, iso = _filters(self.router.url.query)
        if (text, area, iso) != (self.text, self.area, self.iso):
            self.filled += 1
        self.text, self.area, self.iso = text, area, iso
        await self._find()

    @rx.event(supersedes=True)
    async def search(self, text: str) -> None:
        """Search while somebody types; the newest text wins."""
        if isinstance(text, str) and len(text) <= LONGEST_TEXT:
            self.text = text
            await self._find()

    @rx.event(supersedes=True)
    async def choose_iso(self, iso: str) -> None:
        """Show the sections whose code begins with `iso`."""
        if isinstance(iso, str) and len(iso) <= LONGEST_TEXT:
            self.iso = iso
            await self._find()

    @rx.event
    async def choose_area(self, area: str) -> None:
        """Show one area, or all."""
        if isinstance(area, str) and (area == "" or area in words.AREAS):
            self.area = area
            await self._find()

    async def _find(self) -> None:
        self.at = place(self.router.url)
        self.filtering = bool(self.text.strip() or self.area or self.iso.strip())
        if not self.filtering:
            self.found, self.count, self.meant = [], "", ""
            return
        found = await asyncio.to_thread(
            find, knowing.handbook(), text=self.text, area=self.area, iso=self.iso, day=today()
        )
        self.found, self.meant = found.entries, found.meant
        filters = {"q": self.meant, "omrade": self.area, "iso": self.iso}
        given = {name: value for name, value in filters.items() if value}
        # A socket may send half a character, which no address can hold.
        self.meant_href = f"{LIST}?{urlencode(given, errors='replace')}"
        self.count = words.found(len(self.found))


def _filters(query: str) -> tuple[str, str, str]:
    """Text, area and code as they stand in the address; an area that is not there is no filter."""
    try:
        values = parse_qs(query, max_num_fields=20)
    except ValueError:  # more parts than any page of ours writes
        return "", "", ""
    text, area, iso = (values.get(name, [""])[-1][:LONGEST_TEXT] for name in ("q", "omrade", "iso"))
    return text, area if area in words.AREAS else "", iso
