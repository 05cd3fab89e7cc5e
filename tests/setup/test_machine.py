"""A machine that can't do it is told so in one line with the remedy."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from setup import machine, packages, steps
from setup.steps import SetupError, fingerprint

ROOT = Path(__file__).resolve().parents[2]


def test_an_occupied_port_is_named_with_another_to_choose() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(SetupError, match=f"port {port} is in use.*PORT={port + 1} make run"):
            machine.check_port(port)


@pytest.mark.parametrize("text", ["", "abc", "0", "65536", "-1", "３０００"])
def test_a_port_that_is_none_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", text)

    with pytest.raises(SetupError, match="is not a port number"):
        machine.port()


def test_a_full_disk_stops_before_anything_is_fetched(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(machine, "ROOT", tmp_path)
    monkeypatch.setattr(machine, "NEEDED_BYTES", 10**18)

    with pytest.raises(SetupError, match="free some space"):
        machine.check_disk()


def test_a_missing_package_index_is_one_line_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lock = ROOT / "var" / "setup" / "no-such-package.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    lock.write_text("no-such-package-anywhere==1.0\n")
    monkeypatch.setattr(packages, "LOCK", lock)
    monkeypatch.setenv("PIP_NO_INDEX", "1")

    try:
        with pytest.raises(SetupError, match="check the network") as caught:
            packages.install()
    finally:
        lock.unlink()

    assert "\n" not in str(caught.value)


def test_a_failed_step_is_told_by_the_line_that_names_a_place() -> None:
    output = "knowledge/a.md:2: missing key\nknowledge/b.md:9: no source\n2 problem(s)"

    assert steps._telling_line(output) == "knowledge/a.md:2: missing key"
    assert steps._telling_line("Traceback\nValueError: no\nbye") == "ValueError: no"


def test_an_old_python_is_told_which_one_is_needed() -> None:
    pretend = "import sys; sys.version_info = (3, 9, 2); sys.argv = ['setup', 'run']; import runpy; "
    code = pretend + "runpy.run_module('setup', run_name='__main__')"

    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)

    assert ended.returncode == 1
    assert ended.stderr.startswith("This needs Python 3.11 or newer, but ")
    assert len(ended.stderr.splitlines()) == 1


def test_wrong_usage_exits_with_2() -> None:
    ended = subprocess.run([sys.executable, "-m", "setup", "dance"], cwd=ROOT, capture_output=True, text=True)

    assert ended.returncode == 2
    assert "usage" in ended.stderr


def test_a_fingerprint_changes_with_a_file_and_not_with_time() -> None:
    file = ROOT / "Makefile"

    assert fingerprint([file]) == fingerprint([file])
    assert fingerprint([file]) != fingerprint([file], "another word")
