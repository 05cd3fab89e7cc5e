"""Measuring answers: what counts as right, and the command that prints it."""

import json
from datetime import date
from pathlib import Path

import pytest

from assistant import __main__ as command
from assistant import measuring
from assistant.ask import Assistant
from assistant.evaluating import Outcome, asked, outcome, risks, table
from assistant.gold import read_gold
from knowledge.evaluate import QuestionsError

DAY = date(2026, 11, 21)
LINE = {
    "id": "e1",
    "question": "Vem får förskriva gåbord?",
    "kind": "prov",
    "sections": ["gabord"],
    "field": "förskrivare",
    "status": "answered",
    "facts": ["får förskriva gåbord", ["ingen alls", "Arbetsterapeut"]],
}


def measured(assistant: Assistant, tmp_path: Path, **changed: object) -> Outcome:
    """The outcome of LINE with some keys changed."""
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps({**LINE, **changed}), encoding="utf-8")
    question = read_gold(path)[0]
    return outcome(question, asked(assistant, question, DAY), assistant.library.handbook)


def test_a_right_answer_is_right_by_every_measure(assistant: Assistant, tmp_path: Path) -> None:
    found = measured(assistant, tmp_path)

    assert (found.first, found.cited, found.field, found.facts, found.status) == (True,) * 5
    assert (found.refused, found.declined) == (False, None)
    assert found.verbatim and found.right_version


def test_a_missing_fact_and_another_section_are_seen(assistant: Assistant, tmp_path: Path) -> None:
    assert measured(assistant, tmp_path, facts=["kostar 7 kronor"]).facts is False
    assert measured(assistant, tmp_path, sections=["tens"]).first is False


def test_an_unanswerable_question_is_declined_or_not(assistant: Assistant, tmp_path: Path) -> None:
    far = {
        "question": "Vem vann matchen?",
        "sections": [],
        "field": None,
        "status": "out_of_scope",
        "facts": [],
    }

    assert measured(assistant, tmp_path, **far).declined is True
    assert measured(assistant, tmp_path, **{**far, "question": "gåbord"}).declined is False


def test_a_follow_up_is_asked_after_its_question(assistant: Assistant, tmp_path: Path) -> None:
    found = measured(
        assistant,
        tmp_path,
        question="och vem betalar?",
        previous=LINE["question"],
        field="kostnadsansvar",
        facts=[],
    )

    assert found.first and found.field


def test_kinds_without_a_measure_have_none(assistant: Assistant, tmp_path: Path) -> None:
    rows = table([measured(assistant, tmp_path)])

    assert rows["prov"]["declined"] is None
    assert rows["all"]["first"] == 1.0
    assert risks([], ()) == []


@pytest.mark.parametrize(
    "text", ["", "nonsense", '{"id": "x"}', '{"id": 1, "question": "?", "kind": "k", "sections": []}']
)
def test_a_bad_file_is_named_with_its_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(QuestionsError, match="bad"):
        read_gold(path)


def test_the_command_prints_a_row_per_kind(
    assistant: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(measuring, "_open", lambda: assistant)
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps(LINE), encoding="utf-8")

    assert command.main(["evaluate", str(path), "--as-of", "2026-11-21"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert rows[0][:3] == ["kind", "n", "first"]
    assert [row[:3] for row in rows[1:]] == [["prov", "1", "1.000"], ["all", "1", "1.000"]]


def test_a_missing_file_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["evaluate", str(tmp_path / "none.jsonl")]) == 2
    assert capsys.readouterr().err.startswith("error: no such file")
