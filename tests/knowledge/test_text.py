"""Words, stems and ISO codes as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text import fold, iso_codes_in, stem, strip_accents, tokens, words


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("22 21 09", ["22 21 09"]),
        ("222109", ["22 21 09"]),
        ("22-21-09", ["22 21 09"]),
        ("22.21.09?", ["22 21 09"]),
        ("ISO 22 21 09 och 222103", ["22 21 09", "22 21 03"]),
        ("iso2221", ["22 21"]),
        ("ISO 9999: 12 06", ["12 06"]),
        ("gruppen 12 06", ["12 06"]),
        ("12 06 06-03", ["12 06 06"]),
        ("22 21 09 22 21 09", ["22 21 09"]),
        ("ring 021-17 30 48", []),
        ("0155-12 06 12", []),
        ("den 2026-02-01", []),
        ("20260201", []),
        ("klockan 12-15", []),
        ("år 2221", []),
        ("99 99 99", []),
    ],
)
def test_iso_codes_are_found_in_any_spelling_but_dates_and_numbers_are_not(
    text: str, codes: list[str]
) -> None:
    assert iso_codes_in(text) == codes


@pytest.mark.parametrize(
    "forms",
    [
        ("rullstol", "rullstolen", "rullstolar", "rullstolarna"),
        ("rollator", "rollatorn", "rollatorer", "rollatorerna"),
        ("samtalsapparat", "samtalsapparaten", "samtalsapparater"),
        ("hjälpmedel", "hjälpmedlet", "hjälpmedlen"),
        ("kriterium", "kriterier", "kriterierna"),
        ("larm", "larmet", "larmen"),
        ("täcke", "täcket", "täcken"),
        ("dator", "datorn", "datorer"),
    ],
)
def test_forms_of_a_word_share_their_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_invisible_marks_neither_split_nor_hide_a_word() -> None:
    assert words("rull\u200bstol \u202egåbord\u202c sam\u00adtal") == ["rullstol", "gåbord", "samtal"]
    assert fold("GA\u030aBORD") == "gåbord"
    assert strip_accents("gåbord") == "gabord"


@given(st.text(max_size=200))
def test_any_text_is_read_and_tokens_point_into_it(text: str) -> None:
    for token in tokens(text):
        assert fold(text[token.start : token.end]) == token.word
        assert stem(token.word) is not None
    assert isinstance(iso_codes_in(text), list)


@given(st.text(alphabet="aåäöéÅ ½²…–_-1.ſ\u0301\u200b\u00ad", max_size=20))
def test_words_are_the_words_of_tokens(text: str) -> None:
    assert words(text) == [token.word for token in tokens(text)]


def test_signs_that_stand_for_sentences_do_not_make_a_text_long() -> None:
    assert fold("ﬁlt") == "filt"
    assert len(fold("\ufdfa" * 2000)) == 2000
