"""Recognises what is asked from phrases that staff can read and add to in cues.csv.

A phrase is words in order: `kriteri*` takes every word that begins so, `...` up to four words of any kind.
Words are compared without å, ä and ö, and long ones forgive a typing error.
"""

import csv
from collections.abc import Sequence
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


@lru_cache(maxsize=1)
def read_cues(path: Path = CUES_FILE) -> tuple[Cue, ...]:
    """The cues of `path`, longest phrase first; an unknown thing asked raises ValueError."""
    with path.open(encoding="utf-8", newline="") as file:
        cues = [Cue(tuple(plain(row["phrase"]).split()), Aspect(row["asks"])) for row in csv.DictReader(file)]
    return tuple(sorted(cues, key=lambda cue: -len(cue.pattern)))


def find_cues(words: Sequence[Word], cues: Sequence[Cue]) -> tuple[CueFound, ...]:
    """Every cue that the question holds, in order; exact spellings go before near ones."""
    found = [one for cue in cues if (one := _first(cue, words, near=False))]
    taken = {place for one in found for place in one.positions}
    for cue in cues if _may_be_misspelt(words, taken) else ():
        if one := _first(cue, words, near=True, taken=taken):
            found.append(one)
            taken.update(one.positions)
    return tuple(sorted(found, key=lambda one: one.positions[0]))


def _may_be_misspelt(words: Sequence[Word], taken: set[int]) -> bool:
    return any(place not in taken and not is_common(word) for place, word in enumerate(words))


def _first(
    cue: Cue, words: Sequence[Word], *, near: bool, taken: set[int] | frozenset[int] = frozenset()
) -> CueFound | None:
    for start in range(len(words)):
        if start not in taken and (places := _match(cue.pattern, words, start, near)):
            return CueFound(cue.asks, places)
    return None


def _match(pattern: tuple[str, ...], words: Sequence[Word], start: int, near: bool) -> tuple[int, ...]:
    places: list[int] = []
    position, gap = start, 0
    for part in pattern:
        if part == _GAP:
            gap = _LONGEST_GAP
            continue
        last = min(position + gap, len(words) - 1)
        place = next((i for i in range(position, last + 1) if _fits(part, words[i], near)), None)
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
