"""One identity is one person, found without the number ever being stored in the open."""

import threading

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from auth import people, units
from auth.errors import NotAnIdentityNumber, SignInFailed, SignInFault
from auth.identity import Assignment
from auth.models import Person
from auth.roles import Role
from auth.sealing import Sealer
from portal import database
from tests.auth.builders import (
    DESK,
    KEY,
    MINUTE,
    NOW,
    NUMBER,
    OTHER_KEY,
    OTHER_NUMBER,
    OTHER_PEPPER,
    PEPPER,
    SEALER,
    STORE,
    identity,
)


def find(session: Session, **changes: object) -> Person:
    return people.find_or_create(session, sealer=SEALER, identity=identity(**changes), now=NOW)  # type: ignore[arg-type]


def everybody(session: Session) -> list[Person]:
    return list(session.exec(select(Person)))


def test_the_same_number_is_the_same_person_with_the_latest_name(session: Session) -> None:
    first = find(session)
    later = people.find_or_create(
        session, sealer=SEALER, identity=identity(name="Nytt Namn"), now=NOW + MINUTE
    )

    assert later.id == first.id
    assert (later.name, later.created_at, later.signed_in_at) == ("Nytt Namn", NOW, NOW + MINUTE)
    assert len(everybody(session)) == 1


def test_another_number_is_somebody_else(session: Session) -> None:
    assert find(session).id != find(session, identity_number=OTHER_NUMBER).id


def test_the_same_human_at_work_is_somebody_else(session: Session) -> None:
    at_work = find(session, role=Role.STAFF, identity_number=NUMBER)

    assert find(session).id != at_work.id
    assert people.identity_of(at_work, sealer=SEALER) == "SE0000000000-STAFF"


def test_an_hsa_id_is_the_same_however_it_is_written(session: Session) -> None:
    small = find(session, role=Role.STAFF, employee_hsa_id="se0000000000-1x2y")

    assert find(session, role=Role.STAFF, employee_hsa_id="SE0000000000-1X2Y").id == small.id


def test_a_number_is_stored_sealed_and_nowhere_else(session: Session) -> None:
    person = find(session)
    stored = [str(value) for value in session.connection().execute(sa.text("SELECT * FROM person")).one()]

    assert not any(part in " ".join(stored) for part in (NUMBER, NUMBER[2:], f"{NUMBER[:8]}-{NUMBER[8:]}"))
    assert people.identity_of(person, sealer=SEALER) == NUMBER


@pytest.mark.parametrize("number", [None, "", "189001019803", NUMBER + "\n"])
def test_nobody_is_made_without_a_valid_number(session: Session, number: str | None) -> None:
    with pytest.raises(SignInFailed) as caught:
        find(session, identity_number=number)

    assert caught.value.code is SignInFault.MISSING_CLAIM
    assert everybody(session) == []


def test_a_new_personnummer_keeps_the_person(session: Session) -> None:
    before = find(session, identity_number=OTHER_NUMBER)
    after = find(session, identity_number=NUMBER, previous_number=OTHER_NUMBER)

    assert after.id == before.id
    assert people.identity_of(after, sealer=SEALER) == NUMBER
    assert people.by_number(session, sealer=SEALER, number=OTHER_NUMBER) is None


def test_a_previous_number_never_joins_two_people(session: Session) -> None:
    before, now = find(session, identity_number=OTHER_NUMBER), find(session)

    assert find(session, previous_number=OTHER_NUMBER).id == now.id
    assert people.identity_of(before, sealer=SEALER) == OTHER_NUMBER


def test_staff_find_a_resident_by_number(session: Session) -> None:
    person = find(session)

    assert people.by_number(session, sealer=SEALER, number=f"{NUMBER[:8]}-{NUMBER[8:]}") == person
    with pytest.raises(NotAnIdentityNumber):
        people.by_number(session, sealer=SEALER, number="189001019803")


def test_keys_and_pepper_are_changed_without_losing_anybody(session: Session) -> None:
    before = find(session)
    both = Sealer(keys=[OTHER_KEY, KEY], peppers=[OTHER_PEPPER, PEPPER])
    newest = Sealer(keys=[OTHER_KEY], peppers=[OTHER_PEPPER])
    find(session, role=Role.STAFF)

    assert people.by_number(session, sealer=both, number=NUMBER) == before
    assert (people.reseal(session, sealer=both), people.reseal(session, sealer=both)) == (2, 0)
    assert people.by_number(session, sealer=newest, number=NUMBER) == before
    assert people.identity_of(before, sealer=newest) == NUMBER
    assert people.by_number(session, sealer=SEALER, number=NUMBER) is None


def test_signing_in_moves_somebody_to_the_newest_key(session: Session) -> None:
    find(session)
    both = Sealer(keys=[OTHER_KEY, KEY], peppers=[OTHER_PEPPER, PEPPER])
    people.find_or_create(session, sealer=both, identity=identity(), now=NOW)

    assert people.reseal(session, sealer=both) == 0


def test_two_sign_ins_at_once_make_one_person(migrated: sa.Engine) -> None:
    ids: list[str] = []
    together = threading.Barrier(4)

    def run() -> None:
        together.wait()
        with database.session_scope(migrated) as session:
            ids.append(find(session, role=Role.STAFF).id)

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(ids) == 4
    assert len(set(ids)) == 1


def test_protected_data_are_hidden_from_lists_and_stay_so_at_the_next_sign_in(session: Session) -> None:
    person = find(session, protected=True)

    assert people.shown_name(person, hidden="Skyddad") == "Skyddad"
    assert people.shown_address(person, "Gatan 1", hidden="–") == "–"
    assert find(session, protected=False).protected


def test_staff_can_take_the_protection_away(session: Session) -> None:
    person = find(session, protected=True)
    people.set_protected(session, person_id=person.id, protected=False)
    session.refresh(person)

    assert people.shown_name(person) == "Exempel Exempelsson"
    assert people.shown_address(person, "Gatan 1") == "Gatan 1"


def test_units_are_exactly_those_of_the_latest_sign_in(session: Session) -> None:
    both = (Assignment(Role.STAFF, DESK), Assignment(Role.STAFF, STORE), Assignment(Role.STAFF, STORE))
    person = find(session, role=Role.STAFF, assignments=both)
    assert [unit.code for unit in units.units_of(session, person_id=person.id)] == [STORE.hsa_id, DESK.hsa_id]

    find(session, role=Role.STAFF)

    assert [unit.code for unit in units.units_of(session, person_id=person.id)] == [DESK.hsa_id]


def test_people_are_fetched_for_a_list(session: Session) -> None:
    one, other = find(session), find(session, identity_number=OTHER_NUMBER)

    assert people.by_ids(session, person_ids=[one.id, other.id, "nobody"]) == {one.id: one, other.id: other}
    assert people.by_id(session, person_id="nobody") is None


def test_a_name_longer_than_its_column_is_cut(session: Session) -> None:
    assert len(find(session, name="å" * 500).name) == 200
    assert session.exec(select(sa.func.length(col(Person.name)))).one() == 200
