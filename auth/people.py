"""The people who have signed in: found by fingerprint, never by a number in the open."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from auth.identity import Identity
from auth.known_by import KnownBy, known_by, known_by_number
from auth.models import LONGEST_NAME, Person
from auth.sealing import Sealer
from auth.units import set_units


class Shown(Protocol):
    """Anything with a name that may be protected."""

    @property
    def name(self) -> str: ...
    @property
    def protected(self) -> bool: ...


def find_or_create(session: Session, *, sealer: Sealer, identity: Identity, now: datetime) -> Person:
    """The person whom `identity` means, with name, flag and units as the provider now says.

    Two sign-ins at once make one person. The flag of protection is only ever set here: staff take it away.
    Somebody who had a samordningsnummer and has a personnummer now stays the same person. Raises SignInFailed
    when the provider said neither a valid number nor an HSA-id.
    """
    who = known_by(identity)
    person = _find(session, sealer, who)
    if person is None and identity.previous_number and not identity.employee_hsa_id:
        person = _find(session, sealer, known_by_number(identity.previous_number))
    person = person or _insert(session, sealer, who, identity, now)
    # One sign-in of a person at a time: what follows replaces their units. SQLite has one writer anyway.
    session.refresh(person, with_for_update=True)
    person.name = identity.name[:LONGEST_NAME]
    person.protected = person.protected or identity.protected
    person.signed_in_at = now
    _seal(person, sealer, who)
    session.add(person)
    session.flush()
    set_units(session, person_id=person.id, assignments=identity.assignments)
    return person


def by_id(session: Session, *, person_id: str) -> Person | None:
    """The person, or None."""
    return session.get(Person, person_id)


def by_ids(session: Session, *, person_ids: Sequence[str]) -> dict[str, Person]:
    """The people by id, for a list."""
    found = session.exec(select(Person).where(col(Person.id).in_(person_ids)))
    return {person.id: person for person in found}


def by_number(session: Session, *, sealer: Sealer, number: str) -> Person | None:
    """The resident with this identity number, for staff who help somebody; the caller records the reading.

    Raises NotAnIdentityNumber when `number` is none.
    """
    return _find(session, sealer, known_by_number(number))


def identity_of(person: Person, *, sealer: Sealer) -> str:
    """The unsealed number or HSA-id: for its owner, and for staff with a reason that is recorded."""
    return sealer.unseal(person.identity_sealed, place=_place(person.id))


def shown_name(person: Shown, *, hidden: str = "") -> str:
    """The name as others may see it in lists: `hidden` for somebody with protected personal data."""
    return hidden if person.protected else person.name


def shown_address(person: Shown, address: str, *, hidden: str = "") -> str:
    """An address, telephone or e-mail of `person` as others may see it in lists."""
    return hidden if person.protected else address


def set_protected(session: Session, *, person_id: str, protected: bool) -> None:
    """Set or take away the flag of protected personal data; the caller records who did it and why."""
    session.execute(sa.update(Person).where(col(Person.id) == person_id).values(protected=protected))


def reseal(session: Session, *, sealer: Sealer) -> int:
    """Seal and fingerprint everybody with the newest key and pepper; gives how many had older ones.

    Afterwards the older keys can be taken out of the settings.
    """
    moved = 0
    for person in session.exec(select(Person)).all():
        moved += _seal(person, sealer, KnownBy(person.identity_kind, identity_of(person, sealer=sealer)))
        session.add(person)
    session.flush()
    return moved


def _find(session: Session, sealer: Sealer, who: KnownBy) -> Person | None:
    """The person, under the newest pepper or an older one."""
    fingerprints = sealer.fingerprints(who.key)
    return session.exec(select(Person).where(col(Person.identity_fingerprint).in_(fingerprints))).first()


def _insert(session: Session, sealer: Sealer, who: KnownBy, identity: Identity, now: datetime) -> Person:
    """A new person, or the one that another transaction has made meanwhile."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    person = Person(
        identity_kind="",
        identity_fingerprint="",
        identity_sealed="",
        name=identity.name[:LONGEST_NAME],
        created_at=now,
        signed_in_at=now,
    )
    _seal(person, sealer, who)
    statement = insert(Person).values(**person.model_dump())
    session.execute(statement.on_conflict_do_nothing(index_elements=["identity_fingerprint"]))
    made = _find(session, sealer, who)
    if made is None:
        raise RuntimeError("a person just stored is not there")
    return made


def _seal(person: Person, sealer: Sealer, who: KnownBy) -> bool:
    """Store `who` under the newest key and pepper; True when something changed."""
    fingerprint = sealer.fingerprint(who.key)
    same = person.identity_fingerprint == fingerprint
    if same and person.identity_sealed and sealer.is_newest(person.identity_sealed):
        return False
    person.identity_kind = who.kind
    person.identity_fingerprint = fingerprint
    person.identity_sealed = sealer.seal(who.value, place=_place(person.id))
    return True


def _place(person_id: str) -> str:
    return f"person/{person_id}/identity"
