"""The figures of `evaluate`, counted by hand on rankings small enough for that."""

import json
from datetime import date
from pathlib import Path

import pytest
from rapidfuzz.distance import OSA

from knowledge.evaluate.ablation import WITHOUT, without_each
from knowledge.evaluate.figures import Outcome, auroc, by_kind, declined_at, difference, figures, outcome
from knowledge.evaluate.questions import Question, QuestionsError, mistyped, read_questions
from knowledge.evaluate.retrievers import ask_all
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

    table = {name: by_kind(asked) for name, asked in ask_all(searcher, questions, date(2026, 1, 1)).items()}

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


def _outcome(rank: int | None, sections: frozenset[str] = frozenset("a")) -> Outcome:
    return Outcome(Question("1", "?", "k", sections), rank, 0.0, 0.0)


def test_only_ten_hits_count_and_several_right_sections_share_the_gain() -> None:
    question = Question("1", "?", "k", frozenset("ab"))

    assert outcome(question, ["x"] * 10 + ["a"], 1.0).rank is None
    first_and_third = outcome(question, ["a", "x", "b"], 1.0)
    assert first_and_third.rank == 1
    assert first_and_third.ndcg == pytest.approx(1.5 / (1 + 0.6309297536))


def test_recalls_and_the_reciprocal_rank_follow_from_ranks() -> None:
    found = figures([_outcome(1), _outcome(3), _outcome(None), _outcome(10)])

    assert (found.recall_1, found.recall_3, found.recall_10) == (0.25, 0.5, 0.75)
    assert found.mrr == pytest.approx((1 + 1 / 3 + 0.1) / 4)


def test_a_difference_is_paired_and_its_interval_repeats() -> None:
    better, worse = [_outcome(1)] * 6 + [_outcome(2)] * 2, [_outcome(1)] * 4 + [_outcome(2)] * 4

    found = difference(better, worse, "recall_1")

    assert found == difference(better, worse, "recall_1")
    assert found is not None
    assert found.mean == 0.25
    assert found.low < 0.25 < found.high
    same = difference(better, better, "mrr")
    assert same is not None and same.low == same.high == 0
    assert difference([_outcome(None, frozenset())], [_outcome(None, frozenset())], "mrr") is None


@pytest.mark.parametrize("text", ["Får jag gåbord?", "ISO 12 06 12", "Rollator", ""])
def test_a_typing_error_changes_one_word_by_one_slip_and_repeats(text: str) -> None:
    question = Question("7", text, "k", frozenset("a"))

    changed = mistyped(question, 1)

    assert changed == mistyped(question, 1)
    assert OSA.distance(text, changed.text) == (1 if any(len(word) > 3 for word in text.split()) else 0)
    assert abs(len(changed.text) - len(text)) <= 1


def test_typing_errors_are_of_all_sorts() -> None:
    slips = {mistyped(Question(str(n), "permobil", "k", frozenset()), 1).text for n in range(60)}

    assert {len(slip) for slip in slips} == {7, 8, 9}
    assert len(slips) > 20


def test_every_part_can_be_left_out(tmp_path: Path) -> None:
    handbook = read_handbook(small_handbook(tmp_path / "handbook"))
    questions = read_questions(_file(tmp_path / "q.jsonl", list(LINES)), handbook.sections)

    lexicon = read_lexicon(None, handbook)
    found = dict(without_each(handbook, lexicon, WordEncoder(), questions, date(2026, 1, 1)))

    assert found.keys() == {*WITHOUT, "lexicon", "links to names", "embedding", "lexical leg"}
    assert all(len(outcomes) == len(questions) for outcomes in found.values())
