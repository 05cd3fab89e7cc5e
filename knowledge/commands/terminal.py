"""What the subcommands share towards the terminal: output, dates and the errors that end a command."""

import argparse
import re
import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo


class CommandError(Exception):
    """The job failed: one clear line for stderr, exit 1."""


class UsageError(Exception):
    """The command was called wrongly: one clear line for stderr, exit 2."""


def show(line: str) -> None:
    """One line on stdout."""
    sys.stdout.write(f"{line}\n")


def note(line: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def day(text: str) -> date:
    """An argparse type: YYYY-MM-DD."""
    try:
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass  # such a day is in no calendar; said below
    raise argparse.ArgumentTypeError(f"{text!r} is not a date (YYYY-MM-DD)")


def today() -> date:
    """Today's date where the handbook applies."""
    return datetime.now(ZoneInfo("Europe/Stockholm")).date()


def positive(text: str) -> int:
    """An argparse type: a whole number from 1."""
    if not text.isascii() or not text.isdigit() or not int(text[:9]) > 0 or len(text) > 9:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1")
    return int(text)


def existing_directory(path: Path) -> Path:
    """`path` when it is a directory; otherwise the call was wrong."""
    if not path.is_dir():
        raise UsageError(f"no such directory: {path}")
    return path
