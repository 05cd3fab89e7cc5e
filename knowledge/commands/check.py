"""`python -m knowledge check [DIR]`: every problem of a handbook on a line of its own."""

import argparse
from pathlib import Path

from knowledge.commands.terminal import existing_directory, note, show
from knowledge.files import DEFAULT_HANDBOOK, check_handbook


def register(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "directory",
        nargs="?",
        type=Path,
        metavar="DIR",
        help="handbook directory (default: the published one)",
    )


def run(args: argparse.Namespace) -> int:
    """Print `file:line: message` for every problem; 1 if there is any."""
    directory = existing_directory(args.directory or DEFAULT_HANDBOOK)
    problems = check_handbook(directory)
    for problem in problems:
        show(str(problem))
    if problems:
        note(f"{len(problems)} problem(s) in {directory}")
        return 1
    return 0
