"""Per section, the keys of everything that is said of it: its own text and the lexicon's words for it."""

from assistant.vocabulary import keys_of
from knowledge.lexicon import Lexicon
from knowledge.model import Handbook


def everyday_words(handbook: Handbook, lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Section id → keys of its statements, titles and lexicon words."""
    said: dict[str, set[str]] = {}
    for version in handbook.versions():
        words = said.setdefault(version.section_id, set())
        words |= keys_of(version.title)
        for _, statement in version.statements():
            words |= keys_of(statement.text)
    for target, entries in lexicon.words_for.items():
        if target in said:
            said[target].update(one for entry in entries for one in keys_of(entry.word))
    return {section_id: frozenset(words) for section_id, words in said.items()}
