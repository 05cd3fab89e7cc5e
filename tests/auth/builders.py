"""Made-up identities, and the keys and instants that the tests of `auth` share."""

from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from auth import people, sessions
from auth.guard import SignedIn
from auth.identity import Assignment, Commission, Identity
from auth.lifetimes import Lifetime
from auth.roles import Role
from auth.sealing import Sealer

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
KEY, OTHER_KEY = (
    "YS1rZXktZm9yLXRlc3RzLXRoYXQtaXMtMzItYnl0ZXM=",
    "YW5vdGhlci1rZXktZm9yLXRlc3RzLS0zMi1ieXRlcyE=",
)
PEPPER, OTHER_PEPPER = "a pepper for tests, long enough to do", "another pepper for tests, also long"
SEALER = Sealer(keys=[KEY], peppers=[PEPPER])
LIFETIME = Lifetime(idle=30 * MINUTE, longest=8 * 60 * MINUTE)
LIFETIMES = {
    **dict.fromkeys(Role, LIFETIME),
    Role.STAFF: Lifetime(idle=60 * MINUTE, longest=10 * 60 * MINUTE),
}
# Two of Skatteverket's test numbers, which belong to nobody.
NUMBER, OTHER_NUMBER = "189001019802", "191500722390"
DESK = Commission("SE0000000000-C1", "Kundtjänst", "SE0000000000-U1", "Exempelenheten")
STORE = Commission("SE0000000000-C2", "Förråd", "SE0000000000-U2", "Exempelförrådet")


def identity(role: Role = Role.RESIDENT, **changes: object) -> Identity:
    """A resident, or somebody at work at one unit, changed as told."""
    at_work = role is not Role.RESIDENT
    values: dict[str, object] = {
        "provider": "demo", "issuer": "https://idp.example.se", "subject": "s", "acr": "loa3",
        "assignments": (Assignment(role, DESK if at_work else None),), "signed_in_at": NOW,
        "identity_number": None if at_work else NUMBER, "name": "Exempel Exempelsson",
        "employee_hsa_id": f"SE0000000000-{role.name}" if at_work else None,
    }  # fmt: skip
    return Identity(**{**values, **changes})  # type: ignore[arg-type]


def sign_in(session: Session, who: Identity | None = None, now: datetime = NOW, **more: object) -> str:
    """Somebody who has signed in; gives the token."""
    who = who or identity()
    person = people.find_or_create(session, sealer=SEALER, identity=who, now=now)
    return sessions.open_session(
        session,
        person=person,
        identity=who,
        lifetimes=LIFETIMES,
        now=now,
        sealer=SEALER,
        **more,  # type: ignore[arg-type]
    )


def signed_in(session: Session, who: Identity | None = None, now: datetime = NOW) -> SignedIn:
    """The same, as the guard sees it."""
    found = sessions.look_up(session, token=sign_in(session, who, now), now=now)
    assert found is not None
    return found
