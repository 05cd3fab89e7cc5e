"""The fitted choice of a section: its arithmetic, its table and its fit."""

import csv
from datetime import date
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.compose import understood
from assistant.decision import DECISION_FILE, Weights, candidates, chosen, read_weights, shares
from assistant.fitting import AGAINST, Example, fit, held_out, write_weights
from assistant.gold import GoldQuestion

DAY = date(2026, 11, 21)


def example(number: int, right: str | None) -> Example:
    """A question whose right section is found by the search, and nothing found when none is right."""
    question = GoldQuestion(
        id=f"q{number}",
        text="?",
        kind="prov",
        sections=frozenset([right] if right else []),
        field=None,
        status=None,
        as_of=None,
        previous=None,
        facts=(),
    )
    found = {one: float(one == right) for one in ("a", "b")}
    return Example(question, {one: {"any": 1.0, "fused": hit, "silent": 0.5} for one, hit in found.items()})


KNOWN = [example(number, right) for number, right in enumerate(("a", "b", None, "a", "b", None) * 3)]


def test_shares_sum_to_one_and_the_heaviest_is_first() -> None:
    ranked = shares({"a": {"x": 1.0}, "b": {"x": 3.0}, "c": {"x": 2.0}}, {"x": 1.0})

    assert [one for one, _ in ranked] == ["b", "c", "a"]
    assert sum(share for _, share in ranked) == pytest.approx(1.0)


def test_nothing_at_hand_is_never_sure() -> None:
    assert chosen({}, Weights({}, {})).section_id is None


def test_an_unsure_choice_is_no_answer() -> None:
    features = {"a": {"x": 1.0}}

    assert chosen(features, Weights({"x": 1.0}, {"x": 3.0})).section_id == "a"
    assert chosen(features, Weights({"x": 1.0}, {"x": -3.0})).section_id is None


def test_huge_features_do_not_overflow() -> None:
    decision = chosen({"a": {"x": 1e6}, "b": {"x": -1e6}}, Weights({"x": 1.0}, {"x": 1.0}))

    assert decision.section_id == "a"


def test_the_fit_finds_what_decides_and_gives_the_same_twice() -> None:
    weights = fit(KNOWN)

    assert weights == fit(KNOWN)
    assert weights.section["fused"] > 0.5
    assert weights.section["silent"] <= 0 and weights.answer["silent"] <= 0
    assert all(
        (choice.section_id in one.question.sections) == one.question.answerable
        for one, choice in zip(KNOWN, held_out(KNOWN, folds=3), strict=True)
    )


def test_fitted_weights_are_kept_with_what_the_table_says_of_them(tmp_path: Path) -> None:
    table = tmp_path / "decision.csv"
    table.write_text("feature,section,answer,means\nfused,0,0,what search says\n", encoding="utf-8")

    write_weights(Weights({"fused": 1.5}, {"fused": -0.25}), table)

    assert table.read_text(encoding="utf-8").splitlines()[1] == "fused,1.5,-0.25,what search says"
    assert read_weights.__wrapped__(table) == Weights({"fused": 1.5}, {"fused": -0.25})


def test_the_table_explains_every_feature_and_no_other(assistant: Assistant) -> None:
    ctx, before = assistant.read("Vem får förskriva gåbord?", as_of=DAY)
    features = candidates(ctx, understood(ctx, before.subjects), before.subjects)
    with DECISION_FILE.open(encoding="utf-8", newline="") as file:
        rows = {row["feature"]: row for row in csv.DictReader(file)}

    assert set(features["gabord"]) == set(rows)
    assert all(row["means"] for row in rows.values())
    for name, row in rows.items():
        weights = (float(row["section"]), float(row["answer"]))
        if name != "any":
            assert max(weights) <= 0 if name in AGAINST else min(weights) >= 0
