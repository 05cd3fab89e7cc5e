"""What a question means: the things it names, what it asks about them, for whom and for which day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant import people
from assistant.aspects import Aspect
from assistant.cues import CueFound, find_cues, read_cues
from assistant.dates import DateSearch, find_date
from assistant.errors import MAX_CHARACTERS, EmptyQuestionError, NotAQuestionError, QuestionTooLongError
from assistant.narrowing import asked
from assistant.vocabulary import is_common
from assistant.words import Word, clean, plain, split
from knowledge.lexicon import NOWHERE, Lexicon, Mention
from knowledge.model import ArticleClass, Handbook
from knowledge.payer import Housing
from knowledge.scope import ScopeCard, match
from knowledge.text import iso_codes_in

_NEED_KINDS = frozenset(("need", "diagnosis", "body", "situation"))
_ARTICLE = "ansvar-"
RULE_AREAS = frozenset(("bestammelser", "privathyra"))


@dataclass(frozen=True, slots=True)
class Link:
    """A thing that the question names: a section id (or article class) and the words that name it."""

    target: str
    text: str
    word: str
    kind: str
    exact: bool
    positions: tuple[int, ...]


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
        self._scope = scope
        self._areas = {section.id: section.versions[0].area for section in handbook.sections.values()}
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
        links = self._links(undated, words)
        coded, unknown_codes = self._coded(undated)
        things = _positions(link for link in links if link.kind not in {"topic"} and link.target != NOWHERE)
        cues = tuple(cue for cue in find_cues(words, read_cues()) if not set(cue.positions) <= things)
        who = people.professions(words)
        home, home_places = people.housing(words)
        habilitation = people.habilitation(words)
        explained = _positions(links) | home_places | habilitation | _cue_places(cues)
        return Understanding(
            text=text,
            words=words,
            day=dated.found.day if dated.found else as_of,
            dated=dated,
            devices=(*coded, *(link for link in links if self._is_device(link))),
            articles=tuple(link for link in links if link.target.startswith(_ARTICLE)),
            absent=tuple(link for link in links if link.target == NOWHERE),
            needs=tuple(link for link in links if link.kind in _NEED_KINDS and link.target != NOWHERE),
            topics=tuple(link for link in links if self._is_topic(link)),
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

    def _links(self, text: str, words: Sequence[Word]) -> list[Link]:
        """What the lexicon finds: the best spelt words of each place, and devices inside rule phrases."""
        mentions = self._lexicon.mentions(text)
        links = [self._link(mention, words) for mention in mentions if _is_best(mention, mentions)]
        for link in [one for one in links if len(one.positions) > 1 and self._is_topic(one)]:
            for place in link.positions:
                word = words[place]
                inner = [self._link(one, words, word.start) for one in self._lexicon.mentions(word.text)]
                links += [one for one in inner if self._is_device(one) or one.target.startswith(_ARTICLE)]
        return links

    def _link(self, mention: Mention, words: Sequence[Word], offset: int = 0) -> Link:
        places = tuple(
            place
            for place, word in enumerate(words)
            if word.start < mention.end + offset and mention.start + offset < word.end
        )
        return Link(mention.target, mention.text, mention.word, mention.kind, mention.exact, places)

    def _is_device(self, link: Link) -> bool:
        known = self._areas.get(link.target)
        return known is not None and known not in RULE_AREAS and link.kind not in _NEED_KINDS

    def _is_topic(self, link: Link) -> bool:
        return self._areas.get(link.target) in RULE_AREAS

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


def _is_best(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """False for a word that only shares its stem with the text ("tena") when another is spelt so ("tens")."""
    same = [one for one in mentions if (one.start, one.end) == (mention.start, mention.end)]
    spelt = [one for one in same if plain(one.word) == plain(one.text)]
    return mention in spelt if spelt else True


def article_class(link: Link) -> ArticleClass:
    """The class that an article link names."""
    return ArticleClass(link.target.removeprefix(_ARTICLE))


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
