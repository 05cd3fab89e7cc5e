"""Who read or changed what about whom: written in the same transaction as the reading or change itself.

There is no function that changes or deletes an entry, and the database refuses both (see migration 0002).
What must be in it: HSLF-FS 2016:40, 4 kap. 9 § (action, unit, time, user, patient).
"""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, select

from auth.guard import SignedIn
from auth.models import LONGEST_WHY, AccessEntry
from auth.people import shown_name


class What(StrEnum):
    """What was done. A refused attempt is none of these: nothing was read; it goes to the security log."""

    READ = "read"
    LISTED = "listed"
    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"
    EXPORTED = "exported"


def record(
    session: Session,
    *,
    reader: SignedIn,
    subject_person_id: str | None,
    object_kind: str,
    object_id: str = "",
    what: What,
    why: str = "",
    now: datetime,
) -> AccessEntry:
    """Write one entry in the caller's transaction: undone with it, so that the log says what happened.

    `subject_person_id` is whose data it is, None when nobody's. Kinds and ids hold no personal data.
    """
    entry = AccessEntry(
        at=now,
        reader_id=reader.person_id,
        reader_role=reader.role,
        reader_name=shown_name(reader),
        reader_unit=reader.unit_name or "",
        session_id=reader.session_id,
        subject_id=subject_person_id,
        object_kind=object_kind,
        object_id=object_id,
        what=what,
        why=why[:LONGEST_WHY],
    )
    session.add(entry)
    session.flush()
    return entry


def entries_about(
    session: Session,
    *,
    person_id: str,
    own: bool = False,
    object_kind: str | None = None,
    object_id: str | None = None,
    limit: int = 200,
    offset: int = 0,
) -> list[AccessEntry]:
    """What was done with the person's data, newest first; what they did themselves only with `own`."""
    about = select(AccessEntry).where(col(AccessEntry.subject_id) == person_id)
    if not own:
        about = about.where(col(AccessEntry.reader_id) != person_id)
    if object_kind is not None:
        about = about.where(col(AccessEntry.object_kind) == object_kind)
    if object_id is not None:
        about = about.where(col(AccessEntry.object_id) == object_id)
    newest = about.order_by(col(AccessEntry.at).desc(), col(AccessEntry.id))
    return list(session.exec(newest.limit(limit).offset(offset)))
