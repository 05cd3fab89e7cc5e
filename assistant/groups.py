"""Which kind of a device is meant ("med ögonstyrning", "enkel"), by the sub-headings of its section."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from assistant.vocabulary import is_common, keys_of, likeness
from assistant.words import Word, key, split
from knowledge.model import Field, SectionVersion, Statement

# Sub-headings made of these words hold for the device as a whole.
_GENERAL = frozenset(
    key(word)
    for word in ("allmän", "allmänna", "kriterier", "villkor", "uppfyllda", "sida", "sidans", "version")
)
_SMALL = frozenset(("med", "och", "for", "till", "den", "det", "som", "ett", "en", "tum"))
_MISSING_COST = 0.6


def is_general(version: SectionVersion, group: str | None) -> bool:
    """True for statements without sub-heading and for sub-headings that name no kind of the device."""
    if group is None:
        return True
    return not (keys_of(group) - _GENERAL - keys_of(version.title))


def groups_of(version: SectionVersion) -> tuple[str, ...]:
    """The sub-headings that name a kind of the device, in reading order."""
    found = (s.group for _, s in version.statements() if s.group and not is_general(version, s.group))
    return tuple(dict.fromkeys(found))


def named_groups(version: SectionVersion, words: Sequence[Word]) -> frozenset[str]:
    """The kinds that the words single out: by the sub-heading itself, else by what stands under it."""
    groups = groups_of(version)
    asked = _keys(words)
    hits = {group: _hits(group, groups, version, asked) for group in groups}
    full = {group: own for group, (own, found) in hits.items() if own == found}
    if full:
        # "Aktivrullstol lätt" leaves "Aktivrullstol" out when both are spelt out in the question.
        return frozenset(one for one, own in full.items() if not any(own < other for other in full.values()))
    best = max((_score(*found) for found in hits.values()), default=0.0)
    if best > 0:
        return frozenset(group for group, found in hits.items() if _score(*found) == best)
    return _by_content(version, groups, words)


def narrowed(field: Field, version: SectionVersion, groups: frozenset[str]) -> tuple[Statement, ...]:
    """The field's statements for the named kinds first, then those for all kinds; all when none is named."""
    if not groups:
        return field.statements
    own = tuple(s for s in field.statements if s.group in groups)
    return own + tuple(s for s in field.statements if is_general(version, s.group))


def _keys(words: Iterable[Word]) -> frozenset[str]:
    """Keys of the words and of neighbours written as one ("aktiv rullstol" → aktivrullstol)."""
    listed = list(words)
    joined = (key(one.text + other.text) for one, other in pairwise(listed))
    return frozenset(word.key for word in listed if word.plain not in _SMALL) | frozenset(joined)


def _hits(
    group: str, groups: Sequence[str], version: SectionVersion, asked: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The group's own words, and those of them that are asked for."""
    own = _distinct(group, groups, version)
    return own, frozenset(one for one in own if likeness(one, asked) >= 0.8)


def _score(own: frozenset[str], found: frozenset[str]) -> float:
    return len(found) - _MISSING_COST * (len(own) - len(found)) if found else 0.0


def _distinct(group: str, groups: Sequence[str], version: SectionVersion) -> frozenset[str]:
    """The group's words without those of the title and those that every group has."""
    each = [
        frozenset(w.key for w in split(one) if w.plain not in _SMALL and not w.plain.isdigit())
        for one in groups
    ]
    shared = frozenset.intersection(*each) if len(each) > 1 else frozenset()
    mine = each[groups.index(group)]
    return (mine - shared - keys_of(version.title)) or mine


def _by_content(version: SectionVersion, groups: Sequence[str], words: Sequence[Word]) -> frozenset[str]:
    title = keys_of(version.title)
    asked = [w.key for w in words if not is_common(w) and len(w.key) > 4 and likeness(w.key, title) < 0.6]
    for one in asked:
        holding = {
            s.group
            for _, s in version.statements()
            if s.group in groups and likeness(one, keys_of(s.text)) >= 0.8
        }
        if holding and len(holding) < len(groups):
            return frozenset(group for group in holding if group)
    return frozenset()
