"""The embedding leg: exact inner products over passages (faiss); the best passage speaks for its version."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from knowledge.embedding.encoder import Encoder, Floats

#: How many passages are looked at for one question.
_NEAREST = 1024


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

    @cached_property
    def _faiss(self) -> Any:
        import faiss

        # One question is too little work to share out; threads that wait for each other cost more.
        faiss.omp_set_num_threads(1)
        index = faiss.IndexFlatIP(self.vectors.shape[1])
        index.add(self.vectors)
        return index

    def load(self) -> None:
        """Make the first search as quick as the next."""
        _ = self._faiss

    def selection(self, mask: Floats) -> Selection:
        """Only passages of versions whose `mask` is not 0."""
        import faiss

        allowed = np.flatnonzero(mask[self.owners]).astype(np.int64)
        selector = faiss.IDSelectorBatch(allowed)
        # The keyword is added by faiss's Python wrapper; its type hints do not know it.
        make: Any = faiss.SearchParameters
        return Selection(make(sel=selector), (selector, allowed), len(allowed))

    def scores(self, query: str, selection: Selection, versions: int) -> Floats:
        """The best cosine per version (0 when below 0 or not selected); `versions` is how many there are."""
        scores = np.zeros(versions, dtype=np.float32)
        nearest = min(_NEAREST, selection.count)
        if not nearest:
            return scores
        cosines, passages = self._faiss.search(
            self.encoder.queries([query]), nearest, params=selection.parameters
        )
        found = passages[0] >= 0
        np.maximum.at(scores, self.owners[passages[0][found]], cosines[0][found])
        return scores
