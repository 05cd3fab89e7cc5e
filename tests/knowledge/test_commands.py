"""The command line: what it prints, its exit codes, and one clear line for bad input."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.__main__ import COMMANDS, main
from tests.knowledge.builders import small_handbook, version, write

QUESTION = '{"id": "1", "question": "gåbord", "kind": "k", "sections": ["gabord"]}\n'


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KNOWLEDGE_CACHE", str(tmp_path / "index"))


@pytest.fixture
def handbook(tmp_path: Path) -> str:
    return str(small_handbook(tmp_path / "handbook"))


def test_check_is_silent_about_a_sound_handbook(handbook: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", handbook]) == 0
    assert capsys.readouterr().out == ""


def test_check_accepts_the_published_handbook_and_a_directory_of_handbooks(handbook: str) -> None:
    assert main(["check"]) == 0
    assert main(["check", str(Path(handbook).parent)]) == 0


def test_check_prints_each_problem_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "h", "gabord", version(status="gäller"))
    monkeypatch.chdir(tmp_path)

    assert main(["check", "h"]) == 1

    line = capsys.readouterr().out.splitlines()[0]
    assert line.startswith('h/rorelse/gabord.md:7: status is "gäller"')


def test_search_prints_sections_as_json(handbook: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["search", "gåbord", "--handbook", handbook, "--as-of", "2026-11-21", "--json", "-k", "1"]

    assert main(arguments) == 0

    rows = json.loads(capsys.readouterr().out)
    assert [row["section_id"] for row in rows] == ["gabord"]
    assert set(rows[0]) == {"section_id", "title", "score"}


def test_search_prints_a_list_for_people(handbook: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "gåbord", "--handbook", handbook]) == 0
    assert "gabord  (Gåbord)" in capsys.readouterr().out


def test_evaluate_prints_a_table_and_json(
    tmp_path: Path, handbook: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text(QUESTION, encoding="utf-8")

    assert main(["evaluate", str(path), "--handbook", handbook]) == 0
    table = capsys.readouterr().out
    assert main(["evaluate", str(path), "--handbook", handbook, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)

    assert "hybrid" in table and "1.000" in table
    assert figures["figures"]["hybrid"]["all"]["recall_1"] == 1.0


def test_import_writes_drafts_and_goes_on_after_a_bad_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Ett gåbord är ett stöd.", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"broken")
    arguments = ["import", str(tmp_path / "b.pdf"), str(tmp_path / "a.txt"), "--into", str(tmp_path / "out")]

    assert main(arguments) == 1

    captured = capsys.readouterr()
    assert "a.md" in captured.out
    assert "b.pdf: cannot be read" in captured.err
    assert main(["check", str(tmp_path / "out")]) == 0


def test_import_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Ett gåbord är ett stöd.", encoding="utf-8")
    arguments = ["import", str(tmp_path / "a.txt"), "--into", str(tmp_path / "out")]

    assert main(arguments) == 0
    assert main(arguments) == 1
    assert "exists already" in capsys.readouterr().err


WRONG_USAGE = [
    [],
    ["unknown"],
    ["check", "no/such/directory"],
    ["search"],
    ["search", ""],
    ["search", "x", "-k", "0"],
    ["search", "x", "-k", "-3"],
    ["search", "x", "-k", "many"],
    ["search", "x", "--as-of", "2026-02-30"],
    ["search", "x", "--as-of", "igår"],
    ["search", "x", "--as-of", "٢٠٢٦-01-01"],
    ["search", "x", "--handbook", "no/such"],
    ["evaluate", "no/such.jsonl"],
    ["import", "x.txt"],
    ["import", "no/such.txt", "--into", "out"],
    ["import", "README.md", "--into", "knowledge/handbook/vastmanland"],
    ["import", "README.md", "--into", "knowledge/handbook/ny/.."],
    ["import", "README.md", "--into", "out", "--area", "../upp"],
]


@pytest.mark.parametrize("arguments", WRONG_USAGE, ids=lambda arguments: " ".join(arguments) or "nothing")
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code: object = main(arguments)
    except SystemExit as left:
        code = left.code

    captured = capsys.readouterr()
    assert code == 2
    assert captured.out == ""
    assert "error: " in captured.err.splitlines()[-1]


def test_failed_jobs_exit_with_1_and_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "q.jsonl"
    bad.write_text("{\n", encoding="utf-8")

    assert main(["evaluate", str(bad)]) == 1
    assert f"{bad}:1:" in capsys.readouterr().err
    assert main(["search", "x", "--model", "./no/model"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_broken_handbook_stops_search_with_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "h", "gabord", version(status="gäller"))

    assert main(["search", "x", "--handbook", str(tmp_path / "h")]) == 1
    assert capsys.readouterr().err.startswith(f"{path}:7:")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_english_and_exits_with_0(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])

    assert left.value.code == 0
    assert "usage: python -m knowledge" in capsys.readouterr().out


def test_the_module_runs_and_starts_without_torch() -> None:
    code = "import sys, knowledge.__main__ as m; m.main(['check']); assert 'torch' not in sys.modules"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    for number in range(2000):
        write(tmp_path, f"avsnitt-{number}", "broken")
    command = f'"{sys.executable}" -m knowledge check "{tmp_path}" | head -1'

    finished = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602

    assert "Traceback" not in finished.stderr
