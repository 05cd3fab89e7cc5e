"""The questions of acceptance.csv, a table that a case officer can read and add rows to.

`cites` lists section/field that must be cited (any field: *), `says` what must stand in the answer or the
message, several of either parted by |; `after` is the question asked just before, for follow-ups.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.words import plain

ROWS = list(csv.DictReader(Path(__file__).with_name("acceptance.csv").open(encoding="utf-8", newline="")))


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _said(answer: Answer) -> str:
    text = " ".join((*(item.text for item in answer.answer), answer.message or ""))
    return plain(text.replace(",", ""))


def _ask(assistant: Assistant, row: dict[str, str]) -> Answer:
    day = date.fromisoformat(row["as_of"])
    focus = assistant.ask(row["after"], as_of=day).focus if row["after"] else ()
    return assistant.ask(row["question"], as_of=day, focus=focus)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['question'][:50]} {row['as_of']}" for row in ROWS])
def test_the_question_is_answered_as_the_table_says(assistant: Assistant, row: dict[str, str]) -> None:
    answer = _ask(assistant, row)

    cited = {f"{one.section_id}/{one.field}" for one in answer.citations}
    sections = {f"{one.section_id}/*" for one in answer.citations}
    starts = {one.valid_from.isoformat() for one in answer.citations if one.valid_from}
    assert answer.status == row["status"], answer.message
    assert set(_parts(row["cites"])) <= cited | sections
    assert not row["valid_from"] or row["valid_from"] in starts
    assert [part for part in _parts(row["says"]) if plain(part) not in _said(answer)] == []
    assert [part for part in _parts(row["says_not"]) if plain(part) in _said(answer)] == []


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(ROWS) >= 60


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['question'][:50]} {row['as_of']}" for row in ROWS])
def test_no_answer_of_the_table_is_long(assistant: Assistant, row: dict[str, str]) -> None:
    assert len(_ask(assistant, row).answer) <= 12
