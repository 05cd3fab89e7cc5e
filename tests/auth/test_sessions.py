"""A session lives as long as its role's lifetime, under a token that only its owner has ever had."""

from datetime import datetime

import pytest
import sqlalchemy as sa
from sqlmodel import Session, select

from auth import sessions, units
from auth.errors import NotAllowed, NotSignedIn, SignInFailed, UnitNotChosen
from auth.guard import SignedIn, is_token, require
from auth.identity import Assignment
from auth.lifetimes import parse_lifetime
from auth.models import LoginSession
from auth.roles import Role
from tests.auth.builders import (
    DESK,
    LIFETIMES,
    MINUTE,
    NOW,
    OTHER_NUMBER,
    SEALER,
    STORE,
    identity,
    sign_in,
    signed_in,
)

BOTH = (Assignment(Role.STAFF_ADMIN, DESK), Assignment(Role.STAFF, STORE))


def look(session: Session, token: str | None, now: datetime = NOW, touch: bool = False) -> SignedIn | None:
    return sessions.look_up(session, token=token, now=now, touch=touch)


def test_the_token_opens_the_session(session: Session) -> None:
    found = look(session, sign_in(session))

    assert found is not None
    assert (found.role, found.name, found.must_choose) == (Role.RESIDENT, "Exempel Exempelsson", False)
    assert found.ends_at == NOW + 8 * 60 * MINUTE


def test_the_token_is_not_in_the_database(session: Session) -> None:
    token = sign_in(session)
    stored = str(session.connection().execute(sa.text("SELECT * FROM login_session")).one())

    assert is_token(token)
    assert token not in stored


def test_tokens_differ(session: Session) -> None:
    assert len({sign_in(session) for _ in range(20)}) == 20


@pytest.mark.parametrize("planted", [None, "", "a" * 43, "a" * 42, "å" * 43, "' OR 1=1 --" + "a" * 32])
def test_a_token_that_was_never_given_opens_nothing(session: Session, planted: str | None) -> None:
    sign_in(session)

    assert look(session, planted) is None


def test_a_token_presented_before_sign_in_is_never_accepted_after(session: Session) -> None:
    planted = "f" * 43
    token = sign_in(session, presented=planted)

    assert token != planted
    assert look(session, planted) is None


def test_signing_in_ends_the_session_that_the_browser_had(session: Session) -> None:
    old = sign_in(session)
    new = sign_in(session, identity(identity_number=OTHER_NUMBER), presented=old)

    assert look(session, old) is None
    assert look(session, new) is not None


def test_a_hash_is_no_token(session: Session) -> None:
    sign_in(session)
    stored = session.exec(select(LoginSession.token_hash)).one()

    assert look(session, stored) is None
    assert look(session, stored[:43]) is None


@pytest.mark.parametrize(
    ("role", "idle", "longest"),
    [(Role.RESIDENT, 30, 480), (Role.STAFF, 60, 600), (Role.PRESCRIBER, 30, 480)],
)
def test_a_session_ends_when_nothing_is_heard(session: Session, role: Role, idle: int, longest: int) -> None:
    token = sign_in(session, identity(role))

    assert look(session, token, NOW + idle * MINUTE - MINUTE / 60) is not None
    assert look(session, token, NOW + idle * MINUTE) is None


@pytest.mark.parametrize(("role", "longest"), [(Role.RESIDENT, 480), (Role.STAFF, 600)])
def test_a_session_ends_at_its_longest_however_busy(session: Session, role: Role, longest: int) -> None:
    token = sign_in(session, identity(role))
    for minute in range(0, longest, 10):
        assert look(session, token, NOW + minute * MINUTE, touch=True) is not None

    assert look(session, token, NOW + longest * MINUTE, touch=True) is None


def test_a_sign_of_life_is_stored_once_a_minute_at_most(session: Session) -> None:
    token = sign_in(session)

    soon, later = NOW + MINUTE * 0.9, NOW + MINUTE
    first = look(session, token, soon, touch=True)
    second = look(session, token, later, touch=True)

    assert first is not None
    assert (first.seen_at, first.touch_due(soon)) == (NOW, False)
    assert second is not None
    assert (second.seen_at, second.idle_ends_at) == (later, later + 30 * MINUTE)
    assert not sessions.touch_session(session, session_id=second.session_id, now=later + MINUTE / 2)


def test_looking_without_touching_keeps_nobody_signed_in(session: Session) -> None:
    token = sign_in(session)
    for minute in range(30):
        look(session, token, NOW + minute * MINUTE)

    assert look(session, token, NOW + 30 * MINUTE) is None


def test_staying_is_stored_at_once_and_does_not_pass_the_longest(session: Session) -> None:
    found = signed_in(session)
    soon = NOW + MINUTE / 10

    assert sessions.touch_session(session, session_id=found.session_id, now=soon, at_once=True)
    assert not sessions.touch_session(session, session_id=found.session_id, now=found.ends_at, at_once=True)


def test_an_ended_session_cannot_be_touched_alive(session: Session) -> None:
    token = sign_in(session)
    session_id = sessions.end(session, token=token, now=NOW)
    assert session_id is not None

    assert not sessions.touch_session(session, session_id=session_id, now=NOW + MINUTE, at_once=True)
    assert look(session, token, NOW + MINUTE) is None


