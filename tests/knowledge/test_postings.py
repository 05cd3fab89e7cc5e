"""The index gives the scores of bm25s, and every ingredient can be left out without the others noticing."""

from dataclasses import replace
from pathlib import Path

import bm25s
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.features import FeatureReader
from knowledge.files import read_handbook
from knowledge.ingredients import FITTED, Ingredients
from knowledge.lexical import LexicalIndex
from knowledge.lexicon import read_lexicon
from knowledge.model import SectionVersion
from knowledge.postings import Document, build_postings
from tests.knowledge.builders import small_handbook

WORDS = st.lists(st.sampled_from(["stol", "stolar", "gå", "bord", "ramp", "larm"]), max_size=12)


def _letters(word: str) -> tuple[str, ...]:
    """A doubled letter is a feature that a word has twice."""
    return tuple(word)


@given(documents=st.lists(WORDS.filter(bool), min_size=1, max_size=6))
def test_scores_are_those_of_bm25s(documents: list[list[str]]) -> None:
    written = [Document(((" ".join(words), 1),), (("e:x", 1),)) for words in documents]
    theirs = bm25s.BM25(k1=1.2, b=0.5)
    theirs.index([[*"".join(words), "e:x"] for words in documents], show_progress=False)

    ours = build_postings(written, _letters, k1=1.2, b=0.5)

    assert ours.vocabulary.keys() == theirs.vocab_dict.keys() - {""}
    for feature in ours.vocabulary:
        scores = np.zeros(len(documents), dtype=np.float32)
        span = ours.span(feature)
        assert span is not None
        scores[ours.indices[span]] = ours.data[span]
        np.testing.assert_allclose(scores, theirs.get_scores([feature]), rtol=1e-5)


@pytest.mark.parametrize(
    ("without", "gone"),
    [
        (replace(FITTED, words=False), "w:"),
        (replace(FITTED, gram_sizes=()), "g:"),
        (replace(FITTED, iso=0), "i:"),
    ],
)
def test_an_ingredient_that_is_left_out_leaves_no_feature(
    tmp_path: Path, without: Ingredients, gone: str
) -> None:
    handbook = read_handbook(small_handbook(tmp_path))
    lexicon = read_lexicon(None, handbook)
    versions = list(handbook.versions())

    whole = LexicalIndex.build(versions, lexicon).postings.vocabulary
    rest = LexicalIndex.build(versions, lexicon, without).postings.vocabulary

    assert rest.keys() == {feature for feature in whole if not feature.startswith(gone)}


def _reader(tmp_path: Path, ingredients: Ingredients) -> tuple[FeatureReader, SectionVersion]:
    handbook = read_handbook(small_handbook(tmp_path))
    version = handbook.sections["gabord"].versions[0]
    return FeatureReader(read_lexicon(None, handbook), ingredients), version


def test_fields_weigh_by_repetition_and_those_of_no_weight_are_left_out(tmp_path: Path) -> None:
    heavy, version = _reader(tmp_path, replace(FITTED, title=5, heading=0, iso=0))

    document = heavy.document(version)

    assert ("Gåbord", 5) in document.texts
    assert [weight for _, weight in document.texts] == [5, FITTED.lexicon, 1]
    assert document.marks == (("e:gabord", 1),)


def test_codes_of_one_group_count_together(tmp_path: Path) -> None:
    reader, version = _reader(tmp_path, replace(FITTED, iso=2))

    marks = reader.document(replace(version, iso_codes=("12 06 06", "12 06 12"))).marks

    assert marks.count(("i:12 06", 2)) == 2
    assert ("i:12 06 12", 2) in marks


def test_accents_tell_words_apart_only_where_they_are_kept(tmp_path: Path) -> None:
    folded, _ = _reader(tmp_path, FITTED)
    kept, _ = _reader(tmp_path, replace(FITTED, grams_folded=False))

    assert "g:_gab" in folded.of_word("gåbord")
    assert "g:_gåb" in kept.of_word("gåbord")


def test_compounds_are_opened_with_the_head_weighed_twice(tmp_path: Path) -> None:
    reader, _ = _reader(tmp_path, FITTED)
    closed, _ = _reader(tmp_path, replace(FITTED, compounds=False))

    opened = reader.of_word("motorgåbord")
    assert (opened.count("w:gåbord"), opened.count("w:motor")) == (2, 1)
    assert not {"w:gåbord", "w:motor"} & set(closed.of_word("motorgåbord"))
