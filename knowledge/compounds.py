"""Swedish compounds opened with the handbook's own vocabulary: "duschrullstol" → "dusch" + "rullstol"."""

from collections.abc import Iterable
from functools import lru_cache

from knowledge.text import stem

_SHORTEST_PART = 3
_SHORTEST_HEAD = 4


class Vocabulary:
    """The words that the handbook and its lexicon use, and how they combine."""

    def __init__(self, known: Iterable[str]) -> None:
        """`known` are folded words."""
        self._words = frozenset(known)
        self._stems = frozenset(stem(word) for word in self._words)
        # One cache per vocabulary; bounded, since questions are anything people type.
        self.split = lru_cache(maxsize=20000)(self._split)

    def __contains__(self, word: str) -> bool:
        return word in self._words or stem(word) in self._stems

    def is_part(self, word: str) -> bool:
        """Whether `word` can begin a compound: known as it stands, or but for its linking s."""
        return len(word) >= _SHORTEST_PART and (
            word in self._words
            or (word.endswith("s") and len(word) > _SHORTEST_PART and word[:-1] in self._words)
        )

    def _split(self, word: str) -> tuple[str, str] | None:
        """Modifier and head of a compound, the longest known head first; None when it cannot be opened."""
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_HEAD + 1):
            head = word[cut:]
            if head in self and self.is_part(word[:cut]):
                return word[:cut], head
        return None
