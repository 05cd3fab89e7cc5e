"""The tables of who somebody is, which sessions are open, and who read what."""

from datetime import datetime
from uuid import uuid4

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from auth.roles import Role

ID = 36
HASH = 64
LONGEST_NAME = 200
LONGEST_UNIT = 200
LONGEST_WHY = 500
LONGEST_OBJECT = 100
# What a role or profession is stored as: its Swedish word, so that a new one needs no migration.
_WORD = 40


def new_id() -> str:
    """An identifier that tells nothing and cannot be guessed."""
    return str(uuid4())


class Person(SQLModel, table=True):
    """Somebody who has signed in. The identity itself is sealed; `identity_fingerprint` finds it."""

    __tablename__ = "person"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=ID)
    identity_kind: str = Field(max_length=_WORD)
    identity_fingerprint: str = Field(max_length=HASH, unique=True)
    identity_sealed: str = Field(sa_type=sa.Text)
    name: str = Field(max_length=LONGEST_NAME)
    protected: bool = False
    created_at: datetime
    signed_in_at: datetime


class StaffUnit(SQLModel, table=True):
    """A commission (uppdrag) that somebody may act under, and in which role, as their provider last said."""

    __tablename__ = "staff_unit"
    __table_args__ = (sa.UniqueConstraint("person_id", "role", "code"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=ID)
    person_id: str = Field(foreign_key="person.id", ondelete="CASCADE", max_length=ID)
    role: Role = Field(sa_type=sa.String(_WORD))
    code: str = Field(max_length=LONGEST_UNIT)
    name: str = Field(max_length=LONGEST_UNIT)
    unit_code: str = Field(default="", max_length=LONGEST_UNIT)
    unit_name: str = Field(default="", max_length=LONGEST_UNIT)


class LoginSession(SQLModel, table=True):
    """One sign-in. The token is in the person's cookie alone; here is its SHA-256."""

    __tablename__ = "login_session"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=ID)
    token_hash: str = Field(max_length=HASH, unique=True)
    person_id: str = Field(foreign_key="person.id", ondelete="CASCADE", max_length=ID, index=True)
    role: Role = Field(sa_type=sa.String(_WORD))
    must_choose: bool = False
    profession: str | None = Field(default=None, max_length=_WORD)
    commission_code: str | None = Field(default=None, max_length=LONGEST_UNIT)
    unit_code: str | None = Field(default=None, max_length=LONGEST_UNIT)
    unit_name: str | None = Field(default=None, max_length=LONGEST_UNIT)
    provider: str = Field(max_length=LONGEST_OBJECT)
    acr: str = Field(default="", max_length=LONGEST_UNIT)
    device: str = Field(default="", max_length=LONGEST_OBJECT)
    id_token_sealed: str | None = Field(default=None, sa_type=sa.Text)
    idle_seconds: int
    opened_at: datetime
    seen_at: datetime
    ends_at: datetime = Field(index=True)
    ended_at: datetime | None = None


class AccessEntry(SQLModel, table=True):
    """One reading or change, written once: the database refuses to update or delete it.

    Names and units are copied, and nothing is a foreign key: what was true then must still be readable
    when somebody has changed their name or unit, or has been erased.
    """

    __tablename__ = "access_entry"
    __table_args__ = (sa.Index(None, "subject_id", "at"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=ID)
    at: datetime = Field(index=True)
    reader_id: str = Field(max_length=ID, index=True)
    reader_role: Role = Field(sa_type=sa.String(_WORD))
    reader_name: str = Field(max_length=LONGEST_NAME)
    reader_unit: str = Field(default="", max_length=LONGEST_UNIT)
    session_id: str = Field(max_length=ID)
    subject_id: str | None = Field(default=None, max_length=ID)
    object_kind: str = Field(max_length=LONGEST_OBJECT)
    object_id: str = Field(default="", max_length=LONGEST_OBJECT)
    what: str = Field(max_length=_WORD)
    why: str = Field(default="", max_length=LONGEST_WHY)


class AccessReview(SQLModel, table=True):
    """A drawn sample of the access log: by whom, of which period, and which entries. Written once."""

    __tablename__ = "access_review"

    id: str = Field(default_factory=new_id, primary_key=True, max_length=ID)
    drawn_at: datetime = Field(index=True)
    drawn_by: str = Field(max_length=ID)
    drawn_by_name: str = Field(max_length=LONGEST_NAME)
    period_from: datetime
    period_to: datetime
    seed: int
    population: int
    entry_ids: list[str] = Field(sa_type=sa.JSON)


class AccessVerdict(SQLModel, table=True):
    """What a reviewer found of one entry in a sample. Written once."""

    __tablename__ = "access_verdict"
    __table_args__ = (sa.UniqueConstraint("review_id", "entry_id"),)

    id: str = Field(default_factory=new_id, primary_key=True, max_length=ID)
    review_id: str = Field(foreign_key="access_review.id", max_length=ID)
    entry_id: str = Field(foreign_key="access_entry.id", max_length=ID)
    reviewer_id: str = Field(max_length=ID)
    reviewer_name: str = Field(max_length=LONGEST_NAME)
    at: datetime
    verdict: str = Field(max_length=_WORD)
    note: str = Field(default="", max_length=LONGEST_WHY)
