"""Sessions on the server: an opaque token in the cookie, its hash in the database.

A token is made here at sign-in and nowhere else: one that a browser presents is only ever looked up, so a
planted token can never become somebody's session.
"""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session, col, select

from auth import session_rows
from auth.errors import NotAllowed, NotSignedIn, SignInFailed, SignInFault
from auth.guard import TOUCH_EVERY, SignedIn, is_token, require
from auth.identity import Assignment, Identity
from auth.lifetimes import Lifetime
from auth.models import LONGEST_OBJECT, LoginSession, Person, StaffUnit, new_id
from auth.roles import Role
from auth.sealing import Sealer
from auth.session_rows import is_open
from auth.units import unit_name

TOKEN_BYTES = 32
# Long enough for the provider's logout to find its id token, and for a look at what happened yesterday.
KEPT = timedelta(days=1)
_LEAST_FIRST = (Role.RESIDENT, Role.PRESCRIBER, Role.STAFF, Role.STAFF_ADMIN)


def open_session(
    session: Session,
    *,
    person: Person,
    identity: Identity,
    lifetimes: Mapping[Role, Lifetime],
    now: datetime,
    sealer: Sealer,
    presented: str | None = None,
    device: str = "",
    id_token: str | None = None,
) -> str:
    """Open a session for `person` and give its token, to be set as the cookie.

    A session that the browser `presented` ends here. `id_token` is kept sealed for the provider's logout.
    With one assignment that is what the session acts under; with several one must be chosen first.
    """
    if presented:
        end(session, token=presented, now=now)
    purge(session, now=now, person_id=person.id)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    session_id = new_id()
    assignment, must_choose = _assignment(identity)
    acts_under = None if must_choose else assignment.commission
    lifetime = lifetimes[assignment.role]
    opened = LoginSession(
        id=session_id,
        token_hash=_hash(token),
        person_id=person.id,
        role=assignment.role,
        must_choose=must_choose,
        profession=identity.profession,
        commission_code=acts_under.hsa_id if acts_under else None,
        unit_code=acts_under.unit_hsa_id if acts_under else None,
        unit_name=(acts_under.unit_name or acts_under.name) if acts_under else None,
        provider=identity.provider,
        acr=identity.acr,
        device=device[:LONGEST_OBJECT],
        id_token_sealed=sealer.seal(id_token, place=_place(session_id)) if id_token else None,
        idle_seconds=int(lifetime.idle.total_seconds()),
        opened_at=now,
        seen_at=now,
        ends_at=now + lifetime.longest,
    )
    session.add(opened)
    session.flush()
    return token


def look_up(session: Session, *, token: str | None, now: datetime, touch: bool = True) -> SignedIn | None:
    """Who is signed in with `token`, or None. With `touch` a sign of life is stored, at most once a minute.

    `touch=False` only reads: for the remaining time, and for a read-only transaction that touches afterwards
    when `SignedIn.touch_due` says so.
    """
    if not token or not is_token(token):
        return None
    wanted = _hash(token)
    found = session_rows.by_hash(session, wanted)
    # The index has compared already; this compares without telling by its time where two hashes differ.
    if found is None or not hmac.compare_digest(found.token_hash, wanted) or not is_open(found, now):
        return None
    signed_in = session_rows.signed_in(found)
    if touch and signed_in.touch_due(now):
        return _touched(signed_in, touch_session(session, session_id=signed_in.session_id, now=now), now)
    return signed_in


def touch_session(session: Session, *, session_id: str, now: datetime, at_once: bool = False) -> bool:
    """Store a sign of life; of several at the same time one writes. `at_once` is for "stay signed in".

    Gives True when it was written. A session that has ended or run out stays so.
    """
    found = session.get(LoginSession, session_id, populate_existing=True)
    if found is None or not is_open(found, now):
        return False
    if not at_once and now - found.seen_at < TOUCH_EVERY:
        return False
    mine = sa.update(LoginSession).where(
        col(LoginSession.id) == session_id,
        col(LoginSession.ended_at).is_(None),
        col(LoginSession.seen_at) == found.seen_at,
    )
    return bool(_changed(session, mine.values(seen_at=now)))


def rotate(session: Session, *, token: str, now: datetime) -> str | None:
    """A new token for the same session, or None when it is not open; the old one is worthless at once.

    Open websockets hold the old cookie and must be reloaded.
    """
    signed_in = look_up(session, token=token, now=now, touch=False)
    if signed_in is None:
        return None
    fresh = secrets.token_urlsafe(TOKEN_BYTES)
    mine = sa.update(LoginSession).where(
        col(LoginSession.id) == signed_in.session_id, col(LoginSession.token_hash) == _hash(token)
    )
    return fresh if _changed(session, mine.values(token_hash=_hash(fresh))) else None


