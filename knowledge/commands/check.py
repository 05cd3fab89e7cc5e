"""`python -m knowledge check [DIR]`: every problem of a handbook on a line of its own."""

import argparse
from pathlib import Path

from knowledge.commands.terminal import existing_directory, note, show
from knowledge.files import DEFAULT_HANDBOOK, check_handbook
from knowledge.lexicon import DEFAULT_LEXICON, check_lexicon
from knowledge.problems import Problem
from knowledge.scope import DEFAULT_SCOPE, check_scope


def register(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "directory",
        nargs="?",
        type=Path,
        metavar="DIR",
        help="handbook directory (default: the published one, with its lexicon and scope cards)",
    )
    parser.add_argument("--lexicon", type=Path, metavar="DIR", help="check this lexicon against the handbook")
    parser.add_argument(
        "--scope", type=Path, metavar="DIR", help="check these scope cards against the handbook"
    )


def _regions(directory: Path) -> list[Path]:
    """The handbooks in `directory`: itself, or each of its directories when sections stand a level deeper."""
    if any(directory.glob("*/*.md")) or not any(directory.glob("*/*/*.md")):
        return [directory]
    return sorted(path for path in directory.iterdir() if path.is_dir())


def run(args: argparse.Namespace) -> int:
    """Print `file:line: message` for every problem; 1 if there is any."""
    directory = existing_directory(args.directory or DEFAULT_HANDBOOK)
    published = directory.resolve() == DEFAULT_HANDBOOK
    lexicon = args.lexicon or (DEFAULT_LEXICON if published else None)
    scope = args.scope or (DEFAULT_SCOPE if published else None)
    problems: list[Problem] = []
    for region in _regions(directory):
        problems += check_handbook(region)
    sections = frozenset(path.stem for path in directory.rglob("*.md"))
    if lexicon:
        problems += check_lexicon(existing_directory(lexicon), sections)
    if scope:
        problems += check_scope(existing_directory(scope), sections)
    for problem in problems:
        show(str(problem))
    if problems:
        note(f"{len(problems)} problem(s) in {directory}")
        return 1
    return 0
