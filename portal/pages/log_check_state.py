"""What the page of log checks knows; it shows only to the cookie that it was read with."""

import asyncio
import secrets
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs

import reflex as rx
from reflex.event import EventSpec

from auth import log_review
from auth.errors import ReviewRefused
from auth.guard import SignedIn
from auth.log_review import Verdict
from auth.models import LONGEST_WHY
from auth.roles import Role
from portal import clock
from portal.access import session_key, signed_in
from portal.database import reading_scope, session_scope
from portal.log_check.view import NOTHING, CheckView, checks
from portal.texts import log_check as words

PATH = "/disk/loggkontroll"
OPEN = "kontroll"
DAYS_ID, COUNT_ID = "dagar", "rader"
MOST_DAYS, MOST_ENTRIES = 366, 100
LONGEST_SEED = 2**31


class LogCheckState(rx.State):
    """The checks, and the one that the address opens."""

    errors: rx.Field[list[tuple[str, str]]] = rx.field(default_factory=list)
    days_error: str = ""
    count_error: str = ""
    told: str = ""
    _checks: CheckView = NOTHING
    _read_with: str = ""

    @rx.var
    def view(self) -> CheckView:
        """The checks, while the socket still carries the cookie that they were read with."""
        mine = bool(self._read_with) and self._read_with == session_key(self.router.headers.cookie)
        return self._checks if mine else NOTHING

    @rx.event
    async def load(self) -> None:
        """Read the checks and the one that the address opens."""
        await signed_in(self, Role.STAFF_ADMIN)
        self._tell([])
        self.told = ""
        await self._read()

    @rx.event
    async def draw(self, form: dict[str, Any]) -> EventSpec | None:
        """Draw a new sample and open it."""
        person = await signed_in(self, Role.STAFF_ADMIN)
        days, count = _number(form, DAYS_ID, MOST_DAYS), _number(form, COUNT_ID, MOST_ENTRIES)
        self._tell(
            ([(DAYS_ID, words.DAYS_WRONG)] if days is None else [])
            + ([(COUNT_ID, words.COUNT_WRONG)] if count is None else [])
        )
        if days is None or count is None:
            return None
        review_id = await asyncio.to_thread(_draw, person, days, count)
        return rx.redirect(f"{PATH}?{OPEN}={review_id}")

    @rx.event
    async def judge(self, form: dict[str, Any]) -> None:
        """Record what was found of one entry of the open sample."""
        person = await signed_in(self, Role.STAFF_ADMIN)
        verdict, note, entry_id = _text(form, "verdict"), _text(form, "note").strip(), _text(form, "entry")
        if verdict not in set(Verdict):
            self.told = words.VERDICT_WRONG
            return
        if len(note) > LONGEST_WHY:
            self.told = words.NOTE_TOO_LONG
            return
        try:
            await asyncio.to_thread(_judge, person, self._open_id(), entry_id, Verdict(verdict), note)
        except ReviewRefused as error:
            self.told = words.REFUSALS[error.code]
            return
        self.told = words.JUDGED
        await self._read()

    def _open_id(self) -> str:
        """The check that the address opens."""
        return parse_qs(self.router.url.query, max_num_fields=20).get(OPEN, [""])[-1]

    async def _read(self) -> None:
        self._checks = await asyncio.to_thread(_read_checks, self._open_id())
        self._read_with = session_key(self.router.headers.cookie)

    def _tell(self, errors: list[tuple[str, str]]) -> None:
        self.errors = errors
        said = dict(errors)
        self.days_error, self.count_error = said.get(DAYS_ID, ""), said.get(COUNT_ID, "")


def _read_checks(open_id: str) -> CheckView:
    """Blocking."""
    with reading_scope() as session:
        return checks(session, open_id=open_id)


def _draw(person: SignedIn, days: int, count: int) -> str:
    """Blocking: the id of the new sample."""
    now = clock.now()
    with session_scope() as session:
        review = log_review.draw(
            session,
            reviewer=person,
            n=count,
            seed=secrets.randbelow(LONGEST_SEED),
            period_from=now - timedelta(days=days),
            period_to=now,
            now=now,
        )
        return review.id


def _judge(person: SignedIn, review_id: str, entry_id: str, verdict: Verdict, note: str) -> None:
    """Blocking."""
    with session_scope() as session:
        log_review.judge(
            session,
            reviewer=person,
            review_id=review_id,
            entry_id=entry_id,
            verdict=verdict,
            note=note,
            now=clock.now(),
        )


def _number(form: object, name: str, most: int) -> int | None:
    """A whole number from 1 to `most`, else None."""
    text = _text(form, name).strip()
    return (
        int(text) if text.isascii() and text.isdigit() and len(text) < 5 and 1 <= int(text) <= most else None
    )


def _text(form: object, name: str) -> str:
    """The text that a form sent as `name`; a browser may send anything at all."""
    value = form.get(name) if isinstance(form, dict) else None
    return value if isinstance(value, str) else ""
