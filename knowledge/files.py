"""Reads a handbook directory into the typed model, or says every reason why it cannot be used."""

import hashlib
from pathlib import Path

from knowledge.check import check_files, read_files, versions_of
from knowledge.model import Handbook, Section
from knowledge.problems import HandbookError, Problem, shown_path

__all__ = ["DEFAULT_HANDBOOK", "HandbookError", "Problem", "check_handbook", "read_handbook"]

#: The published handbook.
DEFAULT_HANDBOOK = Path(__file__).parent / "handbook" / "vastmanland"


def _read(directory: Path) -> tuple[Handbook, list[Problem]]:
    if not directory.is_dir():
        return Handbook(), [Problem(shown_path(directory), 1, "is not a directory")]
    files = read_files(directory)
    if not files:
        return Handbook(), [Problem(shown_path(directory), 1, "holds no section files (<area>/<id>.md)")]
    problems = check_files(files)
    if problems:
        return Handbook(), problems
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.relative}\0".encode())
        digest.update(file.path.read_bytes())
        digest.update(b"\0")
    sections = {file.path.stem: Section(file.path.stem, versions_of(file)) for file in files}
    return Handbook(sections, digest.hexdigest()), []


def check_handbook(directory: Path) -> list[Problem]:
    """Every problem in the handbook at `directory`, in order of file and line; empty when it is sound."""
    return _read(directory)[1]


def read_handbook(directory: Path) -> Handbook:
    """The handbook at `directory`. Raises HandbookError with every problem when it is not sound."""
    handbook, problems = _read(directory)
    if problems:
        raise HandbookError(problems)
    return handbook
