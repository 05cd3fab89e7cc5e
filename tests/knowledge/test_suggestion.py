"""Misspelt words are put right when that is sure, right ones are left alone, and matches are marked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.library import open_library
from knowledge.search import Searcher


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return open_library(cache_dir=tmp_path_factory.mktemp("index")).searcher


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Vem får förskriva rulstol?", "Vem får förskriva rullstol?"),
        ("gabord", "gåbord"),
        ("Tyngtäcke", "Tyngdtäcke"),
        ("samtalsaparat kriterier", "samtalsapparat kriterier"),
        ("antidekubitusmadras", "antidecubitusmadrass"),
        ("vem betlar", "vem betalar"),
        ("en rollatro till mamma", "en rollator till mamma"),
    ],
)
def test_a_misspelt_word_is_put_right(searcher: Searcher, typed: str, meant: str) -> None:
    assert searcher.suggest(typed) == meant


@pytest.mark.parametrize(
    "right",
    [
        "",
        "?",
        "Vem får förskriva rullstolar?",
        "jag bor i sverige",
        "timtaxan för tekniker",
        "skillnaden mellan gåbord och gåstativ",
        "vad är huvudstaden i frankrike",
        "22 21 09",
        "hunden är borta sedan förra veckan",
    ],
)
def test_what_is_not_surely_wrong_is_left_alone(searcher: Searcher, right: str) -> None:
    assert searcher.suggest(right) is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_typed_a_suggestion_is_another_text(searcher: Searcher, typed: str) -> None:
    assert searcher.suggest(typed) != typed


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("vem förskriver gåbord", "Arbetsterapeut får förskriva gåbordet.", ["förskriva gåbordet"]),
        ("gabord", "Även RA-rollator räknas som gåbord.", ["gåbord"]),
        ("rulstol", "Rullstolar och elrullstolar.", ["Rullstolar", "elrullstolar"]),
        ("var är det", "Det är här.", []),
        ("", "Rullstolar.", []),
    ],
)
def test_words_that_match_are_marked(searcher: Searcher, query: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in searcher.spans(text, query)] == marked


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_marks_never_overlap(searcher: Searcher, text: str, query: str) -> None:
    ends = 0
    for start, end in searcher.spans(text, query):
        assert ends <= start < end <= len(text)
        ends = end
