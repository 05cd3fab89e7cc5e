"""Recognises what is asked from phrases that staff can read and add to in cues.csv.

A phrase is words in order: `kriteri*` takes every word that begins so, `...` up to four words of any kind.
Words are compared without å, ä and ö, and long ones forgive a typing error.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.aspects import Aspect
from assistant.vocabulary import is_common
from assistant.words import Word, nearly, plain

CUES_FILE = Path(__file__).with_name("cues.csv")
_GAP = "..."
_LONGEST_GAP = 4
_SHORTEST_NEAR = 6


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase as plain word patterns, and what it asks."""

    pattern: tuple[str, ...]
    asks: Aspect


@dataclass(frozen=True, slots=True)
class CueFound:
    """A cue and the positions of the words that it took."""

    asks: Aspect
    positions: tuple[int, ...]


class Cues:
    """All cues, found by the beginning of their first word."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._by_letters: dict[str, list[Cue]] = {}
        self._by_letter: dict[str, list[Cue]] = {}
        # Longest first, so that "vem betalar" is met before "betalar" would be.
        for cue in sorted(cues, key=lambda one: -len(one.pattern)):
            first = cue.pattern[0]
            self._by_letters.setdefault(first[:2], []).append(cue)
            self._by_letter.setdefault(first[:1], []).append(cue)

    def find(self, words: Sequence[Word], known: frozenset[int] = frozenset()) -> tuple[CueFound, ...]:
        """Every cue of the question in order; near spellings only of words that are not `known` otherwise."""
        found = _at_first_place(words, self._by_letters, 2, frozenset())
        taken = {place for one in found for place in one.positions}
        doubtful = frozenset(
            place
            for place, word in enumerate(words)
            if place not in taken and place not in known and not is_common(word)
        )
        if doubtful:
            near = _at_first_place(words, self._by_letter, 1, doubtful)
            found += [one for one in near if doubtful & set(one.positions)]
        return tuple(sorted(found, key=lambda one: one.positions[0]))


def _at_first_place(
    words: Sequence[Word], buckets: dict[str, list[Cue]], letters: int, doubtful: frozenset[int]
) -> list[CueFound]:
    """Each cue at the first place where it stands; `doubtful` words may be misspelt."""
    found: dict[Cue, CueFound] = {}
    for start, word in enumerate(words):
        for cue in buckets.get(word.plain[:letters], ()):
            if cue not in found and (places := _match(cue.pattern, words, start, doubtful)):
                found[cue] = CueFound(cue.asks, places)
    return list(found.values())


@lru_cache(maxsize=1)
def read_cues(path: Path = CUES_FILE) -> Cues:
    """The cues of `path`; an unknown thing asked raises ValueError."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return Cues(Cue(tuple(plain(row["phrase"]).split()), Aspect(row["asks"])) for row in rows)


def _match(
    pattern: tuple[str, ...], words: Sequence[Word], start: int, doubtful: frozenset[int]
) -> tuple[int, ...]:
    places: list[int] = []
    position, gap = start, 0
    for part in pattern:
        if part == _GAP:
            gap = _LONGEST_GAP
            continue
        last = min(position + gap, len(words) - 1)
        place = next((i for i in range(position, last + 1) if _fits(part, words[i], i in doubtful)), None)
        if place is None:
            return ()
        places.append(place)
        position, gap = place + 1, 0
    return tuple(places)


def _fits(part: str, word: Word, near: bool) -> bool:
    stem = part.removesuffix("*")
    if word.plain == stem or (part.endswith("*") and word.plain.startswith(stem)):
        return True
    if not near or len(stem) < _SHORTEST_NEAR or stem[0] != word.plain[0] or is_common(word):
        return False
    if not part.endswith("*"):
        return nearly(stem, word.plain)
    return any(nearly(stem, word.plain[:length]) for length in (len(stem) - 1, len(stem), len(stem) + 1))
