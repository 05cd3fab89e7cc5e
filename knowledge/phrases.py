"""Finds known words and phrases in a question, however they are inflected, joined, split or mistyped."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from knowledge.compounds import Vocabulary
from knowledge.fields import FIELDS
from knowledge.text import STOP_WORDS, Token, stem, strip_accents, tokens, words

_LONGEST = 8
_SHORTEST_CORRECTED = 5
# No known word is as long; trying every spelling of a longer one would take time and find nothing.
_LONGEST_CORRECTED = 40
# So many words in a row may be one that was written apart.
_MOST_PARTS = 3
# A stem shorter than this is near too many words ("sverig" is not "sov").
_SHORTEST_STEM_CORRECTED = 6
# Headings of sections are asked for as they are: "dubbelförskrivning" is no kind of "förskrivning".
_WHOLE = frozenset(stem(name) for name in FIELDS if " " not in name)


@dataclass(frozen=True, slots=True)
class Found:
    """A known phrase in a text: its place, the phrases it may be, and whether it stood there unaltered."""

    start: int
    end: int
    phrases: tuple[str, ...]
    exact: bool


def _around(read: list[Token], number: int) -> set[str]:
    """The words up to two places before and after the one at `number`."""
    return {token.word for token in read[max(0, number - 2) : number + 3]}


def _deletions(word: str) -> Iterator[str]:
    yield word
    for position in range(len(word)):
        yield word[:position] + word[position + 1 :]


def _undoubled(word: str) -> str:
    """Without doubled letters and accents: a letter too few or too many of them is the commonest slip."""
    return re.sub(r"(.)\1", r"\1", strip_accents(word))


def _by_length(phrases: set[str]) -> tuple[str, ...]:
    """The barest phrase first: "permobil" before "få permobil"."""
    return tuple(sorted(phrases, key=lambda phrase: (len(phrase), phrase)))


def _content(sequence: list[str]) -> list[str]:
    """Without words that carry no subject, unless nothing else is there."""
    return [word for word in sequence if word not in STOP_WORDS] or sequence


class PhraseIndex:
    """Known phrases by their stems, by their joined spelling and by their near misspellings."""

    def __init__(self, phrases: Iterable[str], vocabulary: Iterable[str] = ()) -> None:
        """`phrases` are to be found; `vocabulary` are further words that are spelt rightly."""
        self._by_stems: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._unaccented: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._joined: dict[str, set[str]] = defaultdict(set)
        # Phrases that all but one word would leave ("god man"): the words beside it that must be there too.
        self._beside: dict[str, frozenset[str]] = {}
        own: set[str] = set()
        for phrase in phrases:
            parts = words(phrase)
            content = _content(parts)
            key = tuple(stem(part) for part in content)
            self._by_stems[key].add(phrase)
            self._unaccented[tuple(strip_accents(one) for one in key)].add(phrase)
            if len(parts) > 1 and len(content) == 1:
                self._beside[phrase] = frozenset(parts) - frozenset(content)
            if len(parts) > 1:
                self._joined[stem("".join(parts))].add(phrase)
            own.update(content)
        self.vocabulary = Vocabulary(own | {word for word in vocabulary if word})
        self._near = _near_spellings(own)
        # A question asks for the same word again and again; bounded, since it may be anything.
        self.corrected = lru_cache(maxsize=8192)(self._corrected)
        self._reach = _reach([*self._by_stems, *self._unaccented])

    def find(self, text: str) -> list[Found]:
        """The longest known phrases in `text`, left to right, none overlapping another."""
        read = tokens(text)
        kept = [number for number, token in enumerate(read) if token.word not in STOP_WORDS]
        content = [read[number] for number in kept] or read
        beside = [_around(read, number) for number in kept or range(len(read))]
        plain = not any(letter in "åäö" for token in read for letter in token.word)
        found: list[Found] = []
        position = 0
        while position < len(content):
            hit, length = self._at(content, position, plain, beside[position])
            if hit is not None:
                found.append(hit)
            position += length
        return found

    def _at(
        self, content: list[Token], position: int, plain: bool, beside: set[str]
    ) -> tuple[Found | None, int]:
        """The longest phrase that starts at `position` among `beside`, and how many words to step on."""
        longest = self._longest_from(content[position].word)
        for length in range(min(longest, len(content) - position), 0, -1):
            span = content[position : position + length]
            phrases, exact = self._lookup([token.word for token in span], plain)
            if length == 1:
                phrases = self._whole(phrases, beside)
            if phrases:
                return Found(span[0].start, span[-1].end, _by_length(phrases), exact), length
        one = content[position]
        phrases = self._whole(self._in_compound(one.word), set())
        if phrases:
            return Found(one.start, one.end, _by_length(phrases), False), 1
        return None, 1

    def _longest_from(self, word: str) -> int:
        """How many words the longest phrase may have that `word`, as it stands or corrected, can begin."""
        begun = stem(word)
        forms = (begun, strip_accents(begun), stem(self.corrected(word)))
        return max(_MOST_PARTS, *(self._reach.get(form, 0) for form in forms))

    def _whole(self, phrases: set[str], beside: set[str]) -> set[str]:
        """Without those whose other words are not among `beside`: one general verb alone means nothing."""
        return {one for one in phrases if self._beside.get(one, frozenset()) <= beside}

    def _lookup(self, span: list[str], plain: bool) -> tuple[set[str], bool]:
        key = tuple(stem(word) for word in span)
        if key in self._by_stems:
            return self._by_stems[key], True
        if len(span) <= _MOST_PARTS:
            joined = stem("".join(span))
            if joined in self._joined:
                return self._joined[joined], True
            if len(span) > 1 and (joined,) in self._by_stems and len(joined) > _SHORTEST_CORRECTED:
                return self._by_stems[(joined,)], False
        if plain:
            bare = tuple(strip_accents(one) for one in key)
            if bare in self._unaccented:
                return self._unaccented[bare], False
        corrected = tuple(stem(self.corrected(word)) for word in span)
        if corrected != key and corrected in self._by_stems:
            return self._by_stems[corrected], False
        return set(), False

    def _corrected(self, word: str) -> str:
        """`word`, or the one known word a single slip away from it when `word` itself is unknown."""
        if not _SHORTEST_CORRECTED <= len(word) <= _LONGEST_CORRECTED:
            return word
        if word in self.vocabulary or self.vocabulary.split(word):
            return word
        for form in dict.fromkeys((word, stem(word))):
            if form != word and len(form) < _SHORTEST_STEM_CORRECTED:
                continue
            bare = strip_accents(form)
            near = {right for less in _deletions(bare) for right in self._near.get(less, ())}
            fitting = [
                right
                for right in near
                if strip_accents(right)[0] == bare[0] and OSA.distance(strip_accents(right), bare) <= 1
            ]
            if fitting:
                return min(fitting, key=lambda right: (_undoubled(right) != _undoubled(form), right))
        return word

    def _in_compound(self, word: str) -> set[str]:
        """The known head of a compound, else its known modifier ("rollatorhyra" is about rollators)."""
        parts = self.vocabulary.split(word)
        if parts is None or stem(word) in _WHOLE:
            return set()
        modifier, head = parts
        for part in (head, modifier, modifier.removesuffix("s")):
            phrases = self._by_stems.get((stem(part),))
            if phrases:
                return phrases
        return set()


def _reach(keys: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """The number of words of the longest phrase, at most `_LONGEST`, by its first stem."""
    reach: dict[str, int] = defaultdict(int)
    for key in keys:
        reach[key[0]] = max(reach[key[0]], min(len(key), _LONGEST))
    return reach


def _near_spellings(own: set[str]) -> dict[str, set[str]]:
    """Every known word and stem by each spelling of it that lacks one letter."""
    near: dict[str, set[str]] = defaultdict(set)
    for word in own:
        for form in {word, stem(word)}:
            if len(form) >= _SHORTEST_CORRECTED:
                for less in _deletions(strip_accents(form)):
                    near[less].add(form)
    return near
