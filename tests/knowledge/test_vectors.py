"""A large vector index finds what an exact one finds, and what it finds has its exact cosine."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from knowledge.embedding.encoder import Floats
from knowledge.embedding.vectors import VectorIndex

VERSIONS = 1500


class Fixed:
    """Encodes "7" as the seventh of some given vectors."""

    fingerprint = "fixed"

    def __init__(self, vectors: Floats) -> None:
        self._vectors = vectors

    def queries(self, texts: Sequence[str]) -> Floats:
        """See Encoder."""
        return self._vectors[[int(text) for text in texts]]

    def passages(self, texts: Sequence[str]) -> Floats:
        """See Encoder."""
        return self.queries(texts)


def _unit(vectors: npt.NDArray[np.float64]) -> Floats:
    return np.ascontiguousarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def _both() -> tuple[VectorIndex, VectorIndex]:
    """The same passages behind an exact index and one that chooses by bytes."""
    chance = np.random.default_rng(7)
    passages = _unit(chance.standard_normal((4000, 64)))
    asked = _unit(passages[:20] + 0.2 * chance.standard_normal((20, 64)))
    owners = np.arange(4000) % VERSIONS
    exact, bytewise = (VectorIndex(passages, owners, Fixed(asked), limit) for limit in (4000, 500))
    return exact, bytewise


def test_a_large_index_finds_what_an_exact_one_finds() -> None:
    exact, bytewise = _both()
    everything = np.ones(VERSIONS, dtype=np.float32)

    for query in map(str, range(20)):
        right = exact.scores(query, exact.selection(everything), VERSIONS)
        found = bytewise.scores(query, bytewise.selection(everything), VERSIONS)
        first = np.argsort(-right, kind="stable")[:50]
        assert list(np.argsort(-found, kind="stable")[:50]) == list(first)
        np.testing.assert_allclose(found[first], right[first], atol=1e-6)


def test_neither_finds_what_is_not_selected() -> None:
    allowed = (np.arange(VERSIONS) % 3 == 0).astype(np.float32)

    for index in _both():
        scores = index.scores("3", index.selection(allowed), VERSIONS)
        assert scores.any()
        assert not scores[allowed == 0].any()
        assert not index.scores("3", index.selection(0 * allowed), VERSIONS).any()
