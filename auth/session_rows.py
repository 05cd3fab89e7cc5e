"""One stored session as the guard sees it, fetched with the person behind it in a single light query."""

from datetime import datetime, timedelta
from typing import Any, Protocol

import sqlalchemy as sa
from sqlmodel import Session, col

from auth.guard import SignedIn
from auth.models import LoginSession, Person
from auth.roles import Role

# Columns, not entities: this runs at every event of everybody, and half of it would go into building objects.
_BY_HASH: sa.Select[*tuple[Any, ...]] = (
    sa.select(
        col(LoginSession.token_hash),
        col(LoginSession.id).label("session_id"),
        col(LoginSession.person_id),
        col(LoginSession.role),
        col(Person.name),
        col(Person.protected),
        col(LoginSession.provider),
        col(LoginSession.profession),
        col(LoginSession.commission_code),
        col(LoginSession.unit_code),
        col(LoginSession.unit_name),
        col(LoginSession.must_choose),
        col(LoginSession.idle_seconds),
        col(LoginSession.seen_at),
        col(LoginSession.ends_at),
        col(LoginSession.ended_at),
    )
    .join(Person, col(Person.id) == col(LoginSession.person_id))
    .where(col(LoginSession.token_hash) == sa.bindparam("token_hash"))
)


class Timed(Protocol):
    """Anything with a session's times."""

    idle_seconds: int
    seen_at: datetime
    ends_at: datetime
    ended_at: datetime | None


def by_hash(session: Session, token_hash: str) -> sa.Row[*tuple[Any, ...]] | None:
    """The row of the session with this token hash, open or not."""
    return session.connection().execute(_BY_HASH, {"token_hash": token_hash}).first()


def is_open(found: Timed, now: datetime) -> bool:
    """True when the session has neither ended nor run out."""
    return found.ended_at is None and now < found.ends_at and now < idle_end(found)


def idle_end(found: Timed) -> datetime:
    """When the session runs out unless something is heard."""
    return found.seen_at + timedelta(seconds=found.idle_seconds)


def signed_in(found: sa.Row[*tuple[Any, ...]]) -> SignedIn:
    """The person behind a row."""
    return SignedIn(
        person_id=found.person_id,
        session_id=found.session_id,
        role=Role(found.role),
        name=found.name,
        protected=found.protected,
        provider=found.provider,
        profession=found.profession,
        commission_code=found.commission_code,
        unit_code=found.unit_code,
        unit_name=found.unit_name,
        must_choose=found.must_choose,
        seen_at=found.seen_at,
        idle_ends_at=idle_end(found),
        ends_at=found.ends_at,
    )
