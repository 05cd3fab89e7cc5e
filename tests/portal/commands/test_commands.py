"""The command line does its job or says in one line why not: exit 0, 1 or 2, never a traceback."""

import json
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from portal import database
from portal.__main__ import COMMANDS, main
from portal.feedback import service
from tests.portal.feedback.test_feedback import GIVEN

Run = Callable[..., tuple[int, str, str]]
RENTAL = ["--kind", "privathyra", "--monthly-rent", "200", "--start", "2026-01-31", "--months", "2"]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def one(*words: str) -> tuple[int, str, str]:
        try:
            status = main(list(words))
        except SystemExit as end:
            status = int(end.code or 0)
        return status, *capsys.readouterr()

    return one


def replaced(option: str, value: str) -> list[str]:
    words = list(RENTAL)
    words[words.index(option) + 1] = value
    return words


def test_a_price_is_printed_as_a_table_in_swedish(run: Run) -> None:
    status, out, _ = run("price", *RENTAL)

    assert status == 0
    assert out.splitlines()[0].split() == ["Datum", "Period", "Månad", "Vad", "Belopp", "Hur"]
    assert out.splitlines()[-1] == "Totalt 500\u00a0kr"


def test_a_price_is_printed_as_the_contracts_json(run: Run) -> None:
    status, out, _ = run("price", *RENTAL, "--json")
    schedule = json.loads(out)

    assert (status, schedule["total_ore"], len(schedule["charges"])) == (0, 50000, 3)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--kind", "köp"),
        ("--monthly-rent", "-1"),
        ("--monthly-rent", "1,234"),
        ("--monthly-rent", "999999999"),
        ("--start", "2026-02-30"),
        ("--start", "1999-01-01"),
        ("--months", "0"),
        ("--months", "601"),
        ("--months", "en"),
    ],
)
def test_wrong_values_are_wrong_usage_in_one_line(run: Run, option: str, value: str) -> None:
    status, out, err = run("price", *replaced(option, value))

    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("error: ")


@pytest.mark.parametrize("words", [[], ["none"], ["price"], ["migrate", "extra"], ["backup"]])
def test_wrong_words_are_wrong_usage_in_one_line(run: Run, words: list[str]) -> None:
    status, out, err = run(*words)

    assert (status, out, err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_help(run: Run, command: str) -> None:
    status, out, err = run(*filter(None, [command]), "--help")

    assert (status, err) == (0, "")
    assert "usage: python -m portal" in out


def test_settings_that_cannot_be_used_fail_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_ENVIRONMENT", "production")
    status, _, err = run("migrate")

    assert (status, err.count("\n")) == (1, 1)
    assert "PORTAL_SECRET_KEY" in err


def test_check_prints_every_setting_and_no_secret(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_SECRET_KEY", "hemlig" * 10)
    run("migrate")
    status, out, err = run("check")

    assert (status, err) == (0, "")
    assert "PORTAL_ORIGIN=http://localhost:3000" in out.splitlines()
    assert "hemlig" not in out


def test_check_tells_what_is_wrong(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PORTAL_CACHE_DIR", str(tmp_path / "file"))
    monkeypatch.setenv("KNOWLEDGE_MODEL", "./no-such-model")
    monkeypatch.setenv("PORTAL_DATABASE_URL", "postgresql://who:hemligt@127.0.0.1:1/none?connect_timeout=1")
    status, out, err = run("check")

    assert status == 1
    assert [line.split(":")[1].strip() for line in err.splitlines()] == [
        "PORTAL_CACHE_DIR",
        "KNOWLEDGE_MODEL",
        "PORTAL_DATABASE_URL",
    ]
    assert "hemligt" not in out + err


def test_what_was_backed_up_comes_back(run: Run, tmp_path: Path) -> None:
    backup = tmp_path / "backup.sqlite"
    run("migrate")
    service.record(**GIVEN)
    assert run("backup", str(backup))[0] == 0
    service.record(**GIVEN | {"key": "answer-0002"})

    status, out, _ = run("restore", str(backup))

    assert status == 0
    assert rows(tmp_path / "var" / "portal.sqlite") == ["answer-0001"]
    assert rows(tmp_path / "var" / "portal.sqlite.before-restore") == ["answer-0001", "answer-0002"]
    assert "before-restore" in out


def rows(file: Path) -> list[str]:
    connection = sqlite3.connect(file)
    found = [key for (key,) in connection.execute("SELECT key FROM answer_feedback ORDER BY key")]
    connection.close()
    return found


def test_a_backup_is_for_its_owner_only_and_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    backup = tmp_path / "backup.sqlite"
    run("migrate")
    run("backup", str(backup))

    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert run("backup", str(backup))[0] == 2
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_a_restore_works_where_there_is_no_database_yet(run: Run, tmp_path: Path) -> None:
    backup = tmp_path / "backup.sqlite"
    run("migrate")
    service.record(**GIVEN)
    run("backup", str(backup))
    database.engine().dispose()
    for file in (tmp_path / "var").iterdir():
        file.unlink()

    assert run("restore", str(backup))[0] == 0
    assert rows(tmp_path / "var" / "portal.sqlite") == ["answer-0001"]


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"x" * 200])
def test_what_is_no_backup_is_refused_and_nothing_is_touched(
    run: Run, tmp_path: Path, content: bytes
) -> None:
    run("migrate")
    service.record(**GIVEN)
    (tmp_path / "bad").write_bytes(content)
    status, _, err = run("restore", str(tmp_path / "bad"))

    assert (status, err.count("\n")) == (1, 1)
    assert rows(tmp_path / "var" / "portal.sqlite") == ["answer-0001"]


def test_a_backup_of_a_later_version_is_refused(run: Run, tmp_path: Path) -> None:
    backup = tmp_path / "backup.sqlite"
    run("migrate")
    run("backup", str(backup))
    with sqlite3.connect(backup) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    status, _, err = run("restore", str(backup))

    assert status == 1
    assert "9999" in err


@pytest.mark.parametrize(("command", "file"), [("backup", "new"), ("restore", "old")])
def test_for_postgresql_its_own_tools_are_pointed_to(
    run: Run, command: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    (tmp_path / "old").write_bytes(b"")
    status, _, err = run(command, str(tmp_path / file))

    assert (status, err) == (1, "error: this is for SQLite; for PostgreSQL use pg_dump and pg_restore\n")


def test_a_backup_without_a_database_fails_in_one_line(run: Run, tmp_path: Path) -> None:
    status, _, err = run("backup", str(tmp_path / "backup.sqlite"))

    assert (status, err.count("\n")) == (1, 1)


@pytest.mark.parametrize("target", ["no/such/directory/file", ""])
def test_a_backup_that_cannot_be_written_fails_in_one_line(run: Run, tmp_path: Path, target: str) -> None:
    run("migrate")
    status, _, err = run("backup", str(tmp_path / target))

    assert status in (1, 2)
    assert err.count("\n") == 1
