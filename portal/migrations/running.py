"""Runs Alembic with a configuration built in code, on a connection that the caller owns."""

from functools import lru_cache
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

HERE = Path(__file__).parent
# Any number, the same for every process: two that start together must not migrate at once.
POSTGRES_LOCK = 7_216_012_021


def config(connection: sa.Connection | None = None) -> Config:
    """Alembic's configuration; `connection` is what env.py works on."""
    made = Config()
    made.set_main_option("script_location", str(HERE).replace("%", "%%"))
    made.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    made.attributes["connection"] = connection
    return made


def scripts() -> ScriptDirectory:
    """The migrations as files."""
    return ScriptDirectory.from_config(config())


@lru_cache(maxsize=1)
def newest() -> str | None:
    """The newest migration's id; the files do not change while the process lives."""
    return scripts().get_current_head()


def at_head(connection: sa.Connection) -> bool:
    """True when the newest migration has been run."""
    return MigrationContext.configure(connection).get_current_revision() == newest()


def upgrade(connection: sa.Connection, revision: str = "head") -> None:
    """Migrate forwards within the caller's transaction."""
    _lock(connection)
    command.upgrade(config(connection), revision)


def downgrade(connection: sa.Connection, revision: str) -> None:
    """Migrate backwards within the caller's transaction."""
    _lock(connection)
    command.downgrade(config(connection), revision)


def _lock(connection: sa.Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(POSTGRES_LOCK)))