def choose_unit(
    session: Session, *, token: str, staff_unit_id: str, lifetimes: Mapping[Role, Lifetime], now: datetime
) -> str:
    """Let the session act under one of the person's own commissions, in its role; gives a new token.

    What the session may do changes, so the old token ends. Raises NotSignedIn, or NotAllowed when the
    commission is somebody else's or has ended.
    """
    signed_in = require(look_up(session, token=token, now=now, touch=False), without_unit=True)
    unit = session.get(StaffUnit, staff_unit_id)
    if unit is None or unit.person_id != signed_in.person_id:
        raise NotAllowed
    fresh = rotate(session, token=token, now=now)
    if fresh is None:
        raise NotSignedIn
    lifetime = lifetimes[Role(unit.role)]
    opened = session.get_one(LoginSession, signed_in.session_id)
    mine = sa.update(LoginSession).where(col(LoginSession.id) == signed_in.session_id)
    changes = {
        "role": unit.role,
        "must_choose": False,
        "commission_code": unit.code,
        "unit_code": unit.unit_code,
        "unit_name": unit_name(unit),
        "idle_seconds": int(lifetime.idle.total_seconds()),
        "seen_at": now,
        "ends_at": opened.opened_at + lifetime.longest,
    }
    _changed(session, mine.values(**changes))
    return fresh


def end(session: Session, *, token: str, now: datetime) -> str | None:
    """End the session of `token`; gives its id, or None when there was none open."""
    if not is_token(token):
        return None
    mine = select(LoginSession.id).where(
        col(LoginSession.token_hash) == _hash(token), col(LoginSession.ended_at).is_(None)
    )
    session_id = session.exec(mine).first()
    if session_id is not None:
        _end(session, now, col(LoginSession.id) == session_id)
    return session_id


def end_one(session: Session, *, person_id: str, session_id: str, now: datetime) -> bool:
    """End one of the person's own sessions, from the list; False when it is not theirs or not open."""
    return bool(
        _end(session, now, col(LoginSession.id) == session_id, col(LoginSession.person_id) == person_id)
    )


def end_all(session: Session, *, person_id: str, now: datetime, but: str | None = None) -> int:
    """End every session of the person ("logga ut överallt"), but the one with id `but`; gives how many."""
    conditions = [col(LoginSession.person_id) == person_id]
    return _end(session, now, *conditions, *([col(LoginSession.id) != but] if but else []))


def open_sessions(session: Session, *, person_id: str, now: datetime) -> list[LoginSession]:
    """The person's open sessions, the latest used first."""
    mine = select(LoginSession).where(
        col(LoginSession.person_id) == person_id,
        col(LoginSession.ended_at).is_(None),
        col(LoginSession.ends_at) > now,
    )
    found = session.exec(mine.order_by(col(LoginSession.seen_at).desc()))
    return [one for one in found if is_open(one, now)]


def id_token_of(session: Session, *, session_id: str, sealer: Sealer) -> str | None:
    """The provider's id token of a session, for its logout; None when none was kept."""
    found = session.get(LoginSession, session_id)
    if found is None or found.id_token_sealed is None:
        return None
    return sealer.unseal(found.id_token_sealed, place=_place(session_id))


def purge(session: Session, *, now: datetime, person_id: str | None = None) -> int:
    """Delete what ended or ran out longer than KEPT ago, of everybody or of one person; gives how many."""
    before = now - KEPT
    old = sa.or_(col(LoginSession.ends_at) <= before, col(LoginSession.ended_at) <= before)
    theirs = [col(LoginSession.person_id) == person_id] if person_id else []
    return _changed(session, sa.delete(LoginSession).where(old, *theirs))


def _end(session: Session, now: datetime, *conditions: sa.ColumnElement[bool]) -> int:
    """End what matches; the sealed id token stays until `purge`, since the provider's logout needs it."""
    mine = sa.update(LoginSession).where(col(LoginSession.ended_at).is_(None), *conditions)
    return _changed(session, mine.values(ended_at=now))


def _changed(session: Session, statement: sa.Update | sa.Delete) -> int:
    """Run `statement`; gives how many rows it changed."""
    result = session.connection().execute(statement)
    return result.rowcount


def _assignment(identity: Identity) -> tuple[Assignment, bool]:
    """What a new session acts under, and whether that must be chosen first: then it has the least role."""
    several = tuple(dict.fromkeys(identity.assignments))
    if not several:
        raise SignInFailed(SignInFault.MISSING_CLAIM)
    least = min(several, key=lambda assignment: _LEAST_FIRST.index(assignment.role))
    return least, len(several) > 1


def _touched(signed_in: SignedIn, written: bool, now: datetime) -> SignedIn:
    if not written:
        return signed_in
    idle = signed_in.idle_ends_at - signed_in.seen_at
    return replace(signed_in, seen_at=now, idle_ends_at=now + idle)


def _hash(token: str) -> str:
    """SHA-256 suffices for 32 random bytes: there is nothing to guess."""
    return hashlib.sha256(token.encode("ascii")).hexdigest()


def _place(session_id: str) -> str:
    return f"login_session/{session_id}/id_token"
