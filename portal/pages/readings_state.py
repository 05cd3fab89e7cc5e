"""What the page of who has read one's data knows; it shows only to the cookie that it was read with."""

import asyncio

import reflex as rx

from portal.access import session_key, signed_in
from portal.account.readings import MOST, ReadingRow, readings_of
from portal.database import reading_scope


class ReadingsState(rx.State):
    """The log of the caller's own data, as last read."""

    _rows: rx.Field[list[ReadingRow]] = rx.field(default_factory=list)
    _read_with: str = ""

    @rx.var
    def loaded(self) -> bool:
        """Whether the rows are this visitor's."""
        return bool(self._read_with) and self._read_with == session_key(self.router.headers.cookie)

    @rx.var
    def rows(self) -> list[ReadingRow]:
        """The rows, while the socket still carries the cookie that they were read with."""
        mine = bool(self._read_with) and self._read_with == session_key(self.router.headers.cookie)
        return self._rows if mine else []

    @rx.var
    def full(self) -> bool:
        """Whether there may be more than the page shows."""
        return len(self._rows) >= MOST

    @rx.event
    async def load(self) -> None:
        """Read the log; reading what is about oneself is not recorded."""
        person = await signed_in(self, without_unit=True)
        self._rows = await asyncio.to_thread(_readings, person.person_id)
        self._read_with = session_key(self.router.headers.cookie)


def _readings(person_id: str) -> list[ReadingRow]:
    """Blocking."""
    with reading_scope() as session:
        return readings_of(session, person_id=person_id)
