"""The commands: run, test, check and build."""

import os
import subprocess
from collections.abc import Callable

from setup import frontend, machine, packages, serving
from setup.steps import ROOT, SetupError, announced, fail, say

CHECKS = (
    ("ruff", ["ruff", "check", "."]),
    ("ruff format", ["ruff", "format", "--check", "."]),
    ("mypy", ["mypy"]),
    ("import-linter", ["lint-imports"]),
)


def main(arguments: list[str]) -> int:
    """Run one command; its exit status."""
    if not arguments or arguments[0] not in COMMANDS:
        return fail(f"usage: python -m setup {'|'.join(COMMANDS)}") + 1
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except SetupError as error:
        return fail(str(error))
    except KeyboardInterrupt:
        return 130


def build(_: list[str]) -> int:
    """Packages and front end, nothing started."""
    machine.check_disk()
    machine.make_folders()
    packages.install()
    with announced("Settings and handbook"):
        serving.check(machine.port())
    frontend.build()
    return 0


def run(_: list[str]) -> int:
    """Set up what is missing and serve the portal."""
    port = machine.port()
    machine.check_port(port)
    build([])
    with announced("Database"):
        serving.migrate(port)
    return serving.serve(port, os.environ.get("HOST", "127.0.0.1"))


def check(_: list[str]) -> int:
    """The checks that run nothing: lint, format, types, imports."""
    machine.check_disk()
    machine.make_folders()
    packages.install()
    return _checks()


def test(arguments: list[str]) -> int:
    """Everything: the checks, then every test, browser included. Arguments go to pytest."""
    chromium = machine.browser()
    build([])
    checked = _checks()
    with announced("Tests", signs_of_life=False):
        code = subprocess.run(
            [str(packages.PYTHON), "-m", "pytest", *arguments],
            cwd=ROOT,
            env=packages.environment(PORTAL_CHROMIUM=str(chromium)),
            stdin=subprocess.DEVNULL,
        ).returncode
    return checked or code


def _checks() -> int:
    failed = []
    for name, command in CHECKS:
        with announced(name):
            command = [packages.tool(command[0]), *command[1:]]
            if subprocess.run(command, cwd=ROOT, env=packages.environment()).returncode:
                failed.append(name)
    if failed:
        return fail(f"checks failed: {', '.join(failed)}")
    say("✓ all checks passed")
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {"run": run, "test": test, "check": check, "build": build}
