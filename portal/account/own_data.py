"""Everything that the portal holds about a person, as they may have it (GDPR articles 15 and 20).

One ZIP with the same content twice: JSON for other systems, HTML to read. Tokens, keys and fingerprints are
not about the person and are left out.
"""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Any

from sqlmodel import Session, col, select

from auth import access_log, people, units
from auth.guard import SignedIn
from auth.models import AccessEntry, LoginSession
from auth.sealing import Sealer
from portal.account import contact, erasure
from portal.account.view import device_name, moment
from portal.texts import own_data as words

OBJECT = "mina uppgifter"
ENTRIES_AT_A_TIME = 500

Row = Mapping[str, Any]
Collected = dict[str, Row | list[Row]]


def hand_out(session: Session, *, to: SignedIn, sealer: Sealer, now: datetime) -> bytes:
    """The caller's own data as a ZIP; that it was taken out is recorded, and is the last thing in it."""
    access_log.record(
        session,
        reader=to,
        subject_person_id=to.person_id,
        object_kind=OBJECT,
        object_id=to.person_id,
        what=access_log.What.EXPORTED,
        now=now,
    )
    return pack(collect(session, person_id=to.person_id, sealer=sealer), now)


def collect(session: Session, *, person_id: str, sealer: Sealer) -> Collected:
    """All that is kept about the person, under the keys of SECTIONS; moments as datetimes."""
    person = people.by_id(session, person_id=person_id)
    if person is None:
        return {}
    reached = contact.read(session, person_id=person_id)
    return {
        "person": {
            "id": person.id,
            "name": person.name,
            "identity": people.identity_of(person, sealer=sealer),
            "protected": person.protected,
            "created_at": person.created_at,
            "signed_in_at": person.signed_in_at,
        },
        "commissions": [
            {"role": unit.role, "code": unit.code, "commission": unit.name, "unit": unit.unit_name}
            for unit in units.units_of(session, person_id=person_id)
        ],
        "contact": {"notify_by": reached.notify_by, "email": reached.email, "phone": reached.phone},
        "sessions": [_session(one) for one in _sessions(session, person_id)],
        "erasure_requests": [
            {"asked_at": one.asked_at, "closed_at": one.closed_at, "outcome": one.outcome}
            for one in erasure.requests_of(session, person_id=person_id)
        ],
        "access_log": [_entry(one) for one in _entries(session, person_id)],
    }


def pack(collected: Collected, now: datetime) -> bytes:
    """The ZIP file of `collected`."""
    made = now.isoformat(timespec="seconds")
    document = json.dumps(
        {"made_at": made, **collected}, ensure_ascii=False, indent=2, default=lambda value: value.isoformat()
    )
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(words.JSON_NAME, document)
        archive.writestr(words.HTML_NAME, readable(collected, now))
    return kept.getvalue()


def readable(collected: Collected, now: datetime) -> str:
    """`collected` as one page without scripts or anything fetched."""
    parts = [
        f"<section><h2>{escape(words.SECTIONS[name])}</h2>{_readable(content)}</section>"
        for name, content in collected.items()
    ]
    return (
        '<!doctype html><html lang="sv"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(words.TITLE)}</title><style>{_STYLE}</style>"
        f"<main><h1>{escape(words.TITLE)}</h1><p>{escape(words.MADE)} {escape(moment(now))}</p>"
        f"{''.join(parts)}</main></html>"
    )


_STYLE = (
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}"
    "dl{border-top:1px solid}dt{font-weight:600}dd{margin:0 0 .5rem;overflow-wrap:anywhere}"
)


def _readable(content: Row | Sequence[Row]) -> str:
    rows = [content] if isinstance(content, Mapping) else content
    return "".join(map(_definitions, rows)) or f"<p>{escape(words.NOTHING)}</p>"


def _definitions(row: Row) -> str:
    pairs = (
        f"<dt>{escape(words.FIELDS[name])}</dt><dd>{escape(_written(name, value))}</dd>"
        for name, value in row.items()
    )
    return f"<dl>{''.join(pairs)}</dl>"


def _written(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return words.YES if value else words.NO
    if isinstance(value, datetime):
        return moment(value)
    if name == "what":
        return words.WHAT.get(str(value), str(value))
    return str(value) if value else words.NOTHING


def _sessions(session: Session, person_id: str) -> Sequence[LoginSession]:
    mine = select(LoginSession).where(col(LoginSession.person_id) == person_id)
    return session.exec(mine.order_by(col(LoginSession.opened_at))).all()


def _session(one: LoginSession) -> Row:
    return {
        "role": one.role,
        "unit": one.unit_name or "",
        "provider": one.provider,
        "level": one.acr,
        "device": device_name(one.device),
        "opened_at": one.opened_at,
        "seen_at": one.seen_at,
        "ends_at": one.ends_at,
        "ended_at": one.ended_at,
    }


def _entries(session: Session, person_id: str) -> list[AccessEntry]:
    """Every entry about the person, their own doings too, oldest first."""
    found: list[AccessEntry] = []
    while True:
        more = access_log.entries_about(
            session, person_id=person_id, own=True, limit=ENTRIES_AT_A_TIME, offset=len(found)
        )
        found += more
        if len(more) < ENTRIES_AT_A_TIME:
            return found[::-1]


def _entry(one: AccessEntry) -> Row:
    return {
        "at": one.at,
        "by": one.reader_name or words.PROTECTED_READER,
        "role": one.reader_role,
        "unit": one.reader_unit,
        "what": one.what,
        "object": one.object_kind,
        "why": one.why,
    }
