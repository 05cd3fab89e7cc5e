"""The lexicon's files are checked, and its words found as people write them."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.files import read_handbook
from knowledge.lexicon import DEFAULT_LEXICON, Lexicon, check_lexicon, read_lexicon
from knowledge.problems import HandbookError
from tests.knowledge.builders import small_handbook

HEADER = "word,kind,target,source\n"
ROWS = """\
gåvagn,device,rollatorer,own
rulator,misspelling,rollatorer,own
rullstol,device,rollatorer,own
kan inte prata,need,samtalsapparater,own
stroke,diagnosis,samtalsapparater,own
stroke,diagnosis,gabord,own
syn hjälpmedel,device,gabord,own
badbräda,article,ansvar-3,handboken
cpap,device,-,own
"""
SECTIONS = frozenset(("gabord", "rollatorer", "samtalsapparater"))


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    root = tmp_path_factory.mktemp("words")
    (root / "ord.csv").write_text(HEADER + ROWS, encoding="utf-8")
    return read_lexicon(root, read_handbook(small_handbook(root / "handbook")))


@pytest.mark.parametrize(
    ("question", "text", "target", "exact"),
    [
        ("Får jag en gåvagn?", "gåvagn", "rollatorer", True),
        ("GÅVAGNARNA", "GÅVAGNARNA", "rollatorer", True),
        ("gavagn", "gavagn", "rollatorer", False),
        ("gåvang", "gåvang", "rollatorer", False),
        ("min rulator", "rulator", "rollatorer", False),
        ("duschrullstol", "duschrullstol", "rollatorer", False),
        ("mamma kan inte prata längre", "inte prata", "samtalsapparater", True),
        ("synhjälpmedel", "synhjälpmedel", "gabord", True),
        ("rull stol", "rull stol", "rollatorer", False),
        ("samtalsapparaten", "samtalsapparaten", "samtalsapparater", True),
        ("badbrädor", "badbrädor", "ansvar-3", True),
        ("cpap", "cpap", "-", True),
    ],
)
def test_a_known_word_is_found(lexicon: Lexicon, question: str, text: str, target: str, exact: bool) -> None:
    if question == "duschrullstol":
        lexicon = Lexicon(lexicon.entries, lexicon.vocabulary | {"dusch"})

    found = lexicon.mentions(question)

    assert [(one.text, one.target, one.exact) for one in found] == [(text, target, exact)]
    assert question[found[0].start : found[0].end] == text


def test_one_word_may_mean_several_sections(lexicon: Lexicon) -> None:
    assert {one.target for one in lexicon.mentions("efter min stroke")} == {"samtalsapparater", "gabord"}


@pytest.mark.parametrize("question", ["", "?", "Vad kostar en bilbesiktning?", "🙂", "och i på"])
def test_unknown_words_give_no_mention(lexicon: Lexicon, question: str) -> None:
    assert lexicon.mentions(question) == []


@given(st.text(max_size=200))
@settings(max_examples=50, deadline=None)
def test_mentions_never_overlap_and_point_into_the_question(question: str) -> None:
    found = _real().mentions(question)
    spans = sorted({(one.start, one.end) for one in found})

    assert all(question[one.start : one.end] == one.text for one in found)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def _real(cache: list[Lexicon] = []) -> Lexicon:  # noqa: B006 - read once for every example
    if not cache:
        cache.append(read_lexicon(DEFAULT_LEXICON))
    return cache[0]


BROKEN = {
    "header": ("word,kind,target\n", 1, "header"),
    "columns": (HEADER + "gåvagn,device,rollatorer\n", 2, "3 columns"),
    "case": (HEADER + "Gåvagn,device,rollatorer,own\n", 2, "lower case"),
    "too long": (HEADER + "a b c d e f g h i,device,rollatorer,own\n", 2, "more than 8 words"),
    "kind": (HEADER + "gåvagn,thing,rollatorer,own\n", 2, 'unknown kind "thing"'),
    "target": (HEADER + "gåvagn,device,saknas,own\n", 2, 'target "saknas" is no section'),
    "article": (HEADER + "gåvagn,article,ansvar-9,own\n", 2, "no article class"),
    "source": (HEADER + "gåvagn,device,rollatorer,\n", 2, "source is empty"),
    "twice": (HEADER + "a,topic,gabord,own\na,topic,gabord,own\n", 3, "already points"),
    "quotes": (HEADER + 'a,"topic,gabord,own\n', 2, "not CSV"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_row_is_reported_with_its_line(name: str, tmp_path: Path) -> None:
    text, line, words = BROKEN[name]
    path = tmp_path / "ord.csv"
    path.write_text(text, encoding="utf-8")

    problems = check_lexicon(tmp_path, SECTIONS)

    assert [(one.file, one.line) for one in problems] == [(str(path), line)]
    assert words in problems[0].message


def test_a_word_that_points_everywhere_is_reported(tmp_path: Path) -> None:
    rows = "".join(f"hjälp,topic,{target},own\n" for target in ("a", "b", "c", "d"))
    (tmp_path / "ord.csv").write_text(HEADER + rows, encoding="utf-8")

    problems = check_lexicon(tmp_path, frozenset("abcd"))

    assert [one.line for one in problems] == [5]


def test_a_broken_lexicon_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "ord.csv").write_text("x\n", encoding="utf-8")

    with pytest.raises(HandbookError):
        read_lexicon(tmp_path)
