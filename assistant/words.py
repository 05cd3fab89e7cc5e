"""A question's words as the assistant compares them: places, plain spelling, stems and typing errors."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from knowledge.text import composed, stem

_WORD = re.compile(r"[^\W_]+(?:[-:’'][^\W_]+)*")
_SHORTEST_DEFINITE = 6
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the question, `start` and `end` its place in the cleaned text; `plain` lacks å, ä and ö."""

    start: int
    end: int
    text: str
    plain: str
    key: str


def clean(question: str) -> str:
    """The question with compatibility forms unified and control, format and mark-up characters taken out."""
    text = composed(question)
    text = "".join(_visible(character) for character in text)
    return re.sub(r"\s+", " ", _TAG.sub(" ", text)).strip()


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category in {"Cc", "Cs", "Co", "Cn"} else character


def plain(text: str) -> str:
    """`text` in lower case without accents, character for character (the length stays)."""
    return "".join(_plain_character(character) for character in text)


@lru_cache(maxsize=4096)
def _plain_character(character: str) -> str:
    lower = character.lower()
    base = unicodedata.normalize("NFKD", lower)[:1]
    return base if len(lower) == 1 and base else character


def unaccented(text: str) -> str:
    """`text` without accents and with its capitals, for patterns ("får" → "far", "\\D" stays)."""
    return "".join(unicodedata.normalize("NFKD", character)[:1] or character for character in text)


def split(text: str) -> tuple[Word, ...]:
    """The words of a cleaned text in order."""
    return tuple(
        Word(match.start(), match.end(), match[0], plain(match[0]), key(match[0]))
        for match in _WORD.finditer(text)
    )


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """What inflected forms of a word share: its stem without accents, "enkel" and "enkla" alike."""
    root = plain(stem(word.lower()))
    # The stemmer leaves some definite forms alone ("skolan" beside "skola").
    if len(root) >= _SHORTEST_DEFINITE and root.endswith("an"):
        root = root[:-2]
    if root.endswith("elt"):
        root = root[:-1]
    if len(root) > 4 and root[-2] == "e" and root[-1] in "lnr":
        return root[:-2] + root[-1]
    return root


def same_word(one: str, other: str) -> bool:
    """True for keys of one word family: equal, or alike for long ("ögonstyrd", "ögonstyrning")."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < 5 or one[:5] != other[:5]:
        return False
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    return shared >= 5 and shared >= 0.75 * shorter and shared >= 0.55 * max(len(one), len(other))


def nearly(one: str, other: str) -> bool:
    """True when one typing error (two in long words) turns one plain word into the other."""
    longest = max(len(one), len(other))
    allowed = 0 if longest < 5 else 1 if longest < 12 else 2
    if abs(len(one) - len(other)) > allowed:
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=allowed) <= allowed
