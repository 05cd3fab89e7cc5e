"""Installs the certified provider as pinned, once, and starts it on this machine."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
TOOLS = Path(__file__).parents[4] / "var" / "test-tools" / "oidc-provider"
FILES = ("package.json", "package-lock.json", "server.mjs")
INSTALL_SECONDS = 300


def install() -> Path:
    """The directory with the provider in it; fails the test in one line when npm can't get it."""
    stamp = TOOLS / ".installed"
    wanted = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in FILES)).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return TOOLS
    TOOLS.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(HERE / name, TOOLS / name)
    command = [_tool("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    try:
        done = subprocess.run(
            command, cwd=TOOLS, env=_environment(), capture_output=True, text=True, timeout=INSTALL_SECONDS
        )
        failed = done.returncode != 0
        said = _in_one_line(done.stderr)
    except (OSError, subprocess.TimeoutExpired) as error:
        failed, said = True, str(error)
    if failed:
        pytest.fail(f"npm could not install oidc-provider, which these tests need: {said}", pytrace=False)
    stamp.write_text(wanted)
    return TOOLS


@contextmanager
def running(settings: dict[str, Any]) -> Iterator[str]:
    """The provider's issuer address while it runs."""
    directory = install()
    environment = _environment(PROVIDER_SETTINGS=json.dumps(settings))
    with subprocess.Popen(
        [_tool("node"), "server.mjs"], cwd=directory, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            issuer = process.stdout.readline().strip()
            if not issuer.startswith("http://"):
                pytest.fail(f"oidc-provider did not start: {issuer}", pytrace=False)
            yield issuer
        finally:
            process.terminate()


def _in_one_line(errors: str) -> str:
    """The first that npm says of what went wrong."""
    lines = (line.removeprefix("npm error").strip() for line in errors.splitlines() if "npm error" in line)
    return "; ".join([line for line in lines if line][:3]) or "it did not say why"


def _tool(name: str) -> str:
    """A program of the virtual environment."""
    return str(Path(sys.executable).parent / name)


def _environment(**extra: str) -> dict[str, str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return {**os.environ, "PATH": path, **extra}
