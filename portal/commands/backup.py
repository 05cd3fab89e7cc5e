"""`python -m portal backup FILE`: a consistent copy of the SQLite database while the portal runs."""

import argparse
from pathlib import Path

from knowledge.commands.terminal import CommandError, UsageError, show
from portal import database
from portal.sqlite_copies import CopyError, copy, file_of


def register(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="new file to write; it must not exist")


def run(args: argparse.Namespace) -> int:
    """Copy the database to a new file that only its owner may read."""
    if args.file.exists():
        raise UsageError(f"{args.file} exists already")
    try:
        source = file_of(database.engine())
        if not source.is_file():
            raise CommandError(f"there is no database at {source}")
        copy(source, args.file)
    except CopyError as error:
        raise CommandError(str(error)) from None
    show(f"wrote {args.file} ({args.file.stat().st_size} bytes)")
    return 0
