"""Which words of a text say what a question asked: by stem, by compound part and by accent-free form."""

from knowledge.features import FeatureReader
from knowledge.text import STOP_WORDS, stem, strip_accents, tokens

#: Where a matched stretch begins and ends, as offsets into the text.
Span = tuple[int, int]
_SHORTEST_PART = 4
_SHORTEST_WITHIN = 5


def spans(text: str, query: str, reader: FeatureReader) -> list[Span]:
    """The stretches of `text` that match `query`, in order, none touching another."""
    asked = set[str]()
    for token in tokens(query):
        asked |= _forms(reader.lexicon.index.corrected(token.word), reader) | _forms(token.word, reader)
    found: list[Span] = []
    for token in tokens(text):
        if _matches(_forms(token.word, reader), asked):
            if found and text[found[-1][1] : token.start].isspace():
                found[-1] = (found[-1][0], token.end)
            else:
                found.append((token.start, token.end))
    return found


def _matches(forms: set[str], asked: set[str]) -> bool:
    """Whether a word is asked for, or is a compound that begins or ends with what is."""
    return bool(forms & asked) or any(
        form.startswith(one) or form.endswith(one)
        for one in asked
        if len(one) >= _SHORTEST_WITHIN
        for form in forms
    )


def _forms(word: str, reader: FeatureReader) -> set[str]:
    """What a word is compared by: its stem, and the parts it can be opened into."""
    if word in STOP_WORDS:
        return set()
    forms = {strip_accents(stem(word))}
    parts = reader.lexicon.index.vocabulary.split(word) or ()
    forms |= {strip_accents(stem(part.removesuffix("s"))) for part in parts if len(part) >= _SHORTEST_PART}
    return forms
