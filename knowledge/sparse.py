"""Names as numbers, and rows of small counts kept compactly while they come in, as one sparse matrix."""

from array import array
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np


class Numbers(dict[str, int]):
    """Gives each name the next free number when it is first looked up, and tells `met` of it."""

    def __init__(self, met: Callable[[str], None] = lambda name: None) -> None:
        super().__init__()
        self._met = met

    def __missing__(self, name: str) -> int:
        number = self[name] = len(self)
        self._met(name)
        return number


class SparseRows:
    """Takes one row after the other; a column that is named again in a row counts again."""

    def __init__(self) -> None:
        self._columns, self._weights, self._ends = array("i"), array("f"), array("q", [0])

    def put(self, columns: Iterable[int], weight: float = 1.0) -> None:
        """Put columns into the row under way, each with `weight`."""
        before = len(self._columns)
        self._columns.extend(columns)
        self._weights.extend(array("f", (weight,)) * (len(self._columns) - before))

    def end_row(self) -> None:
        """The row is complete; the next one begins."""
        self._ends.append(len(self._columns))

    def matrix(self, width: int) -> Any:
        """All rows as a scipy CSR array of float32 with `width` columns."""
        from scipy.sparse import csr_array

        parts = (np.frombuffer(self._weights, np.float32), np.frombuffer(self._columns, np.int32))
        return csr_array((*parts, np.frombuffer(self._ends, np.int64)), shape=(len(self._ends) - 1, width))
