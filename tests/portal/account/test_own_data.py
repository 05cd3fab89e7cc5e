"""What is handed out is everything about the person, nothing about others, and no secrets."""

import io
import json
import zipfile
from typing import Any

from sqlmodel import Session, select

from auth import access_log
from auth.models import LoginSession, Person
from auth.roles import Role
from portal.account import contact, erasure, own_data
from portal.account.contact import Contact, Notify
from portal.database import metadata
from portal.texts import own_data as words
from tests.auth.builders import NOW, NUMBER, OTHER_NUMBER, SEALER, identity, signed_in

# Every column that points at a person, and whether its rows are handed out to them.
HANDED_OUT = {
    "staff_unit.person_id": True,
    "login_session.person_id": True,
    "contact_details.person_id": True,
    "erasure_request.person_id": True,
    "access_entry.subject_id": True,
    # What somebody read at work is about others.
    "access_entry.reader_id": False,
    "access_review.drawn_by": False,
    "access_verdict.reviewer_id": False,
}


def opened(archive: bytes) -> tuple[dict[str, Any], str]:
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        assert files.namelist() == [words.JSON_NAME, words.HTML_NAME]
        return json.loads(files.read(words.JSON_NAME)), files.read(words.HTML_NAME).decode()


def test_the_file_holds_the_same_in_both_forms(session: Session) -> None:
    person = signed_in(session)
    contact.save(session, by=person, contact=Contact(Notify.EMAIL, "a&b@exempel.se", ""), now=NOW)
    erasure.ask(session, by=person, now=NOW)

    document, page = opened(own_data.hand_out(session, to=person, sealer=SEALER, now=NOW))

    assert document["person"]["identity"] == NUMBER
    assert document["contact"]["email"] == "a&b@exempel.se"
    assert NUMBER in page
    assert "a&amp;b@exempel.se" in page
    assert "<script" not in page
    assert set(document) == {"made_at", *words.SECTIONS}


def test_that_it_was_taken_out_is_recorded_and_in_it(session: Session) -> None:
    person = signed_in(session)

    document, _ = opened(own_data.hand_out(session, to=person, sealer=SEALER, now=NOW))

    assert document["access_log"][-1]["what"] == "exported"
    assert access_log.entries_about(session, person_id=person.person_id, own=True)[0].what == "exported"


def test_nothing_is_about_anybody_else_and_no_secret_is_in_it(session: Session) -> None:
    person = signed_in(session)
    other = signed_in(session, identity(identity_number=OTHER_NUMBER, name="Annan Annansson"))
    contact.save(session, by=other, contact=Contact(Notify.EMAIL, "annan@exempel.se", ""), now=NOW)

    document, page = opened(own_data.hand_out(session, to=person, sealer=SEALER, now=NOW))

    rows = session.exec(select(Person)).all()
    hashes = [one.token_hash for one in session.exec(select(LoginSession)).all()]
    secrets = [*hashes, *(one.identity_sealed for one in rows), *(one.identity_fingerprint for one in rows)]
    for text in (json.dumps(document, ensure_ascii=False), page):
        assert "Annan" not in text
        assert OTHER_NUMBER not in text
        assert not any(secret in text for secret in secrets)


def test_who_read_it_is_in_it_whatever_the_log_s_length(session: Session) -> None:
    person, staff = signed_in(session), signed_in(session, identity(Role.STAFF, name="Kim Exempel"))
    for number in range(own_data.ENTRIES_AT_A_TIME + 5):
        access_log.record(
            session,
            reader=staff,
            subject_person_id=person.person_id,
            object_kind="ärende",
            object_id=str(number),
            what=access_log.What.READ,
            now=NOW,
        )

    collected = own_data.collect(session, person_id=person.person_id, sealer=SEALER)

    assert len(collected["access_log"]) == own_data.ENTRIES_AT_A_TIME + 5


def test_a_new_table_about_people_must_be_thought_of_here() -> None:
    """Whoever adds a table decides whether its rows belong in the file."""
    known = {"person_id", "subject_id", "reader_id", "drawn_by", "reviewer_id"}
    found = {
        f"{table.name}.{column.name}"
        for table in metadata().tables.values()
        for column in table.columns
        if column.name in known or any(key.column.table.name == "person" for key in column.foreign_keys)
    }

    assert found == set(HANDED_OUT)
