"""Scope cards are checked, and a question about somebody else's field finds its card."""

from pathlib import Path

import pytest

from knowledge.problems import HandbookError
from knowledge.scope import check_scope, match, read_scope

CARDS = """\
- id: syn
  title: Syn
  words: [glasögon, vit käpp]
  text: Det är inte vårt.
  contact: null
  section: gabord
- id: bostad
  title: Bostad
  words: [trapphiss, ta bort trösklar]
  text: Det är kommunens.
  contact: Kommunen.
  section: null
"""
SECTIONS = frozenset(("gabord",))


@pytest.mark.parametrize(
    ("question", "card"),
    [
        ("Var köper jag glasögon?", "syn"),
        ("vita käppar", "syn"),
        ("vill ha trapphis", "bostad"),
        ("kan ni ta bort mina trösklar? jag har glasögon", "bostad"),
        ("Vem betalar en rollator?", None),
        ("", None),
    ],
)
def test_the_card_that_most_of_the_question_speaks_of_is_found(
    question: str, card: str | None, tmp_path: Path
) -> None:
    (tmp_path / "kort.yaml").write_text(CARDS, encoding="utf-8")

    found = match(read_scope(tmp_path), question)

    assert (found.id if found else None) == card


BROKEN = {
    "yaml": ("- id: [\n", "not YAML"),
    "no list": ("id: syn\n", "must be a list"),
    "no mapping": ("- syn\n", "keys and values"),
    "key": (CARDS.replace("title:", "titel:", 1), "has the keys"),
    "text": (CARDS.replace("Det är inte vårt.", '""'), "text must be text"),
    "words": (CARDS.replace("[glasögon, vit käpp]", "[]"), "words must be a list"),
    "word": (CARDS.replace("vit käpp", "12"), "which is not text"),
    "contact": (CARDS.replace("Kommunen.", "[]"), "contact must be text or null"),
    "section": (CARDS.replace("section: gabord", "section: saknas"), 'section "saknas" is no section'),
    "twice": (CARDS.replace("id: bostad", "id: syn"), "duplicate card"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_card_is_reported(name: str, tmp_path: Path) -> None:
    text, words = BROKEN[name]
    (tmp_path / "kort.yaml").write_text(text, encoding="utf-8")

    assert any(words in one.message for one in check_scope(tmp_path, SECTIONS))


def test_broken_cards_are_not_used(tmp_path: Path) -> None:
    (tmp_path / "kort.yaml").write_text("x", encoding="utf-8")

    with pytest.raises(HandbookError):
        read_scope(tmp_path)


def test_the_fields_own_words_are_not_taken_for_slips(tmp_path: Path) -> None:
    (tmp_path / "kort.yaml").write_text(CARDS.replace("trapphiss", "taklyft"), encoding="utf-8")
    cards = read_scope(tmp_path)

    assert match(cards, "takluft") is not None
    assert match(cards, "takluft", frozenset(("takluft",))) is None
