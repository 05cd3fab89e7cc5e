"""Who has read or changed what about somebody, as the person themselves may see it."""

from dataclasses import dataclass

from sqlmodel import Session

from auth import access_log
from auth.models import AccessEntry
from portal.account.view import moment
from portal.texts import account as words
from portal.texts import own_data
from portal.texts.sign_in import ROLES

MOST = 200


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One entry of the log in words."""

    when: str = ""
    who: str = ""
    what: str = ""
    why: str = ""


def readings_of(session: Session, *, person_id: str) -> list[ReadingRow]:
    """The latest that others have done with the person's data, newest first, at most MOST rows."""
    return [_row(one) for one in access_log.entries_about(session, person_id=person_id, limit=MOST)]


def who_read(entry: AccessEntry) -> str:
    """Name, role and unit of who did it."""
    name = entry.reader_name or own_data.PROTECTED_READER
    return ", ".join(part for part in (name, ROLES[entry.reader_role], entry.reader_unit) if part)


def _row(entry: AccessEntry) -> ReadingRow:
    return ReadingRow(
        when=moment(entry.at),
        who=who_read(entry),
        what=own_data.done(entry.what, entry.object_kind),
        why=entry.why or words.NO_REASON,
    )
