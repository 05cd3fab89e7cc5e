"""Faults found in the files of the handbook, each with its place, and the error that carries them."""

import os
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: the file as a person at the prompt would name it, the line (from 1) and what is wrong."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class HandbookError(Exception):
    """The handbook, lexicon or scope cards cannot be used; `problems` says why, with file and line."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(slots=True)
class Report:
    """Collects the problems of one file."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, line: int, message: str) -> None:
        """Note that `line` is wrong."""
        self.problems.append(Problem(self.file, line, message))


def shown_path(path: Path) -> str:
    """`path` relative to the working directory when it lies below it, else absolute."""
    absolute = Path(os.path.abspath(path))
    here = Path.cwd()
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else str(absolute)


def read_text(path: Path, report: Report) -> str | None:
    """The file as UTF-8 text, or None with the reason reported."""
    try:
        data = path.read_bytes()
    except OSError as error:
        report.add(1, f"cannot be read: {error.strerror or error}")
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        report.add(data.count(b"\n", 0, error.start) + 1, "is not UTF-8 text")
        return None
