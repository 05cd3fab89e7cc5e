"""The database: one engine from the settings, transactions that commit once, migrations as their own step.

SQLite by default, PostgreSQL by URL. Tables are SQLModel classes; every table module is named in
`TABLE_MODULES`, so that the metadata is whole wherever it is needed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlmodel import Session, SQLModel, create_engine

from portal.settings import settings

# Set before any table is declared: names are given as constraints attach to their tables.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
TABLE_MODULES = ("portal.feedback.models", "auth.models", "portal.account.models")
BUSY_TIMEOUT_MS = 5000
# More than the worker threads: a connection beyond the pool would be opened and closed at each use.
POOL_SIZE = 20


def metadata() -> sa.MetaData:
    """The metadata with every table of the portal declared."""
    for module in TABLE_MODULES:
        import_module(module)
    return SQLModel.metadata


def make_engine(url: str) -> sa.Engine:
    """An engine for `url`; parameters are never shown in errors, since they may hold what people wrote."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
        return create_engine(parsed, pool_pre_ping=True, hide_parameters=True, pool_size=POOL_SIZE)
    if parsed.database and parsed.database != ":memory:":
        # Readable by the service alone: people write freely in what is stored here.
        Path(parsed.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_engine(parsed, hide_parameters=True, pool_size=POOL_SIZE)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Set what SQLite forgets between connections, and take over BEGIN so that DDL is transactional too."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    """Take the write lock at once: a read that later turns into a write would fail instead of waiting."""
    begin = connection.get_execution_options().get("sqlite_begin", "BEGIN IMMEDIATE")
    connection.exec_driver_sql(begin)


@lru_cache(maxsize=1)
def engine() -> sa.Engine:
    """The engine of this process, made at the first call."""
    return make_engine(settings().database_url)


@contextmanager
def session_scope(on: sa.Engine | None = None) -> Iterator[Session]:
    """One transaction: committed at the end, rolled back when anything raises."""
    with Session(on or engine(), expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def reading_scope(on: sa.Engine | None = None) -> Iterator[Session]:
    """A transaction that only reads: it neither waits for writers nor holds them up, and is rolled back."""
    reading = (on or engine()).connect().execution_options(sqlite_begin="BEGIN")
    with reading as connection, Session(connection, expire_on_commit=False) as session:
        yield session


def in_one_line(error: Exception) -> str:
    """What went wrong, without SQL, parameters or a driver's further lines."""
    said = str(getattr(error, "orig", None) or error).strip()
    return said.splitlines()[0] if said else type(error).__name__


def why_unreachable(on: sa.Engine | None = None) -> str | None:
    """One line saying why the database does not answer, or None when it does, migrated or not."""
    try:
        with (on or engine()).connect().execution_options(sqlite_begin="BEGIN") as connection:
            connection.execute(sa.text("SELECT 1"))
    except (sa.exc.SQLAlchemyError, OSError) as error:
        return in_one_line(error)
    return None


def is_reachable(on: sa.Engine | None = None) -> bool:
    """True when the database answers and its tables are those of the newest migration."""
    from portal.migrations.running import at_head

    try:
        with (on or engine()).connect().execution_options(sqlite_begin="BEGIN") as connection:
            return at_head(connection)
    except sa.exc.SQLAlchemyError:
        return False


def migrate(on: sa.Engine | None = None, revision: str = "head") -> None:
    """Bring the database to `revision`; a step of its own, never done at import."""
    from portal.migrations.running import upgrade

    with (on or engine()).begin() as connection:
        upgrade(connection, revision)
