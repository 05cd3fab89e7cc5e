"""What this machine must offer before work begins: room on the disk, a free port, a browser for the tests."""

import os
import shutil
import socket
from pathlib import Path

from setup.steps import ROOT, VAR, SetupError, announced, run

NEEDED_BYTES = 4_000_000_000
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def check_disk() -> None:
    """Raise unless there is room for the packages and the build (4 GB), when they aren't there yet."""
    if (ROOT / ".venv").is_dir():
        return
    free = shutil.disk_usage(ROOT).free
    if free < NEEDED_BYTES:
        raise SetupError(
            f"the disk has {free / 1e9:.1f} GB free and the set-up needs {NEEDED_BYTES / 1e9:.0f} GB: "
            "free some space or clone to another disk"
        )


def port() -> int:
    """The port to serve on, from PORT."""
    text = os.environ.get("PORT", "3000")
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise SetupError(
            f"PORT={text} is not a port number: give one from 1 to 65535, e.g. PORT=3001 make run"
        )
    return int(text)


def check_port(number: int) -> None:
    """Raise when somebody already listens on the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", number))
        except PermissionError as error:
            raise SetupError(
                f"port {number} needs more rights: choose another, PORT=3001 make run"
            ) from error
        except OSError as error:
            raise SetupError(
                f"port {number} is in use: stop what runs there, or choose another: "
                f"PORT={number % 65535 + 1} make run"
            ) from error


def browser() -> Path:
    """A Chromium for the browser tests; installed with the machine's own package manager when missing."""
    named = os.environ.get("PORTAL_CHROMIUM")
    if named:
        return Path(named)
    found = _installed()
    if found:
        return found
    apt = shutil.which("apt-get")
    if apt and os.geteuid() == 0:
        with announced("Chromium for the browser tests"):
            remedy = "install chromium by hand, or name one: PORTAL_CHROMIUM=/path make test"
            quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            run("apt-update", [apt, "update", "-q"], remedy=remedy, environment=quiet)
            run("chromium", [apt, "install", "-y", "-q", "chromium"], remedy=remedy, environment=quiet)
        found = _installed()
    if not found:
        raise SetupError(
            "no Chromium for the browser tests: install it (Debian: apt-get install chromium) "
            "or name one: PORTAL_CHROMIUM=/path make test"
        )
    return found


def _installed() -> Path | None:
    return next((Path(p) for p in map(shutil.which, BROWSERS) if p), None)


def make_folders() -> None:
    """Create the folder for what the portal writes; raise when the disk refuses."""
    try:
        VAR.mkdir(exist_ok=True)
    except OSError as error:
        raise SetupError(f"can't write to {ROOT}: {error.strerror}; clone to a folder of your own") from error
