"""Transactions commit once or not at all; SQLite is set up for several readers and honest foreign keys."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from portal import database


def count(engine: sa.Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(sa.text("SELECT count(*) FROM answer_feedback")).scalar_one())


def add_row(session: Session) -> None:
    session.execute(
        sa.text(
            "INSERT INTO answer_feedback (key, question, as_of, status, section_ids, helpful, reason,"
            " created_at, changed_at) VALUES ('k', 'q', '2026-11-21', 'answered', '[]', true, '',"
            " '2026-11-21 10:00:00+00:00', '2026-11-21 10:00:00+00:00')"
        )
    )


def test_a_transaction_is_committed_at_the_end(migrated: sa.Engine) -> None:
    with database.session_scope() as session:
        add_row(session)

    assert count(migrated) == 1


def test_a_transaction_is_rolled_back_when_anything_raises(migrated: sa.Engine) -> None:
    with pytest.raises(RuntimeError), database.session_scope() as session:
        add_row(session)
        raise RuntimeError("halfway")

    assert count(migrated) == 0


def test_a_database_is_reachable_only_when_migrated(empty_database: sa.Engine) -> None:
    assert not database.is_reachable(empty_database)

    database.migrate(empty_database)

    assert database.is_reachable(empty_database)


def test_a_database_that_does_not_answer_is_not_reachable() -> None:
    assert not database.is_reachable(
        database.make_engine("postgresql://nobody@127.0.0.1:1/none?connect_timeout=1")
    )


def test_errors_never_show_what_was_stored(migrated: sa.Engine) -> None:
    with pytest.raises(sa.exc.SQLAlchemyError) as caught, database.session_scope() as session:
        session.execute(sa.text("INSERT INTO nowhere VALUES (:secret)"), {"secret": "hemligt"})

    assert "hemligt" not in str(caught.value)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", database.BUSY_TIMEOUT_MS)],
)
def test_sqlite_is_set_up(tmp_path: Path, pragma: str, value: object) -> None:
    engine = database.make_engine(f"sqlite:///{tmp_path / 'new' / 'portal.sqlite'}")

    with engine.connect() as connection:
        assert connection.execute(sa.text(f"PRAGMA {pragma}")).scalar() == value
    engine.dispose()
