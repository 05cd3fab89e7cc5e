"""What a question names moves its sections up, by weights that were fitted and never by the wrong sign."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from knowledge.__main__ import main
from knowledge.evaluate.questions import Question
from knowledge.files import read_handbook
from knowledge.fitting import cases, first_right, fit, held_out
from knowledge.fusion import PARTS, Fusion, fitted, legs_alone
from knowledge.lexicon import Entry, Lexicon, read_lexicon
from knowledge.linking import SIGNALS, Links
from knowledge.search import Searcher
from tests.knowledge.builders import small_handbook
from tests.knowledge.encoders import WordEncoder

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    root = tmp_path_factory.mktemp("small")
    handbook = read_handbook(small_handbook(root / "handbook"))
    return Searcher(handbook, read_lexicon(None, handbook), WordEncoder(), root / "index")


def _links(root: Path, *entries: Entry) -> tuple[Links, list[str]]:
    handbook = read_handbook(small_handbook(root / "handbook"))
    versions = tuple(handbook.versions())
    return Links(versions, Lexicon(entries)), [version.section_id for version in versions]


def test_a_named_product_speaks_for_its_section_and_against_rules(tmp_path: Path) -> None:
    links, ids = _links(tmp_path, Entry("gåvagn", "device", "gabord", "own"))

    named = dict(zip(ids, links.signals("vem betalar en gåvagn"), strict=True))

    assert named["gabord"][SIGNALS.index("product")] == 1
    assert named["gabord"][SIGNALS.index("aside")] == 0
    assert named["kontakt"][SIGNALS.index("aside")] == 1


def test_a_code_names_its_section_and_hints_at_its_group(tmp_path: Path) -> None:
    links, ids = _links(tmp_path)
    whole = links.signals("22-21-09")[:, SIGNALS.index("code")]
    near = links.signals("iso 22 21 03")[:, SIGNALS.index("code")]

    assert {one for one, value in zip(ids, whole, strict=True) if value == 1} == {"samtalsapparater"}
    assert 0 < near[ids.index("samtalsapparater")] < 1


def test_nothing_named_links_nothing(tmp_path: Path) -> None:
    assert not _links(tmp_path)[0].signals("hej på dig").any()


def test_the_stored_weights_have_their_signs_and_say_how_they_were_fitted() -> None:
    weights = dict(zip(PARTS, fitted().weights, strict=True))
    stored = json.loads(Path("knowledge/fusion.json").read_text(encoding="utf-8"))

    assert weights["lexical"] > 0
    assert weights["embedding"] > 0
    assert weights["aside"] <= 0
    assert all(value >= 0 for part, value in weights.items() if part != "aside")
    assert stored["fitted"]["questions"] > 100


def test_links_to_one_section_do_not_find_another() -> None:
    lexical = np.array([2.0, 1.0, 0.0], dtype=np.float32)
    links = np.zeros((3, len(SIGNALS)), dtype=np.float32)
    links[1:, 0] = 1.0

    scores = Fusion((1.0, 1.0, 3.0, *(0.0 for _ in SIGNALS[1:]))).scores(lexical, lexical, links)

    assert scores.argmax() == 1
    assert scores[2] == 0
    assert scores.max() <= 1


def test_the_legs_alone_ignore_links() -> None:
    assert legs_alone(0.3).weights == (0.3, 0.7, *(0.0 for _ in SIGNALS))


def test_fitting_learns_which_part_is_right(searcher: Searcher) -> None:
    asked = [
        Question(f"q{number}", text, "prescriber", frozenset((section,)))
        for number, (text, section) in enumerate(
            [("gåbord", "gabord"), ("samtalsapparater", "samtalsapparater"), ("22 21 09", "samtalsapparater")]
            * 4
        )
    ]
    known = cases(searcher, asked, TODAY)

    fusion = fit(known)

    assert len(known) == len(asked)
    assert first_right(known, fusion) == held_out(known) == 1
    assert fusion.weights[PARTS.index("aside")] <= 0


def test_the_command_refuses_too_few_questions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"id": "a", "question": "gåbord", "kind": "x", "sections": ["gabord"]}\n', "utf-8")

    assert main(["fit", str(questions), "--output", str(tmp_path / "out.json")]) == 1
    assert "too few" in capsys.readouterr().err
    assert main(["fit", str(tmp_path / "none.jsonl")]) == 2
