"""What the page for choosing a commission knows; it shows only to the cookie that it was read with."""

import asyncio
from dataclasses import dataclass
from urllib.parse import parse_qs

import reflex as rx

from auth import units
from auth.next_address import own_address
from portal.access import session_key, signed_in
from portal.database import reading_scope
from portal.texts.sign_in import ROLES

AFTERWARDS = "/mitt-konto"


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One commission that the caller may work under."""

    id: str = ""
    name: str = ""
    unit: str = ""
    role: str = ""


class UnitState(rx.State):
    """The caller's own commissions, as last read."""

    next_address: str = AFTERWARDS
    _rows: rx.Field[list[UnitRow]] = rx.field(default_factory=list)
    _read_with: str = ""

    @rx.var
    def loaded(self) -> bool:
        """Whether the rows are this visitor's."""
        return bool(self._read_with) and self._read_with == session_key(self.router.headers.cookie)

    @rx.var
    def rows(self) -> list[UnitRow]:
        """The rows, while the socket still carries the cookie that they were read with."""
        mine = bool(self._read_with) and self._read_with == session_key(self.router.headers.cookie)
        return self._rows if mine else []

    @rx.event
    async def load(self) -> None:
        """Read the commissions and where to go afterwards."""
        person = await signed_in(self, without_unit=True)
        query = parse_qs(self.router.url.query, max_num_fields=20)
        self.next_address = own_address(query.get("next", [""])[-1], otherwise=AFTERWARDS)
        self._rows = await asyncio.to_thread(_units, person.person_id)
        self._read_with = session_key(self.router.headers.cookie)


def _units(person_id: str) -> list[UnitRow]:
    """Blocking."""
    with reading_scope() as session:
        found = units.units_of(session, person_id=person_id)
        return [UnitRow(one.id, one.name, one.unit_name, ROLES[one.role]) for one in found]
