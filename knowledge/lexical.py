"""The lexical leg: BM25 over Swedish features of every section version."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from knowledge.features import RECIPE, query_features, text_features, version_features
from knowledge.lexicon import Lexicon
from knowledge.links import plain
from knowledge.model import SectionVersion, Statement

Floats: TypeAlias = npt.NDArray[np.float32]
Arrays: TypeAlias = dict[str, npt.NDArray[Any]]

K1 = 1.2
B = 0.5
#: What a stored index depends on besides the texts.
INDEX_RECIPE = f"{RECIPE} {K1} {B}"
_HEADING_SHARE = 0.4


@dataclass(frozen=True)
class LexicalIndex:
    """A built index; document number = position of the version in the list it was built from."""

    bm25: Any
    lexicon: Lexicon

    @classmethod
    def build(cls, versions: Sequence[SectionVersion], lexicon: Lexicon) -> "LexicalIndex":
        """Index `versions`."""
        import bm25s

        bm25 = bm25s.BM25(k1=K1, b=B)
        bm25.index([version_features(version, lexicon) for version in versions], show_progress=False)
        return cls(bm25, lexicon)

    def scores(self, query: str, mask: Floats) -> Floats:
        """A score per document, 0 for nothing in common and for those that `mask` (0 or 1 each) excludes."""
        features = query_features(query, self.lexicon)
        ids = self.bm25.get_tokens_ids(features)
        if not ids:
            return np.zeros(len(mask), dtype=np.float32)
        # Each feature once, weighted by how often it was asked for.
        counted = Counter(ids)
        scores = np.zeros(len(mask), dtype=np.float32)
        data, indices, indptr = (self.bm25.scores[name] for name in ("data", "indices", "indptr"))
        for one, times in counted.items():
            span = slice(indptr[one], indptr[one + 1])
            # A document stands once in the list of a feature, so plain addition is safe.
            scores[indices[span]] += data[span] * np.float32(times)
        return scores * mask

    def rarity(self, feature: str) -> float:
        """How much a feature tells: its inverse document frequency, 0 when no document has it."""
        number = self.bm25.vocab_dict.get(feature)
        if number is None:
            return 0.0
        indptr = self.bm25.scores["indptr"]
        frequency = int(indptr[number + 1] - indptr[number])
        return float(np.log(1 + (self.bm25.scores["num_docs"] - frequency + 0.5) / (frequency + 0.5)))

    def statements(self, version: SectionVersion, query: str) -> list[tuple[Statement, float]]:
        """The version's statements, best first, by the rare features they share with `query` (0 = none)."""
        vocabulary = self.lexicon.index.vocabulary
        asked = {
            feature: self.rarity(feature) * min(times, 3)
            for feature, times in Counter(query_features(query, self.lexicon)).items()
            if not feature.startswith("e:")
        }
        ranked = []
        for field, statement in version.statements():
            own = set(text_features(plain(statement.text), vocabulary))
            around = set(text_features(f"{field.name} {statement.group or ''}", vocabulary)) - own
            total = sum(asked.get(feature, 0.0) for feature in own)
            total += _HEADING_SHARE * sum(asked.get(feature, 0.0) for feature in around)
            ranked.append((statement, total / (1 + 0.1 * float(np.log1p(len(own))))))
        return sorted(ranked, key=lambda one: -one[1])

    def arrays(self) -> Arrays:
        """What has to be kept to load the index again."""
        vocabulary = sorted(self.bm25.vocab_dict, key=self.bm25.vocab_dict.__getitem__)
        return {
            "data": self.bm25.scores["data"],
            "indices": self.bm25.scores["indices"],
            "indptr": self.bm25.scores["indptr"],
            "documents": np.array([self.bm25.scores["num_docs"]]),
            "vocabulary": np.frombuffer("\n".join(vocabulary).encode(), dtype=np.uint8),
        }

    @classmethod
    def from_arrays(cls, arrays: Arrays, lexicon: Lexicon) -> "LexicalIndex":
        """The index that `arrays` came from."""
        import bm25s

        bm25 = bm25s.BM25(k1=K1, b=B)
        bm25.scores = {name: arrays[name] for name in ("data", "indices", "indptr")}
        bm25.scores["num_docs"] = int(arrays["documents"][0])
        vocabulary = arrays["vocabulary"].tobytes().decode().split("\n")
        bm25.vocab_dict = {token: number for number, token in enumerate(vocabulary)}
        return cls(bm25, lexicon)
