""" "Menade du …": a question with its misspelt words put right, offered only when that is likely."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.compounds import Vocabulary
from knowledge.lexicon import Lexicon
from knowledge.text import STOP_WORDS, Token, stem, strip_accents, tokens

# Words that the handbook may lack but everybody spells rightly.
_COMMON = frozenset((Path(__file__).parent / "common_words.txt").read_text(encoding="utf-8").split())
_SHORTEST = 5
# A word that is offered names something here, or is at least this long: short ones are near too many others.
_TELLING = 7
# Endings that make another form of a known word, not a slip in it.
_ENDINGS = frozenset(
    ("en", "et", "an", "na", "da", "ar", "er", "or", "t", "de", "s", "d", "a", "e", "n", "are")
)
# From this length on two slips in one word are believed.
_LONG = 8
_MARGIN = 0.25
_CANDIDATES = 8
_ROWS = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")
_NEIGHBOURS = frozenset(
    pair for row in _ROWS for one, other in pairwise(row) for pair in (one + other, other + one)
)


@dataclass(frozen=True, slots=True)
class _Guess:
    word: str
    cost: float


class Speller:
    """Puts words right with those of one handbook and its lexicon. Safe to use from several threads."""

    def __init__(self, lexicon: Lexicon, texts: Iterable[str]) -> None:
        """`texts` are the handbook's words as they occur: the commoner one is, the likelier it is meant."""
        entries = [entry for entry in lexicon.entries if entry.kind != "misspelling"]
        self._wrong = {entry.word for entry in lexicon.entries if entry.kind == "misspelling"}
        self._names = {entry.word for entry in entries if " " not in entry.word}
        said = (token.word for entry in entries for token in tokens(entry.word))
        self._often = Counter(said) + Counter(texts)
        self._known = Vocabulary(self._often)
        self._by_first: dict[str, list[str]] = defaultdict(list)
        self._bare: dict[str, list[str]] = {}
        for word in self._often:
            telling = len(word) >= _TELLING or (len(word) >= _SHORTEST and word in self._names)
            if telling and word.isalpha() and word not in self._wrong:
                self._by_first[strip_accents(word)[0]].append(word)
        self._bare = {first: [strip_accents(one) for one in some] for first, some in self._by_first.items()}

    def suggest(self, query: str) -> str | None:
        """`query` with its misspelt words put right; None when nothing is surely wrong."""
        read = tokens(query)
        changed: list[tuple[int, int, str]] = []
        skip = False
        for number, token in enumerate(read):
            if skip:
                skip = False
                continue
            after = read[number + 1] if number + 1 < len(read) else None
            joined = self._joined(query, token, after)
            right = joined or self._right(token.word)
            if right:
                end = after.end if joined and after else token.end
                changed.append((token.start, end, _like(query[token.start], right)))
                skip = bool(joined)
        for start, end, right in reversed(changed):
            query = query[:start] + right + query[end:]
        return query if changed else None

    def _is_known(self, word: str) -> bool:
        if word in self._wrong:
            return False
        return word in STOP_WORDS or word in _COMMON or word in self._known or bool(self._known.split(word))

    def _joined(self, query: str, token: Token, after: Token | None) -> str | None:
        """One word that was typed as two, the first of which is no word by itself."""
        if after is None or query[token.end : after.start] != " " or self._is_known(token.word):
            return None
        whole = token.word + after.word
        return whole if len(whole) >= _LONG and whole in self._often and whole not in self._wrong else None

    def _right(self, word: str) -> str | None:
        if len(word) < _SHORTEST or not word.isalpha() or self._is_known(word):
            return None
        guesses = [one for one in self._guesses(word) if not _is_form_of(word, one.word)]
        allowed = 1.8 if len(word) >= _LONG or word in self._wrong else 0.9
        if not guesses or guesses[0].cost > allowed:
            return None
        best, *others = guesses
        rival = next((one for one in others if stem(one.word) != stem(best.word)), None)
        return best.word if rival is None or rival.cost - best.cost >= _MARGIN else None

    def _guesses(self, word: str) -> list[_Guess]:
        """Known words near `word`, the likeliest first."""
        bare = strip_accents(word)
        words, forms = self._by_first.get(bare[0], []), self._bare.get(bare[0], [])
        near = process.extract(bare, forms, scorer=OSA.distance, score_cutoff=2, limit=_CANDIDATES)
        found = [_Guess(words[number], self._cost(word, words[number], slips)) for _, slips, number in near]
        return sorted(found, key=lambda one: (one.cost, one.word))

    def _cost(self, typed: str, meant: str, slips: float) -> float:
        """Slips, less for those that hands and ears make, and for words that are common here."""
        bare, aim = strip_accents(typed), strip_accents(meant)
        cost = float(slips)
        if bare == aim:
            cost = 0.2
        elif _undoubled(bare) == _undoubled(aim):
            cost = 0.4
        elif len(bare) != len(aim) or sorted(bare) == sorted(aim):
            cost -= 0.2
        else:
            differing = [one + other for one, other in zip(typed, meant, strict=True) if one != other]
            cost -= 0.3 * sum(pair in _NEIGHBOURS for pair in differing)
        return cost - 0.1 * math.log10(1 + self._often[meant])


def _is_form_of(word: str, known: str) -> bool:
    """Whether `word` is `known` with another ending ("timtaxan", "timtaxa"), or without its own."""
    same = next((at for at, pair in enumerate(zip(word, known, strict=False)) if pair[0] != pair[1]), None)
    same = min(len(word), len(known)) if same is None else same
    shorter = same == len(word) and known[same:] in _ENDINGS
    return word == known or shorter or (same >= len(known) - 1 and word[same:] in _ENDINGS)


def _undoubled(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def _like(first: str, right: str) -> str:
    """`right` with a capital where one stood."""
    return right.capitalize() if first.isupper() else right
