"""What the lexical leg compares: stems, within-word character n-grams, compound parts, ISO codes, entities.

Character n-grams are taken without accents ("gåbord" and "gabord" share them all) and carry mistyped words;
stems keep their accents. Every feature is a string with a prefix that says its kind.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from knowledge.ingredients import FITTED, Ingredients
from knowledge.lexicon import Lexicon
from knowledge.links import plain
from knowledge.model import SectionVersion
from knowledge.postings import Document
from knowledge.text import STOP_WORDS, iso_codes_apart, stem, strip_accents, words

# Words remembered with their features; bounded, since questions are anything people type.
_REMEMBERED = 65536


class FeatureReader:
    """Reads features from sections and questions with one lexicon. Safe to use from several threads."""

    def __init__(self, lexicon: Lexicon, ingredients: Ingredients = FITTED) -> None:
        self.lexicon = lexicon
        self.ingredients = ingredients
        #: The features of one folded word.
        self.of_word = lru_cache(maxsize=_REMEMBERED)(self._of_word)

    def _grams(self, word: str) -> Iterator[str]:
        """The n-grams of a word between boundary marks: "stol" → "_sto", "stol", "tol_"."""
        marked = f"_{strip_accents(word) if self.ingredients.grams_folded else word}_"
        for size in self.ingredients.gram_sizes:
            for at in range(len(marked) - size + 1):
                yield "g:" + marked[at : at + size]

    def _of_word(self, word: str) -> tuple[str, ...]:
        """Stem, n-grams and, when it is a compound, its parts, the head twice; nothing for a stop word."""
        if word in STOP_WORDS:
            return ()
        grams = tuple(self._grams(word))
        if not self.ingredients.words:
            return grams
        parts = self.lexicon.index.vocabulary.split(word) if self.ingredients.compounds else None
        if not parts:
            return ("w:" + stem(word), *grams)
        modifier, head = parts
        head_feature = "w:" + stem(head)
        opened = (head_feature, head_feature, "w:" + stem(modifier.removesuffix("s")))
        return ("w:" + stem(word), *grams, *opened)

    def of_text(self, text: str) -> list[str]:
        """All features of a text."""
        return [feature for word in words(text) for feature in self.of_word(word)]

    def document(self, version: SectionVersion) -> Document:
        """A section version for the index: its texts and marks, weighted by place."""
        weights = self.ingredients
        headings = [field.name for field in version.fields]
        for field in version.fields:
            headings += dict.fromkeys(one.group for one in field.statements if one.group)
        everyday = [entry.word for entry in self.lexicon.words_for.get(version.section_id, ())]
        texts = (
            (version.title, weights.title),
            ("\n".join(everyday), weights.lexicon),
            ("\n".join(headings), weights.heading),
            ("\n".join(plain(statement.text) for _, statement in version.statements()), 1),
        )
        marks = [(f"e:{version.section_id}", 1)]
        marks += [(code, weights.iso) for code in _iso_features(version.iso_codes)]
        return Document(tuple(one for one in texts if one[1] > 0), tuple(one for one in marks if one[1] > 0))

    def of_query(self, query: str) -> list[str]:
        """The features of a question; mistyped words are also read as what they were meant to be."""
        weights = self.ingredients
        codes, rest = iso_codes_apart(query)
        found: list[str] = []
        for word in words(rest):
            if word in STOP_WORDS:
                continue
            features = self.of_word(word)
            found += features
            found += [one for one in features if one.startswith("w:")] * (weights.asked_word - 1)
            meant = self.lexicon.index.corrected(word)
            if meant != word:
                found += ["w:" + stem(meant)] * weights.asked_word
        found += _iso_features(codes) * weights.asked_entity
        for mention in self.lexicon.mentions(query):
            weight = weights.asked_entity if mention.exact else weights.asked_entity // 2
            found += [f"e:{mention.target}"] * weight
        return found


def _iso_features(codes: Iterable[str]) -> list[str]:
    """Each code, and the groups it belongs to: "22 21 09" is also "22 21"."""
    return [f"i:{code[:length]}" for code in codes for length in (5, 8) if len(code) >= length]
