"""What the lexical leg compares: stems, within-word character n-grams, compound parts, ISO codes, entities.

Character n-grams are taken without accents ("gåbord" and "gabord" share them all) and carry mistyped words;
stems keep their accents. Every feature is a string with a prefix that says its kind.
"""

from collections.abc import Iterator
from functools import lru_cache

from knowledge.compounds import Vocabulary
from knowledge.lexicon import Lexicon
from knowledge.links import plain
from knowledge.model import SectionVersion
from knowledge.text import STOP_WORDS, iso_codes_apart, stem, strip_accents, words

# Fitted on the development questions; on those 4-grams alone did better than 3- and 4-grams together.
# The fields of a section weigh by repetition.
TITLE_WEIGHT = 4
ISO_WEIGHT = 3
LEXICON_WEIGHT = 1
HEADING_WEIGHT = 1
# In a question: a word that is met whole says more than any one n-gram, a known entity more still.
WORD_WEIGHT = 4
ENTITY_WEIGHT = 6
GRAM_SIZES = (4,)
#: What a stored index depends on besides the texts.
RECIPE = repr((TITLE_WEIGHT, ISO_WEIGHT, LEXICON_WEIGHT, HEADING_WEIGHT, GRAM_SIZES))


@lru_cache(maxsize=65536)
def grams(word: str) -> tuple[str, ...]:
    """The n-grams of one folded word between boundary marks: "stol" → "_sto", "stol", "tol_"."""
    marked = f"_{strip_accents(word)}_"
    return tuple("g:" + marked[at : at + size] for size in GRAM_SIZES for at in range(len(marked) - size + 1))


def _word_features(word: str, vocabulary: Vocabulary) -> list[str]:
    """One word: its stem, its n-grams and, when it is a compound, its parts, the head twice."""
    found = ["w:" + stem(word), *grams(word)]
    parts = vocabulary.split(word)
    if parts:
        modifier, head = parts
        found += ["w:" + stem(head)] * 2 + ["w:" + stem(modifier.removesuffix("s"))]
    return found


def text_features(text: str, vocabulary: Vocabulary) -> list[str]:
    """All features of a text, stop words left out."""
    return [
        feature
        for word in words(text)
        if word not in STOP_WORDS
        for feature in _word_features(word, vocabulary)
    ]


def _iso_features(codes: Iterator[str] | tuple[str, ...] | list[str]) -> list[str]:
    """Each code, and the groups it belongs to: "22 21 09" is also "22 21"."""
    return [f"i:{code[:length]}" for code in codes for length in (5, 8) if len(code) >= length]


def version_features(version: SectionVersion, lexicon: Lexicon) -> list[str]:
    """The features of one section version, its fields weighted by repetition."""
    vocabulary = lexicon.index.vocabulary
    found = text_features(version.title, vocabulary) * TITLE_WEIGHT
    found += _iso_features(version.iso_codes) * ISO_WEIGHT
    for entry in lexicon.words_for.get(version.section_id, ()):
        found += text_features(entry.word, vocabulary) * LEXICON_WEIGHT
    found.append(f"e:{version.section_id}")
    for field in version.fields:
        found += text_features(field.name, vocabulary) * HEADING_WEIGHT
        for group in dict.fromkeys(one.group for one in field.statements if one.group):
            found += text_features(group, vocabulary) * HEADING_WEIGHT
        for statement in field.statements:
            found += text_features(plain(statement.text), vocabulary)
    return found


def query_features(query: str, lexicon: Lexicon) -> list[str]:
    """The features of a question; mistyped words are also read as what they were meant to be."""
    index = lexicon.index
    codes, rest = iso_codes_apart(query)
    found: list[str] = []
    for word in words(rest):
        if word in STOP_WORDS:
            continue
        features = _word_features(word, index.vocabulary)
        found += features + [one for one in features if one.startswith("w:")] * (WORD_WEIGHT - 1)
        meant = index.corrected(word)
        if meant != word:
            found += ["w:" + stem(meant)] * WORD_WEIGHT
    found += _iso_features(codes) * ENTITY_WEIGHT
    for mention in lexicon.mentions(query):
        found += [f"e:{mention.target}"] * (ENTITY_WEIGHT if mention.exact else ENTITY_WEIGHT // 2)
    return found
