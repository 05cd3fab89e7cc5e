"""How telling a word is: everyday words tell nothing, words that the handbook uses seldom tell the most."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from assistant.words import Word, plain, same_word, split
from knowledge.model import Handbook

# How much a relative of a word counts, and how long parts of compounds must be to count at all.
_ALIKE, _PART = 0.8, 0.6
_FAMILY = _SHORTEST_PART = 5
_SHORTEST_HELD, _LONGEST = 6, 40
COMMON_FILE = Path(__file__).with_name("common_words.txt")


@lru_cache(maxsize=1)
def common_words(path: Path = COMMON_FILE) -> frozenset[str]:
    """The everyday words of `path` in plain spelling."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(plain(word) for line in lines if not line.startswith("#") for word in line.split())


def is_common(word: Word) -> bool:
    """True for a word that carries no subject: everyday words, digits and single letters."""
    return len(word.plain) < 2 or word.plain in common_words() or word.plain[0].isdigit()


@lru_cache(maxsize=16384)
def keys_of(text: str) -> frozenset[str]:
    """The keys of the telling words of a text."""
    return frozenset(word.key for word in split(text) if not is_common(word))


class Vocabulary:
    """The words of a whole handbook with their weight (0.3 for a word of every section, 1 for a rare one)."""

    def __init__(self, handbook: Handbook) -> None:
        self._sections: Counter[str] = Counter()
        self._number = max(len(handbook.sections), 2)
        for section in handbook.sections.values():
            texts = [version.title for version in section.versions]
            texts += [s.text for version in section.versions for _, s in version.statements()]
            texts += [s.group for version in section.versions for _, s in version.statements() if s.group]
            self._sections.update({one for text in texts for one in keys_of(text)})
        self._relatives = Relatives(self._sections)

    def knows(self, word: str) -> bool:
        """True when the handbook uses the word of this key somewhere."""
        return word in self._sections

    def weight(self, word: str) -> float:
        """How telling the word of this key is."""
        seen = self._sections.get(word, 0)
        return 0.3 + 0.7 * math.log(self._number / max(seen, 1)) / math.log(self._number)

    def overlap(self, text: str, keys: Iterable[str]) -> float:
        """The summed weight of `keys` that occur in `text`, word families and compounds counted in part."""
        words = keys_of(text)
        return sum(self.weight(one) * self.likeness(one, words) for one in set(keys))

    def likeness(self, one: str, words: frozenset[str]) -> float:
        """As `likeness`, looked up; `words` are keys of the handbook's own texts."""
        if one in words:
            return 1.0
        return max((how for other, how in self._relatives.of(one).items() if other in words), default=0.0)


class Relatives:
    """Which known words are alike a given one, found once per word and then remembered."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._beginnings: dict[str, list[str]] = {}
        for word in self._known:
            self._beginnings.setdefault(word[:_FAMILY], []).append(word)
        # Bounded, since questions hold anything people type.
        self.of = lru_cache(maxsize=8192)(self._of)

    def _of(self, one: str) -> dict[str, float]:
        found = dict.fromkeys(self._holding(one), _PART)
        found |= dict.fromkeys(self._held_by(one), _PART)
        family = self._beginnings.get(one[:_FAMILY], []) if len(one) >= _FAMILY else []
        found |= {other: _ALIKE for other in family if same_word(one, other)}
        return found

    def _holding(self, one: str) -> list[str]:
        return [other for other in self._known if one in other] if len(one) >= _SHORTEST_PART else []

    def _held_by(self, one: str) -> set[str]:
        cuts = range(len(one) - _SHORTEST_HELD + 1)
        parts = (one[start:end] for start in cuts for end in range(start + _SHORTEST_HELD, len(one) + 1))
        return {part for part in parts if part in self._known} if len(one) <= _LONGEST else set()


def likeness(one: str, words: Iterable[str]) -> float:
    """1 when the word is there, 0.8 for its family, 0.6 for a part of it or a compound with it, else 0."""
    words = tuple(words)
    if one in words:
        return 1.0
    if any(same_word(one, other) for other in words):
        return _ALIKE
    if len(one) >= _SHORTEST_PART and any(one in other for other in words):
        return _PART
    if any(len(other) >= _SHORTEST_HELD and other in one for other in words):
        return _PART
    return 0.0


def telling(words: Sequence[Word]) -> list[Word]:
    """The words that carry a subject."""
    return [word for word in words if not is_common(word)]
