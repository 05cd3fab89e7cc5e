"""Whole copies of a SQLite database with SQLite's online backup: consistent while the portal writes."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa


class CopyError(Exception):
    """The copy could not be made; str() is one line."""


def file_of(engine: sa.Engine) -> Path:
    """The database's file; raises CopyError when it has none."""
    if engine.dialect.name != "sqlite":
        raise CopyError("this is for SQLite; for PostgreSQL use pg_dump and pg_restore")
    if not engine.url.database or engine.url.database == ":memory:":
        raise CopyError("the database is in memory and has no file")
    return Path(engine.url.database)


def copy(source: Path, target: Path) -> None:
    """Copy the database in `source` to the file `target`, whole or not at all, readable by its owner only."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(_read_only(source)) as old, closing(sqlite3.connect(part)) as new:
            old.backup(new)
            _check(new)
        os.replace(part, target)
    except (OSError, sqlite3.Error) as error:
        raise CopyError(f"{source} could not be copied to {target}: {error}") from None
    finally:
        part.unlink(missing_ok=True)


def pour(source: Path, target: Path) -> None:
    """Replace the contents of the database in `target` by those of `source`, in one transaction."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with closing(_read_only(source)) as old, closing(sqlite3.connect(target, timeout=30)) as new:
            old.backup(new)
    except (OSError, sqlite3.Error) as error:
        raise CopyError(f"{source} could not be restored: {error}") from None


def revision_of(source: Path) -> str:
    """The migration that a backup is at; raises CopyError when it is no whole database of the portal."""
    try:
        with closing(_read_only(source)) as connection:
            _check(connection)
            return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    except (OSError, sqlite3.Error, TypeError) as error:
        raise CopyError(f"{source} is not a backup of the portal: {error}") from None


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True, timeout=30)


def _check(connection: sqlite3.Connection) -> None:
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)
