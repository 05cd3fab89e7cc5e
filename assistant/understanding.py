"""What a question means: the things it names, what it asks about them, for whom and for which day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant import people
from assistant.aspects import Aspect
from assistant.cues import CueFound, read_cues
from assistant.dates import DateSearch, find_date
from assistant.errors import MAX_CHARACTERS, EmptyQuestionError, NotAQuestionError, QuestionTooLongError
from assistant.linking import ARTICLE, NEED_KINDS, Link, Linker
from assistant.narrowing import asked
from assistant.vocabulary import is_common
from assistant.words import Word, clean, split
from knowledge.lexicon import NOWHERE, Lexicon
from knowledge.model import ArticleClass, Handbook
from knowledge.payer import Housing
from knowledge.scope import ScopeCard, match
from knowledge.text import iso_codes_in


@dataclass(frozen=True, slots=True)
class Understanding:
    """Everything that later steps know of the question; nothing known explains the `unexplained` words."""

    text: str
    words: tuple[Word, ...]
    day: date
    dated: DateSearch
    devices: tuple[Link, ...]
    articles: tuple[Link, ...]
    absent: tuple[Link, ...]
    needs: tuple[Link, ...]
    topics: tuple[Link, ...]
    aspects: tuple[Aspect, ...]
    #: Every aspect that a cue hints at, also those that another one overruled.
    hinted: tuple[Aspect, ...]
    cue_positions: frozenset[int]
    professions: tuple[str, ...]
    housing: Housing | None
    habilitation: bool
    card: ScopeCard | None
    unknown_codes: tuple[str, ...]
    unexplained: tuple[Word, ...]

    @property
    def device_ids(self) -> tuple[str, ...]:
        """Section ids of the named devices, in the order of the question."""
        return tuple(dict.fromkeys(link.target for link in self.devices))

    @property
    def free_words(self) -> tuple[Word, ...]:
        """Telling words that are not cues: what may pick a group or a single statement."""
        return tuple(
            word
            for place, word in enumerate(self.words)
            if place not in self.cue_positions and not is_common(word)
        )

    @property
    def kind_words(self) -> tuple[Word, ...]:
        """All words that are not cues, everyday ones included: "lätt" may name a kind of a device."""
        return tuple(word for place, word in enumerate(self.words) if place not in self.cue_positions)

    @property
    def names_something(self) -> bool:
        """True when a device, an article or a device without section is named."""
        return bool(self.devices or self.articles or self.absent or self.unknown_codes)


def checked(question: object) -> str:
    """The question cleaned, or a QuestionError saying what is wrong with it."""
    if not isinstance(question, str):
        raise NotAQuestionError
    if len(question) > MAX_CHARACTERS:
        raise QuestionTooLongError(len(question))
    text = clean(question)
    if not text:
        raise EmptyQuestionError
    return text


class Reader:
    """Reads questions against one handbook, its lexicon and its scope cards."""

    def __init__(self, handbook: Handbook, lexicon: Lexicon, scope: tuple[ScopeCard, ...]) -> None:
        self._handbook = handbook
        self._lexicon = lexicon
        self._linker = Linker(handbook, lexicon)
        self._scope = scope
        self._by_code: dict[str, list[str]] = {}
        for version in handbook.versions():
            for code in version.iso_codes:
                known = self._by_code.setdefault(code, [])
                if version.section_id not in known:
                    known.append(version.section_id)

    def read(self, question: object, as_of: date) -> Understanding:
        """The meaning of `question` asked on `as_of`; raises QuestionError."""
        text = checked(question)
        dated = find_date(text, as_of)
        undated = _blank(text, dated)
        words = split(undated)
        links = self._linker.links(undated, words)
        coded, unknown_codes = self._coded(undated)
        stories = _positions(link for link in links if link.kind in NEED_KINDS)
        known = self._well_spelt(words) | _positions(link for link in links if link.exact)
        cues = tuple(cue for cue in read_cues().find(words, known) if not set(cue.positions) <= stories)
        who = people.professions(words)
        home, home_places = people.housing(words)
        habilitation = people.habilitation(words)
        explained = _positions(links) | home_places | habilitation | _cue_places(cues)
        return Understanding(
            text=text,
            words=words,
            day=dated.found.day if dated.found else as_of,
            dated=dated,
            devices=(*coded, *(link for link in links if self._linker.is_device(link))),
            articles=tuple(link for link in links if link.target.startswith(ARTICLE)),
            absent=tuple(link for link in links if link.target == NOWHERE),
            needs=tuple(link for link in links if link.kind in NEED_KINDS and link.target != NOWHERE),
            topics=tuple(link for link in links if self._linker.is_topic(link)),
            aspects=asked(cues, words, who, home),
            hinted=tuple(dict.fromkeys(cue.asks for cue in cues)),
            cue_positions=_cue_places(cues),
            professions=tuple(dict.fromkeys(who.values())),
            housing=home,
            habilitation=bool(habilitation),
            card=match(self._scope, undated),
            unknown_codes=unknown_codes,
            unexplained=tuple(
                word for place, word in enumerate(words) if place not in explained and not is_common(word)
            ),
        )

    def _well_spelt(self, words: Sequence[Word]) -> frozenset[int]:
        """Positions of words that the handbook itself uses, which therefore are no misspelt cues."""
        used = self._lexicon.vocabulary
        return frozenset(place for place, word in enumerate(words) if word.text.lower() in used)

    def _coded(self, text: str) -> tuple[tuple[Link, ...], tuple[str, ...]]:
        links: list[Link] = []
        unknown: list[str] = []
        for code in iso_codes_in(text):
            targets = self._sections_with(code)
            links += [Link(target, code, code, "device", True, ()) for target in targets]
            if not targets:
                unknown.append(code)
        return tuple(links), tuple(unknown)

    def _sections_with(self, code: str) -> list[str]:
        """Sections with the code itself; for a group code ("22 21") those below it."""
        if len(code.split()) >= 3:
            return self._by_code.get(code, [])
        below = (ids for one, ids in self._by_code.items() if one.startswith(code + " "))
        return list(dict.fromkeys(section for ids in below for section in ids))


def article_class(link: Link) -> ArticleClass:
    """The class that an article link names."""
    return ArticleClass(link.target.removeprefix(ARTICLE))


def _blank(text: str, dated: DateSearch) -> str:
    """The text with the date taken out, every other word at its old place."""
    if dated.found is None:
        return text
    start, end = dated.found.start, dated.found.end
    return text[:start] + " " * (end - start) + text[end:]


def _positions(links: Iterable[Link]) -> frozenset[int]:
    return frozenset(place for link in links for place in link.positions)


def _cue_places(cues: Sequence[CueFound]) -> frozenset[int]:
    return frozenset(place for cue in cues for place in cue.positions)
