"""`python -m assistant ask`: exit codes, one line on stderr, batches with bad lines."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assistant import __main__ as command
from assistant import commands
from assistant.ask import Assistant

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(assistant: Assistant, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in process with the already opened assistant."""
    monkeypatch.setattr(commands, "_open", lambda: assistant)

    def _run(*argv: str) -> tuple[int, str, str]:
        try:
            code = command.main(list(argv))
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return _run


def test_one_question_is_answered_with_its_sources(run: Run) -> None:
    code, out, err = run("ask", "Vem får förskriva gåbord?", "--as-of", "2026-11-21")

    assert (code, err) == (0, "")
    assert "arbetsterapeut" in out
    assert "/handbok/gabord?per=2026-11-21#forskrivare-1" in out


def test_json_has_the_fields_of_the_contract(run: Run) -> None:
    _, out, _ = run("ask", "Vem betalar gåbord?", "--as-of", "2026-11-21", "--json")
    answer = json.loads(out)

    assert answer.keys() >= {
        "question", "as_of", "status", "answer", "citations", "upcoming", "actions", "took_ms"
    }  # fmt: skip
    assert answer["citations"][0].keys() >= {
        "number", "section_id", "field", "title", "iso_codes", "valid_from", "valid_to", "section_status",
        "source", "quote", "url",
    }  # fmt: skip
    assert answer["citations"][0]["source"].keys() == {"document", "diary_number", "page", "url"}
    assert answer["upcoming"][0].keys() == {"section_id", "from", "summary"}
    assert answer["as_of"] == "2026-11-21"


@pytest.mark.parametrize(
    "argv",
    [
        (),
        ("ask",),
        ("ask", ""),
        ("ask", "  "),
        ("ask", "a" * 2001),
        ("ask", "rullstol", "--as-of", "i morgon"),
        ("ask", "rullstol", "--batch", "in.jsonl", "--output", "out.jsonl"),
        ("ask", "--batch", "in.jsonl"),
        ("ask", "rullstol", "--output", "out.jsonl"),
        ("svara", "rullstol"),
    ],
)
def test_wrong_usage_is_exit_2_and_says_why(run: Run, argv: tuple[str, ...]) -> None:
    code, out, err = run(*argv)

    assert (code, out) == (2, "")
    assert "error:" in err
    assert "Traceback" not in err


def test_a_batch_keeps_order_and_goes_on_after_bad_lines(run: Run, tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines = [
        b'{"id": 1, "question": "Vem f\xc3\xa5r f\xc3\xb6rskriva g\xc3\xa5bord?", "as_of": "2026-11-21"}',
        b"not json",
        b'{"id": "b"}',
        b'{"id": "c", "question": ""}',
        b'{"id": "d", "question": 7}',
        b'{"id": "e", "question": "gabord", "as_of": "2026-13-01"}',
        b'{"id": "f", "question": "gabord", "as_of": 5}',
        b"[1, 2]",
        b"\xff\xfe",
        b"[" * 100_000,
        b"",
        b'{"id": {"a": 1}, "question": "\\ud800 TENS"}',
    ]
    source.write_bytes(b"\n".join(lines))

    code, _, err = run("ask", "--batch", str(source), "--output", str(output))
    answers = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]

    assert code == 0
    assert "9 bad line(s)" in err
    assert [answer.get("id") for answer in answers] == [
        1, None, "b", "c", "d", "e", "f", None, None, None, {"a": 1}
    ]  # fmt: skip
    assert ["error" in answer for answer in answers] == [False, *[True] * 9, False]
    assert answers[0]["citations"][0]["section_id"] == "gabord"


def test_a_missing_batch_file_is_a_failed_job(run: Run, tmp_path: Path) -> None:
    code, _, err = run(
        "ask", "--batch", str(tmp_path / "none.jsonl"), "--output", str(tmp_path / "out.jsonl")
    )

    assert code == 1
    assert err.startswith("error: ")
    assert len(err.splitlines()) == 1


def test_an_output_that_cannot_be_written_is_a_failed_job(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": 1, "question": "TENS"}\n', encoding="utf-8")

    code, _, err = run("ask", "--batch", str(source), "--output", str(tmp_path / "no" / "out.jsonl"))

    assert code == 1
    assert "Traceback" not in err


def test_help_is_in_english_and_quick() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "ask", "--help"], capture_output=True, text=True, check=True
    )

    assert "answer" in done.stdout


def test_the_answer_names_its_day(assistant: Assistant) -> None:
    answer = assistant.ask("Vem betalar gåbord nästa år?", as_of=date(2026, 11, 21))

    assert answer.as_of == date(2027, 1, 1)
    assert "1 januari 2027" in (answer.message or "")
