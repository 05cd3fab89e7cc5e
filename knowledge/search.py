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
from knowledge.fusion import Fusion, fitted
from knowledge.highlight import Span, spans
from knowledge.ingredients import FITTED, Ingredients
from knowledge.lexical import LexicalIndex, index_recipe
from knowledge.lexicon import Lexicon
from knowledge.linking import Links
from knowledge.links import plain
from knowledge.model import Handbook, SectionVersion, Statement
from knowledge.suggestion import Speller
from knowledge.text import words

# Raise when passages or the stored form change, so that old cache files are not used.
_FORMAT = "2"
# How many versions are encoded at a time; bounds the memory of building.
_AT_ONCE = 4000


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
        self._links = Links(self._versions, lexicon)
        texts_of = (plain(one.text) for version in self._versions for _, one in version.statements())
        self._speller = Speller(lexicon, (word for text in texts_of for word in words(text)))
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

    def search(self, query: str, *, as_of: date, k: int = 10, fusion: Fusion | None = None) -> list[Hit]:
        """The `k` best versions valid on `as_of`, best first; fewer when fewer share anything with `query`.

        The parts are weighed as fitted, or by `fusion` to measure otherwise.
        """
        lexical, embedding, links = self._parts(query, as_of)
        fused = (fusion or fitted()).scores(lexical, embedding, links)
        order = _best(fused, k)
        return [
            Hit(self._versions[one], float(fused[one]), float(lexical[one]), float(embedding[one]))
            for one in order
            if fused[one] > 0
        ]

    def _parts(self, query: str, as_of: date) -> tuple[Floats, Floats, Floats]:
        valid = self._valid_on(as_of)
        lexical = self._lexical.scores(query, valid.mask)
        embedding = self._vectors.scores(query, valid.selection, len(self._versions))
        return lexical, embedding, self._links.signals(query)

    def parts(self, query: str, *, as_of: date) -> tuple[Floats, list[str]]:
        """What the fusion weighs, for fitting it: valid sections × parts (fusion.PARTS), and their ids."""
        lexical, embedding, links = self._parts(query, as_of)
        valid = np.flatnonzero(self._valid_on(as_of).mask)
        legs = [scores / max(float(scores.max(initial=0.0)), 1e-9) for scores in (lexical, embedding)]
        rows = np.column_stack((*legs, links))[valid]
        return rows, [self._versions[one].section_id for one in valid]

    def statements(self, version: SectionVersion, query: str) -> list[tuple[Statement, float]]:
        """The statements of `version`, those that say most of what `query` asks first (0 = nothing)."""
        return self._lexical.statements(version, query)

    def suggest(self, query: str) -> str | None:
        """`query` with its misspelt words put right ("Menade du …"); None when nothing is surely wrong."""
        return self._speller.suggest(query)

    def spans(self, text: str, query: str) -> list[Span]:
        """The stretches of `text` (offsets) whose words say what `query` asks."""
        meant = self.suggest(query)
        return spans(text, f"{query} {meant}" if meant else query, self._lexical.reader)


def _best(scores: Floats, k: int) -> npt.NDArray[np.int64]:
    """Where the `k` highest scores stand, highest first, the earlier first among equals."""
    if not 0 < k < len(scores):
        return np.argsort(-scores, kind="stable")[: max(k, 0)]
    least = np.partition(scores, -k)[-k]
    among = np.flatnonzero(scores >= least)
    return among[np.argsort(-scores[among], kind="stable")[:k]]
