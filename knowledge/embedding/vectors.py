"""The embedding leg: inner products over passages (faiss); the best passage speaks for its version."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from knowledge.embedding.encoder import Encoder, Floats

#: How many passages are looked at for one question.
_NEAREST = 1024
#: Up to this many passages every inner product is exact; beyond, bytes choose which ones are worth computing.
EXACT_UP_TO = 20_000
_LARGEST_BYTE = 127


@dataclass(frozen=True)
class Selection:
    """The passages that may be found, in the form faiss wants; made once per set of valid versions."""

    parameters: Any
    # faiss only borrows these; they must live as long as the parameters.
    kept: tuple[Any, ...]
    count: int


@dataclass(frozen=True)
class VectorIndex:
    """Passage vectors (shape passages × dimensions) and the version number that each belongs to."""

    vectors: Floats
    owners: npt.NDArray[np.int64]
    encoder: Encoder
    exact_up_to: int = EXACT_UP_TO

    @property
    def _is_exact(self) -> bool:
        return len(self.vectors) <= self.exact_up_to

    @cached_property
    def _faiss(self) -> Any:
        import faiss

        # One question is too little work to share out; threads that wait for each other cost more.
        faiss.omp_set_num_threads(1)
        dimensions = self.vectors.shape[1]
        index: Any = faiss.IndexFlatIP(dimensions)
        if self._is_exact:
            index.add(self.vectors)
            return index
        # A quarter of the memory to read for every question; the nearest are computed exactly afterwards.
        kind = faiss.ScalarQuantizer.QT_8bit_direct_signed
        index = faiss.IndexScalarQuantizer(dimensions, kind, faiss.METRIC_INNER_PRODUCT)
        largest = float(np.abs(self.vectors).max(initial=0.0))
        for start in range(0, len(self.vectors), self.exact_up_to):
            index.add(_as_bytes(self.vectors[start : start + self.exact_up_to], largest))
        return index

    def load(self) -> None:
        """Make the first search as quick as the next."""
        _ = self._faiss

    def selection(self, mask: Floats) -> Selection:
        """Only passages of versions whose `mask` is not 0."""
        import faiss

        allowed = mask[self.owners] > 0
        bits = np.packbits(allowed, bitorder="little")
        # What faiss's Python wrapper takes, its type hints do not know.
        wrapped: Any = faiss
        selector = wrapped.IDSelectorBitmap(bits)
        parameters = wrapped.SearchParameters(sel=selector)
        return Selection(parameters, (selector, bits), int(allowed.sum()))

    def scores(self, query: str, selection: Selection, versions: int) -> Floats:
        """The best cosine per version (0 when below 0 or not selected); `versions` is how many there are."""
        scores = np.zeros(versions, dtype=np.float32)
        nearest = min(_NEAREST, selection.count)
        if not nearest:
            return scores
        asked = self.encoder.queries([query])
        scaled = asked if self._is_exact else _as_bytes(asked, float(np.abs(asked).max()))
        cosines, passages = self._faiss.search(scaled, nearest, params=selection.parameters)
        found = passages[0][passages[0] >= 0]
        exact = cosines[0][: len(found)] if self._is_exact else self.vectors[found] @ asked[0]
        np.maximum.at(scores, self.owners[found], exact)
        return scores


def _as_bytes(vectors: Floats, largest: float) -> Floats:
    """Whole numbers of at most 127 in proportion to the components, of which `largest` is the largest."""
    return np.asarray(np.rint(vectors * (_LARGEST_BYTE / max(largest, 1e-12))), dtype=np.float32)
