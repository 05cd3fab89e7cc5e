"""Counts the features of many sections and scores them with BM25, in whole arrays: built once, read often.

The scores are those of Lucene's BM25 (Kamphuis et al., ECIR 2020), the same as the library bm25s gives.
Counting words first and multiplying them with their features is what makes building quick.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt


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


class _Matrix:
    """Rows of (column, number) pairs, kept compactly while they come in."""

    def __init__(self) -> None:
        self._columns, self._numbers, self._ends = array("i"), array("f"), array("q", [0])

    def add(self, columns: Iterable[int], numbers: Iterable[int]) -> None:
        self._columns.extend(columns)
        self._numbers.extend(numbers)
        self._ends.append(len(self._columns))

    def sparse(self, width: int) -> Any:
        from scipy.sparse import csr_array  # type: ignore[import-untyped]

        parts = (np.frombuffer(self._numbers, np.float32), np.frombuffer(self._columns, np.int32))
        return csr_array((*parts, np.frombuffer(self._ends, np.int64)), shape=(len(self._ends) - 1, width))


def build_postings(
    documents: Iterable[tuple[Counter[str], Counter[str]]],
    features_of: Callable[[str], Sequence[str]],
    k1: float,
    b: float,
) -> Postings:
    """Index documents given as (words, marks) with how often each counts.

    `features_of` says what features a word has; a mark is a feature by itself.
    """
    numbers: dict[str, int] = {}
    vocabulary: dict[str, int] = {}
    by_document, by_word = _Matrix(), _Matrix()

    def number(name: str, features: Callable[[str], Sequence[str]]) -> int:
        known = numbers.get(name)
        if known is None:
            known = numbers[name] = len(numbers)
            counted = Counter(features(name))
            by_word.add((vocabulary.setdefault(one, len(vocabulary)) for one in counted), counted.values())
        return known

    for words, marks in documents:
        # Marks have a colon and words have none, so that they never meet.
        own = [number(word, features_of) for word in words]
        own += [number(mark, lambda name: (name,)) for mark in marks]
        by_document.add(own, [*words.values(), *marks.values()])
    counts = by_document.sparse(len(numbers)) @ by_word.sparse(len(vocabulary))
    scored = _scored(counts, k1, b)
    return Postings(
        vocabulary, scored.data, scored.indices, scored.indptr.astype(np.int64), int(scored.shape[0])
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
