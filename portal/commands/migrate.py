"""`python -m portal migrate`: the database to the newest migration, as a step of its own before a start."""

import argparse

from sqlalchemy.exc import SQLAlchemyError

from knowledge.commands.terminal import CommandError, show
from portal import database


def register(parser: argparse.ArgumentParser) -> None:
    """There is nothing to choose."""


def run(_args: argparse.Namespace) -> int:
    """Migrate, and say which revision the database is at."""
    from portal.migrations.running import newest

    try:
        database.migrate()
    except (SQLAlchemyError, OSError) as error:
        raise CommandError(f"the database could not be migrated: {database.in_one_line(error)}") from None
    show(f"database at {newest()}")
    return 0
