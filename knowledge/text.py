"""Swedish text cut down to what can be compared: folded words, stems, ISO codes in any spelling."""

import re
import threading
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import Stemmer

# Marks that people cannot see but that would split or hide a word: soft hyphen, zero width, direction.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])+")
# Texts of these characters alone fold by lower case only; nearly all do, and it is much quicker.
_PLAIN = re.compile("[\\x00-\\x7f\u00c0-\u00ff–—’”“•§]*")
_MOST_GROWTH = 2
_PLAIN_WORD = re.compile("[^\\W_]+")

# Words that carry no subject; they neither make nor break a match between phrases.
STOP_WORDS = frozenset((Path(__file__).parent / "stop_words.txt").read_text(encoding="utf-8").split())

# Snowball keeps these forms of one word apart; the handbook uses them all the time.
_STEM_EXCEPTIONS = {
    "hjälpmedlet": "hjälpmedel",
    "hjälpmedlets": "hjälpmedel",
    "hjälpmedlen": "hjälpmedel",
    "hjälpmedlens": "hjälpmedel",
    "hjälpmedels": "hjälpmedel",
    "kriterium": "kriteri",
    "kriteriet": "kriteri",
    "kriterie": "kriteri",
    "medlet": "medel",
    "skydden": "skydd",
}

# "rollator, rollatorn, rollatorer" and "apparat, apparater": Snowball takes the end of the word for a plural.
_DEVICE = re.compile(r"(.*(?:[ao]tor|apparat|automat))(?:en?|er|erna|n)?s?$")
# "larmet", "täcket": the definite form that Snowball leaves in place.
_DEFINITE = re.compile(r".{4}et$")

# The classes of ISO 9999 that hold products; keeps dates and telephone numbers from looking like codes.
_ISO_CLASSES = frozenset(("04", "05", "06", "09", "12", "15", "18", "22", "24", "27", "28", "30"))
# A code has at least four digits; texts without such a run are told apart quickly.
_FOUR_DIGITS = re.compile(r"\d(?:[ .-]?\d){3}")
_DIGITS = re.compile(r"(\biso[ :-]*(?:9999[ :-]*)?)?(?<!\d)(\d+(?:[ .-]\d+)*)")

_local = threading.local()


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: where it stands (character offsets) and its folded form."""

    start: int
    end: int
    word: str


def fold(text: str) -> str:
    """Lower case, composed letters (å ä ö kept), without invisible marks."""
    if _PLAIN.fullmatch(text):
        return text.lower()
    return composed(_INVISIBLE.sub("", text)).lower()


def composed(text: str) -> str:
    """Composed letters, and signs that stand for several written out (NFKC), unless the text is mostly such.

    One sign may stand for a whole sentence, and a question of 2,000 of them would become one of 36,000.
    """
    whole = unicodedata.normalize("NFKC", text)
    return whole if len(whole) <= _MOST_GROWTH * len(text) else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65536)
def strip_accents(text: str) -> str:
    """Letters without their marks: "gåbord" → "gabord", "kafé" → "kafe"."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


def tokens(text: str) -> list[Token]:
    """Every word and number of `text` with its place; hyphens part words."""
    found = (Token(match.start(), match.end(), fold(match[0])) for match in _WORD.finditer(text))
    return [token for token in found if token.word]


def words(text: str) -> list[str]:
    """The folded words and numbers of `text`, in order."""
    if _PLAIN.fullmatch(text):
        return _PLAIN_WORD.findall(text.lower())
    return [token.word for token in tokens(text)]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The Snowball stem of one folded word, with the handbook's own exceptions."""
    if word in _STEM_EXCEPTIONS:
        return _STEM_EXCEPTIONS[word]
    device = _DEVICE.match(word)
    if device:
        return device[1]
    # A Stemmer may be used by one thread at a time.
    if not hasattr(_local, "stemmer"):
        _local.stemmer = Stemmer.Stemmer("swedish")
    cut = str(_local.stemmer.stemWord(word))
    return cut[:-2] if cut == word and _DEFINITE.search(word) else cut


def iso_codes_in(text: str) -> list[str]:
    """ISO 9999 codes in any spelling ("222109", "22-21-09", "ISO 2221"), as "22 21 09" or "22 21"."""
    return iso_codes_apart(text)[0]


def iso_codes_apart(text: str) -> tuple[list[str], str]:
    """The codes in `text`, and the folded text without them, so that their digits are not read as words."""
    folded = fold(text)
    if not _FOUR_DIGITS.search(folded):
        return [], folded
    found: dict[str, None] = {}

    def take(match: re.Match[str]) -> str:
        codes = _codes_of(match[2], named=bool(match[1]))
        found.update(dict.fromkeys(codes))
        return " " if codes else match[0]

    rest = _DIGITS.sub(take, folded)
    return list(found), rest


def _codes_of(run: str, named: bool) -> list[str]:
    """The codes in digits that stand together; `named` when "ISO" stands before them."""
    groups = re.split("[ .-]", run)
    if all(len(group) == 2 for group in groups):
        # Two pairs alone may be hours or part of a telephone number; only a space makes them a code.
        if len(groups) == 2 and not named and " " not in run:
            return []
        cuts = (
            [groups[:3]] if len(groups) in (2, 3, 4) else [groups[:3], groups[3:]] if len(groups) == 6 else []
        )
    else:
        fit = (4, 6, 8) if named else (6, 8)
        if any(len(group) not in fit for group in groups):
            return []
        cuts = [[group[at : at + 2] for at in range(0, min(len(group), 6), 2)] for group in groups]
    return [" ".join(pairs) for pairs in cuts if pairs[0] in _ISO_CLASSES]
