"""The figures of `evaluate`, counted by hand on rankings small enough for that."""

import json
from datetime import date
from pathlib import Path

import pytest

from knowledge.evaluate import QuestionsError, auroc, declined_at, evaluate, read_questions
from knowledge.files import read_handbook
from knowledge.lexicon import read_lexicon
from knowledge.search import Searcher
from tests.knowledge.builders import small_handbook
from tests.knowledge.encoders import WordEncoder

LINES = [
    {"id": "1", "question": "Får jag gåbord?", "kind": "device", "sections": ["gabord"]},
    {"id": "2", "question": "kundtjänst telefon", "kind": "rules", "sections": ["kontakt"]},
    {"id": "3", "question": "gåbord", "kind": "wrong", "sections": ["kontakt"]},
    {"id": "4", "question": "xyzzy", "kind": "nowhere", "sections": []},
    {
        "id": "5",
        "question": "ögonstyrning",
        "kind": "device",
        "sections": ["samtalsapparater"],
        "as_of": "2026-03-01",
    },
]


def _file(path: Path, lines: list[object]) -> Path:
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return path


def test_every_retriever_gets_figures_per_kind(tmp_path: Path) -> None:
    handbook = read_handbook(small_handbook(tmp_path / "handbook"))
    searcher = Searcher(handbook, read_lexicon(None, handbook), WordEncoder(), tmp_path / "index")
    questions = read_questions(_file(tmp_path / "q.jsonl", list(LINES)), handbook.sections)

    table = evaluate(searcher, questions, date(2026, 1, 1))

    assert set(table) == {"lexical", "embedding", "hybrid"}
    hybrid = table["hybrid"]
    assert hybrid["device"].recall_1 == hybrid["device"].mrr == 1.0
    assert hybrid["wrong"].recall_1 == 0.0
    assert (hybrid["all"].questions, hybrid["all"].recall_1) == (4, 0.75)
    assert (hybrid["nowhere"].unanswerable, hybrid["nowhere"].auroc, hybrid["nowhere"].declined) == (
        1,
        1.0,
        1.0,
    )


def test_a_follow_up_is_asked_with_the_question_before_it(tmp_path: Path) -> None:
    line = {
        "id": "1",
        "question": "Och vem betalar?",
        "kind": "k",
        "sections": [],
        "previous": "Får jag gåbord?",
    }

    assert (
        read_questions(_file(tmp_path / "q.jsonl", [line]), [])[0].text == "Får jag gåbord? Och vem betalar?"
    )


def test_auroc_counts_pairs_and_ties_half() -> None:
    assert auroc([3, 2], [1, 2]) == 0.875
    assert auroc([], [1]) is None


def test_declined_is_taken_where_few_answerable_are_refused() -> None:
    assert declined_at([1, 2, 3, 4], [0, 1, 2.5], refused=0.25) == pytest.approx(2 / 3)
    assert declined_at([1, 2, 3, 4], [0, 1, 2.5], refused=0.0) == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "q.jsonl:2:"),
        ("[]", "must be a JSON object"),
        ('{"id": "1", "question": "a", "kind": "k"}', "sections is missing"),
        ('{"id": 1, "question": "a", "kind": "k", "sections": []}', "must be text"),
        ('{"id": "1", "question": "a", "kind": "k", "sections": "x"}', "list of section ids"),
        ('{"id": "1", "question": "a", "kind": "k", "sections": ["x"]}', 'unknown section "x"'),
        ('{"id": "1", "question": "a", "kind": "k", "sections": [], "as_of": "x"}', "isoformat"),
        ('{"id": "1", "question": "a", "kind": "k", "sections": [], "as_of": 1}', "q.jsonl:2:"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text("\n" + line, encoding="utf-8")

    with pytest.raises(QuestionsError, match=reason.replace("(", r"\(")):
        read_questions(path, ["gabord"])


def test_a_file_without_questions_is_named(tmp_path: Path) -> None:
    with pytest.raises(QuestionsError, match="holds no questions"):
        read_questions(_file(tmp_path / "q.jsonl", []), [])
    with pytest.raises(QuestionsError, match="cannot be read"):
        read_questions(tmp_path / "saknas", [])
