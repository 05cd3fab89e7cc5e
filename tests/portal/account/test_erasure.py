"""Erasure is asked for once at a time, may be withdrawn, and is recorded."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from auth import access_log
from portal.account import erasure
from portal.account.errors import NothingToWithdrawError
from portal.account.models import ErasureRequest
from tests.auth.builders import NOW, signed_in


def test_a_second_press_finds_the_first_request(session: Session) -> None:
    person = signed_in(session)

    first = erasure.ask(session, by=person, now=NOW)
    second = erasure.ask(session, by=person, now=NOW + timedelta(days=1))

    assert first.id == second.id
    assert len(access_log.entries_about(session, person_id=person.person_id, own=True)) == 1


def test_a_withdrawn_request_is_kept_and_another_may_follow(session: Session) -> None:
    person = signed_in(session)
    erasure.ask(session, by=person, now=NOW)

    erasure.withdraw(session, by=person, now=NOW)
    assert erasure.open_request(session, person_id=person.person_id) is None
    erasure.ask(session, by=person, now=NOW)

    outcomes = [one.outcome for one in erasure.requests_of(session, person_id=person.person_id)]
    assert sorted(outcomes) == ["", "återtagen"]


def test_nothing_can_be_withdrawn_that_was_not_asked(session: Session) -> None:
    with pytest.raises(NothingToWithdrawError):
        erasure.withdraw(session, by=signed_in(session), now=NOW)


def test_the_database_takes_one_open_request_per_person(session: Session) -> None:
    person = signed_in(session)
    erasure.ask(session, by=person, now=NOW)
    session.add(ErasureRequest(person_id=person.person_id, asked_at=NOW))

    with pytest.raises(sa.exc.IntegrityError):
        session.flush()
