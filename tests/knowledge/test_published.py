"""The published handbook, its lexicon and its scope cards hold every rule."""

from knowledge.files import DEFAULT_HANDBOOK, check_handbook, read_handbook
from knowledge.lexicon import DEFAULT_LEXICON, check_lexicon
from knowledge.scope import DEFAULT_SCOPE, check_scope


def test_the_published_handbook_has_no_problems() -> None:
    assert check_handbook(DEFAULT_HANDBOOK) == []


def test_the_lexicon_has_no_problems() -> None:
    assert check_lexicon(DEFAULT_LEXICON, frozenset(read_handbook(DEFAULT_HANDBOOK).sections)) == []


def test_the_scope_cards_have_no_problems() -> None:
    assert check_scope(DEFAULT_SCOPE, frozenset(read_handbook(DEFAULT_HANDBOOK).sections)) == []
