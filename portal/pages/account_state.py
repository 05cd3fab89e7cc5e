"""What the page of one's own account knows. Personal data shows only to the cookie that it was read with."""

import asyncio
from typing import Any

import reflex as rx

from auth import sessions
from auth.guard import SignedIn
from portal import clock
from portal.access import session_key, signed_in
from portal.account import contact, erasure
from portal.account.errors import ContactFaultsError, NothingToWithdrawError
from portal.account.view import NOBODY, AccountView, account_of
from portal.database import reading_scope, session_scope
from portal.texts import account as words

EMAIL_ID, PHONE_ID, NOTIFY_ID = "epost", "telefon", "avisering"
FIELDS = {contact.NOTIFY: NOTIFY_ID, contact.EMAIL: EMAIL_ID, contact.PHONE: PHONE_ID}


class AccountState(rx.State):
    """The caller's own account as last read, and what the last press led to."""

    errors: rx.Field[list[tuple[str, str]]] = rx.field(default_factory=list)
    notify_error: str = ""
    email_error: str = ""
    phone_error: str = ""
    contact_told: str = ""
    sessions_told: str = ""
    erasure_told: str = ""
    _account: AccountView = NOBODY
    _read_with: str = ""

    @rx.var
    def account(self) -> AccountView:
        """The account, while the socket still carries the cookie that it was read with."""
        mine = bool(self._read_with) and self._read_with == session_key(self.router.headers.cookie)
        return self._account if mine else NOBODY

    @rx.event
    async def load(self) -> None:
        """Read the account; runs again on every reconnect and changes nothing."""
        person = await signed_in(self, without_unit=True)
        self._tell([])
        self.contact_told = self.sessions_told = self.erasure_told = ""
        await self._read(person)

    @rx.event
    async def save_contact(self, form: dict[str, Any]) -> None:
        """Keep the contact details of the form."""
        person = await signed_in(self, without_unit=True)
        self.contact_told = ""
        try:
            kept = contact.checked(
                notify_by=_text(form, NOTIFY_ID), email=_text(form, EMAIL_ID), phone=_text(form, PHONE_ID)
            )
        except ContactFaultsError as error:
            self._tell([(FIELDS[name], words.FAULTS[fault]) for name, fault in error.faults.items()])
            return
        self._tell([])
        changed = await asyncio.to_thread(_save_contact, person, kept)
        self.contact_told = words.SAVED if changed else words.UNCHANGED
        await self._read(person)

    @rx.event
    async def end_session(self, session_id: str) -> None:
        """End one of the caller's own other sessions."""
        person = await signed_in(self, without_unit=True)
        if not isinstance(session_id, str) or session_id == person.session_id:
            return
        if await asyncio.to_thread(_end_session, person, session_id):
            self.sessions_told = words.SESSION_ENDED
        await self._read(person)

    @rx.event
    async def ask_erasure(self) -> None:
        """Ask for erasure; a second press finds the first request."""
        person = await signed_in(self, without_unit=True)
        await asyncio.to_thread(_ask_erasure, person)
        self.erasure_told = words.ERASURE_DONE
        await self._read(person)

    @rx.event
    async def withdraw_erasure(self) -> None:
        """Take the request back."""
        person = await signed_in(self, without_unit=True)
        await asyncio.to_thread(_withdraw_erasure, person)
        self.erasure_told = words.ERASURE_WITHDRAWN
        await self._read(person)

    async def _read(self, person: SignedIn) -> None:
        self._account = await asyncio.to_thread(_account, person)
        self._read_with = session_key(self.router.headers.cookie)

    def _tell(self, errors: list[tuple[str, str]]) -> None:
        self.errors = errors
        said = dict(errors)
        self.notify_error = said.get(NOTIFY_ID, "")
        self.email_error = said.get(EMAIL_ID, "")
        self.phone_error = said.get(PHONE_ID, "")


def _account(person: SignedIn) -> AccountView:
    """Blocking."""
    with reading_scope() as session:
        return account_of(session, person=person, now=clock.now())


def _save_contact(person: SignedIn, kept: contact.Contact) -> bool:
    """Blocking."""
    with session_scope() as session:
        return contact.save(session, by=person, contact=kept, now=clock.now())


def _end_session(person: SignedIn, session_id: str) -> bool:
    """Blocking."""
    with session_scope() as session:
        return sessions.end_one(session, person_id=person.person_id, session_id=session_id, now=clock.now())


def _ask_erasure(person: SignedIn) -> None:
    """Blocking."""
    with session_scope() as session:
        erasure.ask(session, by=person, now=clock.now())


def _withdraw_erasure(person: SignedIn) -> None:
    """Blocking; another window may have been first."""
    try:
        with session_scope() as session:
            erasure.withdraw(session, by=person, now=clock.now())
    except NothingToWithdrawError:
        return


def _text(form: object, name: str) -> str:
    """The text that a form sent as `name`; a browser may send anything at all."""
    value = form.get(name) if isinstance(form, dict) else None
    return value if isinstance(value, str) else ""
