"""Keeps a built index on disk: one file per content, written whole or not at all, rebuilt when broken."""

import logging
import os
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Arrays: TypeAlias = dict[str, npt.NDArray[Any]]

CACHE_VARIABLE = "KNOWLEDGE_CACHE"
_KEPT = 4
_log = logging.getLogger(__name__)


def default_cache() -> Path:
    """KNOWLEDGE_CACHE, else var/index under the working directory."""
    return Path(os.environ.get(CACHE_VARIABLE) or Path("var") / "index")


def cached(directory: Path, key: str, build: Callable[[], Arrays]) -> Arrays:
    """The arrays stored for `key`, or those that `build` makes, stored for the next time.

    A file that cannot be read is built anew; a directory that cannot be written only costs the time.
    """
    path = directory / f"index-{key}.npz"
    stored = _read(path)
    if stored is not None:
        return stored
    arrays = build()
    try:
        _write(path, arrays)
        _forget_old(directory)
    except OSError as error:
        _log.warning("the search index cannot be kept in %s: %s", directory, error.strerror)
    return arrays


def _read(path: Path) -> Arrays | None:
    try:
        with np.load(path, allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, EOFError, KeyError, zipfile.BadZipFile) as error:
        _log.warning("the stored search index %s is broken and is built again: %s", path, error)
        return None


def _write(path: Path, arrays: Arrays) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            np.savez(file, **arrays)  # type: ignore[arg-type]
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _forget_old(directory: Path) -> None:
    """Keep the newest few, so that an edited handbook does not fill the disk."""
    files = sorted(directory.glob("index-*.npz"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in files[_KEPT:]:
        path.unlink(missing_ok=True)
