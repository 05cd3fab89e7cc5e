"""The access log says who did what with whose data, is undone along with it, and cannot be changed."""

import pytest
import sqlalchemy as sa
from sqlmodel import Session, select

from auth import access_log
from auth.access_log import What
from auth.guard import SignedIn
from auth.models import AccessEntry
from auth.roles import Role
from portal import database
from tests.auth.builders import DESK, MINUTE, NOW, OTHER_NUMBER, identity, signed_in

TABLES = ("access_entry", "access_review", "access_verdict")


def read(
    session: Session, reader: SignedIn, subject: str | None, minute: int = 0, **more: object
) -> AccessEntry:
    values: dict[str, object] = {"object_kind": "errand", "object_id": "e1", "what": What.READ, **more}
    return access_log.record(
        session,
        reader=reader,
        subject_person_id=subject,
        now=NOW + minute * MINUTE,
        **values,  # type: ignore[arg-type]
    )


def about(session: Session, person: SignedIn, **more: object) -> list[AccessEntry]:
    return access_log.entries_about(session, person_id=person.person_id, **more)  # type: ignore[arg-type]


def test_an_entry_says_who_as_what_for_which_unit_whose_what_when_and_why(session: Session) -> None:
    resident, staff = signed_in(session), signed_in(session, identity(Role.STAFF, name="Personal"))
    read(session, staff, resident.person_id, why="ringde kundtjänst")

    (entry,) = about(session, resident)
    assert (entry.reader_id, entry.reader_role, entry.reader_name) == (
        staff.person_id,
        "kundtjänst",
        "Personal",
    )
    assert (entry.reader_unit, entry.session_id) == (DESK.unit_name, staff.session_id)
    assert (entry.object_kind, entry.object_id, entry.what, entry.at) == ("errand", "e1", "read", NOW)
    assert entry.why == "ringde kundtjänst"


def test_entries_come_newest_first_and_about_the_person_alone(session: Session) -> None:
    resident, other = signed_in(session), signed_in(session, identity(identity_number=OTHER_NUMBER))
    staff = signed_in(session, identity(Role.STAFF))
    ids = [read(session, staff, resident.person_id, minute).id for minute in range(3)]
    read(session, staff, other.person_id)
    read(session, staff, None)

    assert [entry.id for entry in about(session, resident)] == ids[::-1]
    assert [entry.id for entry in about(session, resident, limit=1, offset=1)] == [ids[1]]


def test_what_somebody_did_themselves_is_left_out_unless_asked_for(session: Session) -> None:
    resident = signed_in(session)
    read(session, resident, resident.person_id)

    assert about(session, resident) == []
    assert len(about(session, resident, own=True)) == 1


def test_entries_can_be_asked_for_by_object(session: Session) -> None:
    resident, staff = signed_in(session), signed_in(session, identity(Role.STAFF))
    read(session, staff, resident.person_id)
    read(session, staff, resident.person_id, object_kind="repair")

    assert [one.object_kind for one in about(session, resident, object_kind="repair")] == ["repair"]
    assert about(session, resident, object_kind="repair", object_id="e2") == []


def test_the_name_of_a_reader_with_protected_data_is_not_written(session: Session) -> None:
    resident = signed_in(session)
    staff = signed_in(session, identity(Role.STAFF, protected=True))

    assert read(session, staff, resident.person_id).reader_name == ""


def test_a_long_reason_is_cut(session: Session) -> None:
    assert len(read(session, signed_in(session), None, why="å" * 900).why) == 500


def test_an_entry_is_undone_with_what_it_tells_of(migrated: sa.Engine) -> None:
    with pytest.raises(RuntimeError), database.session_scope() as session:
        read(session, signed_in(session), None)
        raise RuntimeError("the reading failed")

    with database.session_scope() as session:
        assert session.exec(select(AccessEntry)).all() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE access_entry SET why = 'other'",
        "UPDATE access_entry SET why = 'other' WHERE 1 = 0 OR id = id",
        "DELETE FROM access_entry",
    ],
)
def test_the_database_refuses_to_change_or_delete_an_entry(session: Session, statement: str) -> None:
    entry = read(session, signed_in(session), None, why="first")

    with pytest.raises(sa.exc.DBAPIError, match="append-only"), session.begin_nested():
        session.execute(sa.text(statement))
    session.refresh(entry)

    assert entry.why == "first"


def test_an_entry_cannot_be_replaced_either(session: Session) -> None:
    entry = read(session, signed_in(session), None, why="first")
    values = {**entry.model_dump(), "why": "other"}
    replacing = {
        "sqlite": sa.insert(AccessEntry).prefix_with("OR REPLACE"),
        "postgresql": sa.insert(AccessEntry),
    }[session.get_bind().dialect.name]

    with pytest.raises(sa.exc.DBAPIError), session.begin_nested():
        session.execute(replacing.values(**values))
    session.refresh(entry)

    assert entry.why == "first"


def test_postgresql_refuses_to_empty_the_tables(session: Session) -> None:
    dialect = session.get_bind().dialect.name
    empty = {"postgresql": f"TRUNCATE {', '.join(TABLES)}", "sqlite": "DELETE FROM access_entry"}[dialect]
    read(session, signed_in(session), None)

    with pytest.raises(sa.exc.DBAPIError, match="append-only"), session.begin_nested():
        session.execute(sa.text(empty))


@pytest.mark.parametrize("table", TABLES)
def test_every_table_of_the_log_is_protected(session: Session, table: str) -> None:
    triggers = {
        "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table",
        "postgresql": "SELECT 3 * count(*) FROM pg_trigger WHERE tgrelid = CAST(:table AS regclass)"
        " AND NOT tgisinternal",
    }[session.get_bind().dialect.name]

    assert session.execute(sa.text(triggers), {"table": table}).scalar_one() == 3


def test_erasing_a_person_leaves_what_was_logged(session: Session) -> None:
    resident, staff = signed_in(session), signed_in(session, identity(Role.STAFF))
    read(session, staff, resident.person_id)
    session.execute(sa.text("DELETE FROM person"))

    assert len(about(session, resident)) == 1
    assert session.execute(sa.text("SELECT count(*) FROM login_session")).scalar_one() == 0


def test_no_function_changes_or_deletes_an_entry() -> None:
    assert not [name for name in dir(access_log) if name.startswith(("update", "delete", "change", "remove"))]
