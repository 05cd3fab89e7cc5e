"""Finds the sections that a question is about, among those valid on its day: two legs, fused."""

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt

from knowledge.cache import Arrays, cached
from knowledge.embedding.encoder import Encoder, Floats
from knowledge.embedding.passages import passages_of
from knowledge.embedding.vectors import Selection, VectorIndex
from knowledge.ingredients import FITTED, Ingredients
from knowledge.lexical import LexicalIndex, index_recipe
from knowledge.lexicon import Lexicon
from knowledge.model import Handbook, SectionVersion, Statement

#: Share of the lexical leg in the fused score (the rest is the embedding's), fitted on development questions.
LEXICAL_SHARE = 0.5
# Raise when passages or the stored form change, so that old cache files are not used.
_FORMAT = "2"
# How many versions are encoded at a time; bounds the memory of building.
_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Hit:
    """A version found. `score` is fused (0–1), `lexical` a raw BM25 score, `embedding` a cosine (0–1)."""

    version: SectionVersion
    score: float
    lexical: float
    embedding: float


@dataclass(frozen=True, slots=True)
class _Valid:
    """What may be found between two changes of the handbook."""

    mask: Floats
    selection: Selection


class Searcher:
    """Search over one handbook. Safe to use from several threads."""

    def __init__(
        self,
        handbook: Handbook,
        lexicon: Lexicon,
        encoder: Encoder,
        cache_dir: Path,
        ingredients: Ingredients = FITTED,
    ) -> None:
        """Load the index for exactly these contents from `cache_dir`, or build it (seconds) and keep it."""
        self._versions = tuple(handbook.versions())
        self._changes = sorted(
            {day for version in self._versions for day in (version.valid_from, version.valid_to) if day}
        )
        self._valid: dict[int, _Valid] = {}
        texts = (handbook.content_hash, lexicon.content_hash)
        parts = (_FORMAT, index_recipe(ingredients), *texts, encoder.fingerprint)
        key = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
        arrays = cached(cache_dir, key, lambda: self._build(lexicon, encoder, ingredients))
        self._lexical = LexicalIndex.from_arrays(arrays, lexicon, ingredients)
        self._vectors = VectorIndex(arrays["vectors"], arrays["owners"], encoder)
        self._vectors.load()
        lexicon.load()

    def _build(self, lexicon: Lexicon, encoder: Encoder, ingredients: Ingredients) -> Arrays:
        arrays = LexicalIndex.build(self._versions, lexicon, ingredients).arrays()
        vectors: list[Floats] = []
        owners: list[int] = []
        for start in range(0, len(self._versions), _AT_ONCE):
            passages: list[str] = []
            for number, version in enumerate(self._versions[start : start + _AT_ONCE], start=start):
                own = passages_of(version, lexicon)
                passages += own
                owners += [number] * len(own)
            vectors.append(encoder.passages(passages))
        arrays["vectors"] = np.concatenate(vectors)
        arrays["owners"] = np.array(owners, dtype=np.int64)
        return arrays

    def _valid_on(self, day: date) -> _Valid:
        """The versions valid on `day`; the same for every day between two changes."""
        period = bisect_right(self._changes, day)
        known = self._valid.get(period)
        if known is None:
            mask = np.array([version.is_valid_on(day) for version in self._versions], dtype=np.float32)
            known = self._valid[period] = _Valid(mask, self._vectors.selection(mask))
        return known

    def search(
        self, query: str, *, as_of: date, k: int = 10, lexical_share: float = LEXICAL_SHARE
    ) -> list[Hit]:
        """The `k` best versions valid on `as_of`, best first; fewer when fewer share anything with `query`.

        Each leg is divided by its own best score before they are weighed together.
        """
        valid = self._valid_on(as_of)
        lexical = self._lexical.scores(query, valid.mask)
        embedding = self._vectors.scores(query, valid.selection, len(self._versions))
        fused = lexical_share * _by_maximum(lexical) + (1 - lexical_share) * _by_maximum(embedding)
        order = _best(fused, k)
        return [
            Hit(self._versions[one], float(fused[one]), float(lexical[one]), float(embedding[one]))
            for one in order
            if fused[one] > 0
        ]

    def statements(self, version: SectionVersion, query: str) -> list[tuple[Statement, float]]:
        """The statements of `version`, those that say most of what `query` asks first (0 = nothing)."""
        return self._lexical.statements(version, query)


def _by_maximum(scores: Floats) -> Floats:
    highest = scores.max(initial=0.0)
    return scores / highest if highest > 0 else scores


def _best(scores: Floats, k: int) -> npt.NDArray[np.int64]:
    """Where the `k` highest scores stand, highest first, the earlier first among equals."""
    if not 0 < k < len(scores):
        return np.argsort(-scores, kind="stable")[: max(k, 0)]
    least = np.partition(scores, -k)[-k]
    among = np.flatnonzero(scores >= least)
    return among[np.argsort(-scores[among], kind="stable")[:k]]
