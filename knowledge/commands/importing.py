"""`python -m knowledge import PATH… --into DIR`: documents to section files for review."""

import argparse
from pathlib import Path

from knowledge.commands.terminal import UsageError, note, show
from knowledge.fields import field_anchor
from knowledge.files import DEFAULT_HANDBOOK
from knowledge.importing.blocks import SUFFIXES, ImportFailedError, read_blocks
from knowledge.importing.draft import draft


def register(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help=f"files ({', '.join(sorted(SUFFIXES))}) or directories",
    )
    parser.add_argument("--into", type=Path, required=True, metavar="DIR", help="where the drafts go")
    parser.add_argument("--area", default="granskning", metavar="NAME", help="area directory within DIR")


def _documents(paths: list[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(
                one for one in path.rglob("*") if one.suffix.lower() in SUFFIXES and one.is_file()
            )
        elif path.is_file():
            found.append(path)
        else:
            raise UsageError(f"no such file: {path}")
    if not found:
        raise UsageError("no documents to import")
    return found


def _checked_target(into: Path, area: str) -> Path:
    if into.resolve().is_relative_to(DEFAULT_HANDBOOK.parent):
        raise UsageError("drafts never go straight into the published handbook; choose another directory")
    if into.exists() and not into.is_dir():
        raise UsageError(f"not a directory: {into}")
    if not area or field_anchor(area) != area:
        raise UsageError(f'the area "{area}" must be lower-case letters a-z, digits and hyphens')
    return into / area


def run(args: argparse.Namespace) -> int:
    """Write one draft per document; documents that fail are named, the rest go on; 1 if any failed."""
    target = _checked_target(args.into, args.area)
    failed = 0
    for path in _documents(args.paths):
        try:
            section_id, text = draft(path, read_blocks(path), args.area)
            target.mkdir(parents=True, exist_ok=True)
            file = target / f"{section_id}.md"
            with file.open("x", encoding="utf-8") as opened:
                opened.write(text)
            show(f"{file}  (from {path})")
        except FileExistsError:
            note(f"error: {path}: {target / section_id}.md exists already and is left as it is")
            failed += 1
        except (ImportFailedError, OSError) as error:
            note(f"error: {error}")
            failed += 1
    return 1 if failed else 0
