"""From the lexicon's mentions to links: devices, articles, needs and rule topics, without doubtful ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.vocabulary import is_common, keys_of
from assistant.words import Word, nearly, plain, split
from knowledge.lexicon import Lexicon, Mention
from knowledge.model import Handbook

NEED_KINDS = frozenset(("need", "diagnosis", "body", "situation"))
RULE_AREAS = frozenset(("bestammelser", "privathyra"))
ARTICLE = "ansvar-"
# Enough of any question; the longest stories would otherwise take ten times as long to read.
_MOST_COMPOUNDS = 40


@dataclass(frozen=True, slots=True)
class Link:
    """A thing that the question names: a section id (or article class) and the words that name it."""

    target: str
    text: str
    word: str
    kind: str
    exact: bool
    positions: tuple[int, ...]


class Linker:
    """Links the words of questions to the sections of one handbook."""

    def __init__(self, handbook: Handbook, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._areas = {section.id: section.versions[0].area for section in handbook.sections.values()}
        self._names = {section_id: self._names_of(section_id) for section_id in self._areas}

    def links(self, text: str, words: Sequence[Word]) -> list[Link]:
        """What the lexicon finds: the best spelt words of each place, and devices inside longer phrases."""
        mentions = [one for one in self._lexicon.mentions(text) if is_sound(one)]
        links = [self._link(one, words) for one in mentions if _is_best(one, mentions)]
        taken = {place for link in links for place in link.positions if not self._may_hide(link)}
        left = [word for place, word in enumerate(words) if place not in taken and not is_common(word)]
        for word in left[:_MOST_COMPOUNDS]:
            links += self._inside(word, words, links)
        return [self._as_device(link) for link in links]

    def is_device(self, link: Link) -> bool:
        """True for a link to a section about devices that is not merely a need that they meet."""
        area = self._areas.get(link.target)
        return area is not None and area not in RULE_AREAS and link.kind not in NEED_KINDS

    def is_topic(self, link: Link) -> bool:
        """True for a link to a general section."""
        return self._areas.get(link.target) in RULE_AREAS

    def _may_hide(self, link: Link) -> bool:
        """A longer rule phrase may hold a device ("hyra en elrullstol")."""
        return len(link.positions) > 1 and self.is_topic(link)

    def _inside(self, word: Word, words: Sequence[Word], links: Sequence[Link]) -> list[Link]:
        mentions = [one for one in self._lexicon.mentions(word.text) if is_sound(one)]
        found = [self._link(one, words, word.start) for one in mentions if _is_best(one, mentions)]
        known = {(link.target, link.positions) for link in links}
        new = [one for one in found if (one.target, one.positions) not in known]
        return [one for one in new if self.is_device(one) or one.target.startswith(ARTICLE)]

    def _link(self, mention: Mention, words: Sequence[Word], offset: int = 0) -> Link:
        places = tuple(
            place
            for place, word in enumerate(words)
            if word.start < mention.end + offset and mention.start + offset < word.end
        )
        return Link(mention.target, mention.text, mention.word, mention.kind, mention.exact, places)

    def _as_device(self, link: Link) -> Link:
        """A need phrase that spells the device's own name is about the device ("vad kostar tandemcykel")."""
        if link.kind in NEED_KINDS and keys_of(link.text) & self._names.get(link.target, frozenset()):
            return replace(link, kind="device")
        return link

    def _names_of(self, section_id: str) -> frozenset[str]:
        """Keys of the single words that name the section's device."""
        entries = self._lexicon.words_for.get(section_id, ())
        names = [e.word for e in entries if e.kind in {"device", "brand"} and len(e.word.split()) == 1]
        return frozenset(one for name in names for one in keys_of(name))


def is_sound(mention: Mention) -> bool:
    """False when only a stem or a bold correction made the match ("borde" as "bord", "ålder" as "Alber")."""
    spelt = {plain(part) for part in mention.word.split()}
    for word in split(mention.text):
        if word.plain not in spelt and is_common(word):
            return len(split(mention.text)) > 1 and _only_small(mention)
    if mention.exact or mention.text.isascii() or " " in mention.text:
        return True
    # A compound shares its head with the word; a correction must agree on å, ä and ö.
    return mention.word in mention.text.lower() or nearly(mention.text.lower(), mention.word)


def _only_small(mention: Mention) -> bool:
    """True when the common words of the text merely stand between the phrase's own words."""
    telling = {word.key for word in split(mention.text) if not is_common(word)}
    wanted = keys_of(mention.word)
    return bool(telling) and telling >= wanted


def _is_best(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """False for a word that only shares its stem with the text ("tena") when another is spelt so ("tens")."""
    same = [one for one in mentions if (one.start, one.end) == (mention.start, mention.end)]
    spelt = [one for one in same if plain(one.word) == plain(one.text)]
    return mention in spelt if spelt else True
