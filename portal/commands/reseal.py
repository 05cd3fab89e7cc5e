"""`python -m portal reseal`: everybody's identity to the newest key and pepper, so that older ones can go."""

import argparse

from sqlalchemy.exc import SQLAlchemyError

from auth import people
from auth.errors import CannotUnseal
from knowledge.commands.terminal import CommandError, show
from portal import database
from portal.settings import settings


def register(parser: argparse.ArgumentParser) -> None:
    """There is nothing to choose."""


def run(_args: argparse.Namespace) -> int:
    """Reseal in one transaction, and say how many had an older key or pepper."""
    try:
        with database.session_scope() as session:
            moved = people.reseal(session, sealer=settings().sealer())
    except CannotUnseal:
        raise CommandError("somebody is sealed with a key that is not in PORTAL_IDENTITY_KEYS") from None
    except (SQLAlchemyError, OSError) as error:
        raise CommandError(f"nothing was resealed: {database.in_one_line(error)}") from None
    show(f"resealed {moved}")
    return 0