def test_a_session_that_ran_out_cannot_be_touched_alive(session: Session) -> None:
    token = sign_in(session)
    found = look(session, token)
    assert found is not None
    late = NOW + 31 * MINUTE

    assert not sessions.touch_session(session, session_id=found.session_id, now=late, at_once=True)
    assert look(session, token, late) is None


def test_rotating_gives_a_new_token_and_ends_the_old(session: Session) -> None:
    old = sign_in(session)
    new = sessions.rotate(session, token=old, now=NOW)

    assert new != old
    assert look(session, old) is None
    assert look(session, new) is not None
    assert sessions.rotate(session, token=old, now=NOW) is None


def test_signing_out_everywhere_ends_every_session_of_the_person_alone(session: Session) -> None:
    mine, also_mine = sign_in(session), sign_in(session)
    theirs = sign_in(session, identity(identity_number=OTHER_NUMBER))
    found = look(session, mine)
    assert found is not None

    assert sessions.end_all(session, person_id=found.person_id, now=NOW) == 2
    assert [look(session, token) is None for token in (mine, also_mine, theirs)] == [True, True, False]


def test_signing_out_elsewhere_keeps_this_session(session: Session) -> None:
    sign_in(session)
    found = signed_in(session)

    assert sessions.end_all(session, person_id=found.person_id, now=NOW, but=found.session_id) == 1
    listed = sessions.open_sessions(session, person_id=found.person_id, now=NOW)
    assert [one.id for one in listed] == [found.session_id]


def test_nobody_ends_the_session_of_another(session: Session) -> None:
    mine, theirs = signed_in(session), signed_in(session, identity(identity_number=OTHER_NUMBER))

    assert not sessions.end_one(session, person_id=mine.person_id, session_id=theirs.session_id, now=NOW)
    assert sessions.end_one(session, person_id=mine.person_id, session_id=mine.session_id, now=NOW)


def test_one_commission_is_acted_under_from_the_start(session: Session) -> None:
    found = require(signed_in(session, identity(Role.STAFF)), Role.STAFF)

    assert (found.commission_code, found.unit_name) == (DESK.hsa_id, DESK.unit_name)


def test_several_commissions_mean_the_least_role_until_one_is_chosen(session: Session) -> None:
    token = sign_in(session, identity(Role.STAFF, assignments=BOTH))
    found = look(session, token)
    assert found is not None
    assert (found.role, found.unit_name) == (Role.STAFF, None)
    with pytest.raises(UnitNotChosen):
        require(found, Role.STAFF)

    admin = units.units_of(session, person_id=found.person_id)[1]
    chosen = sessions.choose_unit(
        session, token=token, staff_unit_id=admin.id, lifetimes=LIFETIMES, now=NOW + MINUTE
    )

    acting = require(look(session, chosen, NOW + MINUTE), Role.STAFF_ADMIN)
    assert (acting.unit_name, acting.ends_at) == (DESK.unit_name, NOW + 8 * 60 * MINUTE)
    assert look(session, token, NOW + MINUTE) is None


def test_nobody_acts_under_the_commission_of_another(session: Session) -> None:
    theirs = signed_in(session, identity(Role.STAFF_ADMIN))
    unit = units.units_of(session, person_id=theirs.person_id)[0]
    token = sign_in(session, identity(Role.STAFF))

    for wrong in (unit.id, "nothing", ""):
        with pytest.raises(NotAllowed):
            sessions.choose_unit(session, token=token, staff_unit_id=wrong, lifetimes=LIFETIMES, now=NOW)
    with pytest.raises(NotSignedIn):
        sessions.choose_unit(session, token="a" * 43, staff_unit_id=unit.id, lifetimes=LIFETIMES, now=NOW)
    assert require(look(session, token)).role is Role.STAFF


def test_a_session_needs_a_role(session: Session) -> None:
    with pytest.raises(SignInFailed):
        sign_in(session, identity(assignments=()))


def test_the_id_token_is_kept_sealed_for_the_providers_logout(session: Session) -> None:
    found = look(session, sign_in(session, id_token="header.claims.signature"))
    assert found is not None
    stored = str(session.connection().execute(sa.text("SELECT * FROM login_session")).one())

    assert "claims" not in stored
    assert (
        sessions.id_token_of(session, session_id=found.session_id, sealer=SEALER) == "header.claims.signature"
    )
    assert sessions.id_token_of(session, session_id="none", sealer=SEALER) is None


def test_old_sessions_are_purged_and_open_ones_are_not(session: Session) -> None:
    sessions.end(session, token=sign_in(session), now=NOW)
    day_later = NOW + sessions.KEPT
    sign_in(session, identity(identity_number=OTHER_NUMBER), now=day_later)

    assert sessions.purge(session, now=day_later) == 1
    assert len(session.exec(select(LoginSession)).all()) == 1


def test_signing_in_again_purges_ones_own_old_sessions(session: Session) -> None:
    sign_in(session, identity(identity_number=OTHER_NUMBER))
    old = signed_in(session)
    new = signed_in(session, now=old.ends_at + sessions.KEPT)

    left = set(session.exec(select(LoginSession.id)).all())
    assert new.session_id in left
    assert old.session_id not in left
    assert len(left) == 2


@pytest.mark.parametrize(
    "text", ["", "30", "30/", "30/20", "0/20", "30/9999", "-1/5", "30/480/1", "３０/480", "30/480\n"]
)
def test_a_lifetime_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="must"):
        parse_lifetime(text)
