"""Counts the features of many sections and scores them with BM25, in whole arrays: built once, read often.

The scores are those of Lucene's BM25 (Kamphuis et al., ECIR 2020), the same as the library bm25s gives.
Counting words first and multiplying them with their features is what makes building quick.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from knowledge.sparse import Numbers, SparseRows
from knowledge.text import words


@dataclass(frozen=True)
class Postings:
    """Per feature the documents that have it: `indptr` cuts `indices` and `data` into one span for each."""

    vocabulary: dict[str, int]
    data: npt.NDArray[np.float32]
    indices: npt.NDArray[np.int32]
    indptr: npt.NDArray[np.int64]
    documents: int

    def span(self, feature: str) -> slice | None:
        """Where the documents of `feature` stand; None when no document has it."""
        number = self.vocabulary.get(feature)
        return None if number is None else slice(int(self.indptr[number]), int(self.indptr[number + 1]))


@dataclass(frozen=True, slots=True)
class Document:
    """What is indexed as one: texts and features that are not words, each with how often it counts."""

    texts: tuple[tuple[str, int], ...]
    marks: tuple[tuple[str, int], ...] = ()


def build_postings(
    documents: Iterable[Document], features_of: Callable[[str], Sequence[str]], k1: float, b: float
) -> Postings:
    """Index `documents`; `features_of` says what features a word has (none: the word is left out)."""
    by_document, by_word = SparseRows(), SparseRows()
    vocabulary = Numbers()

    def met(name: str) -> None:
        # Marks have a colon and words have none, so that they never meet.
        by_word.put(vocabulary[one] for one in ((name,) if ":" in name else features_of(name)))
        by_word.end_row()

    numbers = Numbers(met)
    for document in documents:
        for text, weight in document.texts:
            by_document.put(map(numbers.__getitem__, words(text)), weight)
        for mark, weight in document.marks:
            by_document.put((numbers[mark],), weight)
        by_document.end_row()
    counts = by_document.matrix(len(numbers)) @ by_word.matrix(len(vocabulary))
    scored = _scored(counts, k1, b)
    return Postings(
        dict(vocabulary), scored.data, scored.indices, scored.indptr.astype(np.int64), int(scored.shape[0])
    )


def _scored(counts: Any, k1: float, b: float) -> Any:
    """BM25 scores of a document × feature matrix of counts, by column."""
    documents = counts.shape[0]
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    frequencies = np.bincount(counts.indices, minlength=counts.shape[1])
    rarities = rarity(frequencies, documents).astype(np.float32)
    damping = (k1 * (1 - b + b * lengths / max(lengths.mean(), 1e-9))).astype(np.float32)
    counts.data /= counts.data + np.repeat(damping, np.diff(counts.indptr))
    counts.data *= rarities[counts.indices]
    return counts.tocsc()


def rarity(frequencies: npt.NDArray[Any], documents: int) -> npt.NDArray[np.float64]:
    """How much features tell that so many of `documents` have: their inverse document frequency."""
    return np.log(1 + (documents - frequencies + 0.5) / (frequencies + 0.5))
