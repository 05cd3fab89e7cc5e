"""`python -m portal check`: whether this environment can run the portal, and what it comes to."""

import argparse
import os
from pathlib import Path

from sqlalchemy.engine import make_url

from knowledge.commands.terminal import note, show
from portal import database
from portal.settings import Settings, settings, variable

HIDDEN = "(hidden)"


def register(parser: argparse.ArgumentParser) -> None:
    """There is nothing to choose."""


def run(_args: argparse.Namespace) -> int:
    """Print every setting, then every problem on stderr; 1 if there is any."""
    chosen = settings()
    for name in Settings.model_fields:
        show(f"{variable(name)}={_shown(chosen, name)}")
    problems = _problems(chosen)
    for problem in problems:
        note(f"error: {problem}")
    if not problems and not database.is_reachable():
        note("note: the database is not migrated yet; run python -m portal migrate")
    return 1 if problems else 0


def _shown(chosen: Settings, name: str) -> str:
    if name == "secret_key":
        return HIDDEN
    if name == "database_url":
        return make_url(chosen.database_url).render_as_string(hide_password=True)
    value = getattr(chosen, name)
    return "" if value is None else str(value)


def _problems(chosen: Settings) -> list[str]:
    problems = [
        f"{variable(name)}: {directory} cannot be written to"
        for name, directory in (("var_dir", chosen.var_dir), ("cache_dir", chosen.cache_dir))
        if not _can_be_written(directory)
    ]
    model = chosen.knowledge_model
    if model and model.startswith((".", "/", "~")) and not Path(model).expanduser().is_dir():
        problems.append(f"{variable('knowledge_model')}: no such directory: {model}")
    if reason := database.why_unreachable():
        problems.append(f"{variable('database_url')}: {reason}")
    return problems


def _can_be_written(directory: Path) -> bool:
    """True when `directory`, or the nearest one above it that exists, can be written to."""
    directory = directory.absolute()
    nearest = next(path for path in (directory, *directory.parents) if path.exists())
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
