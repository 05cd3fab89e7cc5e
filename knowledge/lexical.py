"""The lexical leg: BM25 over Swedish features of every section version."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from knowledge.features import FeatureReader
from knowledge.ingredients import FITTED, Ingredients
from knowledge.lexicon import Lexicon
from knowledge.links import plain
from knowledge.model import SectionVersion, Statement
from knowledge.postings import Postings, build_postings, rarity

Floats: TypeAlias = npt.NDArray[np.float32]
Arrays: TypeAlias = dict[str, npt.NDArray[Any]]

# Raise when features are read otherwise, so that old cache files are not used.
_FORMAT = "2"
_HEADING_SHARE = 0.4


def index_recipe(ingredients: Ingredients) -> str:
    """What a stored index depends on besides the texts."""
    return f"{_FORMAT} {astuple(ingredients)}"


@dataclass(frozen=True)
class LexicalIndex:
    """A built index; document number = position of the version in the list it was built from."""

    postings: Postings
    reader: FeatureReader

    @classmethod
    def build(
        cls, versions: Sequence[SectionVersion], lexicon: Lexicon, ingredients: Ingredients = FITTED
    ) -> "LexicalIndex":
        """Index `versions`."""
        reader = FeatureReader(lexicon, ingredients)
        documents = map(reader.document, versions)
        return cls(build_postings(documents, reader.of_word, ingredients.k1, ingredients.b), reader)

    def scores(self, query: str, mask: Floats) -> Floats:
        """A score per document, 0 for nothing in common and for those that `mask` (0 or 1 each) excludes."""
        scores = np.zeros(len(mask), dtype=np.float32)
        # Each feature once, weighted by how often it was asked for.
        for feature, times in Counter(self.reader.of_query(query)).items():
            span = self.postings.span(feature)
            if span is not None:
                # A document stands once in the list of a feature, so plain addition is safe.
                scores[self.postings.indices[span]] += self.postings.data[span] * np.float32(times)
        return scores * mask

    def rarity(self, feature: str) -> float:
        """How much a feature tells: its inverse document frequency, 0 when no document has it."""
        span = self.postings.span(feature)
        if span is None:
            return 0.0
        return float(rarity(np.array(span.stop - span.start), self.postings.documents))

    def statements(self, version: SectionVersion, query: str) -> list[tuple[Statement, float]]:
        """The version's statements, best first, by the rare features they share with `query` (0 = none)."""
        asked = {
            feature: self.rarity(feature) * min(times, 3)
            for feature, times in Counter(self.reader.of_query(query)).items()
            if not feature.startswith("e:")
        }
        ranked = []
        for field, statement in version.statements():
            own = set(self.reader.of_text(plain(statement.text)))
            around = set(self.reader.of_text(f"{field.name} {statement.group or ''}")) - own
            total = sum(asked.get(feature, 0.0) for feature in own)
            total += _HEADING_SHARE * sum(asked.get(feature, 0.0) for feature in around)
            ranked.append((statement, total / (1 + 0.1 * float(np.log1p(len(own))))))
        return sorted(ranked, key=lambda one: -one[1])

    def arrays(self) -> Arrays:
        """What has to be kept to load the index again."""
        vocabulary = sorted(self.postings.vocabulary, key=self.postings.vocabulary.__getitem__)
        return {
            "data": self.postings.data,
            "indices": self.postings.indices,
            "indptr": self.postings.indptr,
            "documents": np.array([self.postings.documents]),
            "vocabulary": np.frombuffer("\n".join(vocabulary).encode(), dtype=np.uint8),
        }

    @classmethod
    def from_arrays(
        cls, arrays: Arrays, lexicon: Lexicon, ingredients: Ingredients = FITTED
    ) -> "LexicalIndex":
        """The index that `arrays` came from."""
        names = arrays["vocabulary"].tobytes().decode().split("\n")
        vocabulary = {feature: number for number, feature in enumerate(names)}
        spans = (arrays["data"], arrays["indices"], arrays["indptr"], int(arrays["documents"][0]))
        return cls(Postings(vocabulary, *spans), FeatureReader(lexicon, ingredients))
