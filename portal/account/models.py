"""The tables of a person's own account."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from auth.models import ID, new_id

LONGEST_EMAIL = 254
LONGEST_PHONE = 16
_WORD = 20


class ContactDetails(SQLModel, table=True):
    """How somebody wants to be reached; telephone in international form, e.g. +46701740605."""

    __tablename__ = "contact_details"

    person_id: str = Field(primary_key=True, foreign_key="person.id", ondelete="CASCADE", max_length=ID)
    notify_by: str = Field(max_length=_WORD)
    email: str = Field(default="", max_length=LONGEST_EMAIL)
    phone: str = Field(default="", max_length=LONGEST_PHONE)
    changed_at: datetime


class ErasureRequest(SQLModel, table=True):
    """Somebody's wish to have their data erased. Not a foreign key: the request outlives what it erased."""

    __tablename__ = "erasure_request"
    __table_args__ = (
        # One open request per person, also when two are sent at once.
        sa.Index(
            "uq_erasure_request_open",
            "person_id",
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        ),
    )

    id: str = Field(default_factory=new_id, primary_key=True, max_length=ID)
    person_id: str = Field(max_length=ID, index=True)
    asked_at: datetime
    closed_at: datetime | None = None
    outcome: str = Field(default="", max_length=_WORD)
