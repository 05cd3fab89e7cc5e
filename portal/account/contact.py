"""Contact details and how somebody wants to be told: checked, stored, and the change recorded."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from auth import access_log
from auth.guard import SignedIn
from portal.account.errors import ContactFault, ContactFaultsError
from portal.account.models import LONGEST_EMAIL, ContactDetails

OBJECT = "kontaktuppgifter"
EMAIL, PHONE, NOTIFY = "email", "phone", "notify_by"

# What a mail server accepts is only known by sending: this refuses what cannot be an address at all.
_EMAIL = re.compile(r"[^\s@<>\"(),:;\\\[\]]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}")
_BETWEEN_FIGURES = re.compile(r"[\s()/–-]")
_INTERNATIONAL = re.compile(r"\+[1-9][0-9]{6,14}")
_NATIONAL = re.compile(r"0[1-9][0-9]{5,11}")
_MOBILE = re.compile(r"\+467[02369][0-9]{7}")


class Notify(StrEnum):
    """How somebody is told that something has happened; the message itself never says what."""

    EMAIL = "e-post"
    SMS = "sms"
    NONE = "ingen"


@dataclass(frozen=True)
class Contact:
    """Contact details as they are kept; empty texts where nothing is given."""

    notify_by: Notify = Notify.NONE
    email: str = ""
    phone: str = ""


def read(session: Session, *, person_id: str) -> Contact:
    """The person's contact details; empty ones when none are given."""
    kept = session.get(ContactDetails, person_id)
    return Contact(Notify(kept.notify_by), kept.email, kept.phone) if kept else Contact()


def checked(*, notify_by: str, email: str, phone: str) -> Contact:
    """The details as they will be kept; raises ContactFaultsError naming every field that cannot be used."""
    email, number = email.strip(), international(phone)
    faults: dict[str, ContactFault] = {}
    if notify_by not in set(Notify):
        faults[NOTIFY] = ContactFault.NOTIFY_UNKNOWN
    if email and (len(email) > LONGEST_EMAIL or ".." in email or not _EMAIL.fullmatch(email)):
        faults[EMAIL] = ContactFault.EMAIL_FORM
    elif not email and notify_by == Notify.EMAIL:
        faults[EMAIL] = ContactFault.EMAIL_MISSING
    if phone.strip() and number is None:
        faults[PHONE] = ContactFault.PHONE_FORM
    elif notify_by == Notify.SMS and not (number and _MOBILE.fullmatch(number)):
        faults[PHONE] = ContactFault.PHONE_MISSING
    if faults:
        raise ContactFaultsError(faults)
    return Contact(Notify(notify_by), email, number or "")


def international(phone: str) -> str | None:
    """A telephone number as +46…, from the ways people write it; None when it is none."""
    figures = _BETWEEN_FIGURES.sub("", phone)
    if figures.startswith("00"):
        figures = f"+{figures[2:]}"
    if _NATIONAL.fullmatch(figures):
        figures = f"+46{figures[1:]}"
    return figures if _INTERNATIONAL.fullmatch(figures) else None


def save(session: Session, *, by: SignedIn, contact: Contact, now: datetime) -> bool:
    """Keep the caller's own details; False when they were so already, and then nothing is recorded."""
    if read(session, person_id=by.person_id) == contact:
        return False
    session.merge(
        ContactDetails(
            person_id=by.person_id,
            notify_by=contact.notify_by.value,
            email=contact.email,
            phone=contact.phone,
            changed_at=now,
        )
    )
    access_log.record(
        session,
        reader=by,
        subject_person_id=by.person_id,
        object_kind=OBJECT,
        object_id=by.person_id,
        what=access_log.What.CHANGED,
        now=now,
    )
    return True
