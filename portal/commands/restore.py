"""`python -m portal restore FILE`: the SQLite database back to a backup; the one before is kept beside it."""

import argparse
from pathlib import Path

from alembic.util import CommandError as AlembicError

from knowledge.commands.terminal import CommandError, UsageError, show
from portal import database
from portal.migrations.running import scripts
from portal.sqlite_copies import CopyError, copy, file_of, pour, revision_of

KEPT = ".before-restore"


def register(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a file that backup wrote")


def run(args: argparse.Namespace) -> int:
    """Check the backup, keep the present database beside, put the backup in its place and migrate it."""
    if not args.file.is_file():
        raise UsageError(f"no such file: {args.file}")
    try:
        target = file_of(database.engine())
        _is_known(args.file, revision_of(args.file))
        if target.is_file():
            kept = target.with_name(target.name + KEPT)
            copy(target, kept)
            show(f"kept the present database as {kept}")
        pour(args.file, target)
    except CopyError as error:
        raise CommandError(str(error)) from None
    database.migrate()
    show(f"restored {target} from {args.file}")
    return 0


def _is_known(file: Path, revision: str) -> None:
    """Refuse a backup of a later portal: this one could not read it."""
    try:
        scripts().get_revision(revision)
    except AlembicError:
        raise CommandError(f"{file} is of migration {revision}, which this version does not know") from None
