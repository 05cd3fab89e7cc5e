"""A person's account as the page shows it: plain rows of texts, made from the tables in one transaction."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlmodel import Session

from auth import sessions, units
from auth.guard import SignedIn
from auth.models import LoginSession
from auth.roles import Role
from portal import clock
from portal.account import contact, erasure
from portal.texts import account as words
from portal.texts import sign_in as sign_in_words
from portal.texts.dates import long_date

# The order matters: Edge says Chrome too, and Chrome says Safari.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    (r"iPhone|iPad", "iOS"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One open session; `label` is the whole name of the button that ends it."""

    id: str = ""
    device: str = ""
    opened: str = ""
    seen: str = ""
    here: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class AccountView:
    """Everything on the page of one's own account; `loaded` is False where there is nothing to show yet."""

    loaded: bool = False
    name: str = ""
    role: str = ""
    profession: str = ""
    unit: str = ""
    protected: bool = False
    may_choose: bool = False
    reviews_log: bool = False
    notify_by: str = ""
    email: str = ""
    phone: str = ""
    sessions: list[SessionRow] = field(default_factory=list)
    erasure_asked: str = ""


NOBODY = AccountView()


def account_of(session: Session, *, person: SignedIn, now: datetime) -> AccountView:
    """The caller's own account; reading what is one's own is not recorded."""
    reached = contact.read(session, person_id=person.person_id)
    asked = erasure.open_request(session, person_id=person.person_id)
    rows = sessions.open_sessions(session, person_id=person.person_id, now=now)
    return replace(
        who(person),
        loaded=True,
        may_choose=len(units.units_of(session, person_id=person.person_id)) > 1,
        reviews_log=person.role is Role.STAFF_ADMIN,
        notify_by=reached.notify_by.value,
        email=reached.email,
        phone=reached.phone,
        sessions=[_row(one, person.session_id) for one in rows],
        erasure_asked=words.erasure_asked(long_date(clock.in_stockholm(asked.asked_at).date()))
        if asked
        else "",
    )


def who(person: SignedIn) -> AccountView:
    """Who somebody is signed in as, and nothing else."""
    return AccountView(
        name=person.name,
        role=sign_in_words.ROLES[person.role],
        profession=(person.profession or "").capitalize(),
        unit=person.unit_name or "",
        protected=person.protected,
    )


def moment(at: datetime) -> str:
    """A moment as somebody reads it: "21 november 2026 kl. 14.05"."""
    local = clock.in_stockholm(at)
    return f"{long_date(local.date())} kl. {local:%H.%M}"


def device_name(agent: str) -> str:
    """Browser and system in a User-Agent, in two words; what it says of versions is nobody's need."""
    browser = next((name for sign, name in _BROWSERS if sign in agent), "")
    system = next((name for pattern, name in _SYSTEMS if re.search(pattern, agent)), "")
    return ", ".join(part for part in (browser, system) if part) or words.UNKNOWN_DEVICE


def _row(one: LoginSession, own_session: str) -> SessionRow:
    device, opened = device_name(one.device), moment(one.opened_at)
    return SessionRow(
        id=one.id,
        device=device,
        opened=opened,
        seen=moment(one.seen_at),
        here=one.id == own_session,
        label=words.session_end_label(device, opened),
    )
