"""The virtual environment with every package pinned, the JavaScript runtime among them."""

import os
import shutil
import sys
from pathlib import Path

from setup.steps import ROOT, announced, fingerprint, is_done, mark_done, run

VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PYTHON = VENV / "bin" / "python"


def install() -> None:
    """Create the virtual environment and install what requirements.lock pins, unless already done."""
    stamp = fingerprint([LOCK], sys.version, str(VENV))
    if is_done("packages", stamp) and PYTHON.is_file():
        return
    if not PYTHON.is_file() or not _same_python():
        with announced("Virtual environment"):
            remedy = "install Python with its venv module (Debian: apt-get install python3-venv)"
            run("venv", [sys.executable, "-m", "venv", "--clear", str(VENV)], remedy=remedy)
    with announced("Python packages and the JavaScript runtime (about 1 GB, a few minutes the first time)"):
        pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
        remedy = "check the network (or your package index) and start again; what is done is kept"
        run("packages", [*pip, "-r", str(LOCK)], remedy=remedy)
    mark_done("packages", stamp)


def environment(**extra: str) -> dict[str, str]:
    """The environment in which the product's own commands run: the virtual environment's tools first."""
    path = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    base = {k: v for k, v in os.environ.items() if k not in ("PYTHONHOME", "PYTHONPATH")}
    return {**base, "PATH": path, "VIRTUAL_ENV": str(VENV), "PYTHONUNBUFFERED": "1", **extra}


def tool(name: str) -> str:
    """The path of a program that the packages brought."""
    return str(VENV / "bin" / name)


def _same_python() -> bool:
    real = Path(shutil.which(str(PYTHON)) or PYTHON).resolve()
    return real == Path(sys.executable).resolve()
