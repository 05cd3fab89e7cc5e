"""What differs between two versions of a section, word by word."""

import re
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from enum import StrEnum

from knowledge.model import Field, SectionVersion
from portal.reading.inline import plain
from portal.reading.outline import heading

_WORDS = re.compile(r"\s+|[^\s]+")
# Two statements sharing less than this are shown as one removed and one added rather than as a patchwork.
_ALIKE = 0.5
REWORDED = "reworded"


class Change(StrEnum):
    """What happened to a stretch of text on the way from the older to the newer version."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text and what happened to it."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class LineChange:
    """One statement's segments; `kind` is kept, added or removed as a whole, else reworded."""

    kind: str
    segments: list[Segment] = field(default_factory=list)
    group: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with its lines; `changed` is False when both versions read the same."""

    heading: str
    changed: bool
    lines: list[LineChange] = field(default_factory=list)


def compare_words(older: str, newer: str) -> list[Segment]:
    """The way from `older` to `newer` in whole words; kept + removed is `older`, kept + added is `newer`."""
    before, after = _WORDS.findall(older), _WORDS.findall(newer)
    segments: list[Segment] = []
    gone, come = "", ""
    for kind, from_start, from_end, to_start, to_end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        old, new = "".join(before[from_start:from_end]), "".join(after[to_start:to_end])
        if kind != "equal":
            gone, come = gone + old, come + new
        elif (gone or come) and not old.strip() and to_end < len(after) and from_end < len(before):
            # A blank between two changes belongs to both: a changed phrase is shown whole, not word by word.
            gone, come = gone + old, come + new
        else:
            segments += [*_changed(gone, come), Segment(Change.KEPT, old)]
            gone, come = "", ""
    return segments + _changed(gone, come)


def _changed(gone: str, come: str) -> list[Segment]:
    found = (Segment(Change.REMOVED, gone), Segment(Change.ADDED, come))
    return [one for one in found if one.text]


def compare_versions(older: SectionVersion, newer: SectionVersion) -> list[FieldChange]:
    """Every field of either version, in the newer one's order, with what changed in it."""
    names = [one.name for one in newer.fields]
    names += [one.name for one in older.fields if one.name not in names]
    return [_compare_field(name, older.field(name), newer.field(name)) for name in names]


def _compare_field(name: str, older: Field | None, newer: Field | None) -> FieldChange:
    before, after = _texts(older), _texts(newer)
    lines: list[LineChange] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, from_start, from_end, to_start, to_end in matcher.get_opcodes():
        gone, come = before[from_start:from_end], after[to_start:to_end]
        if kind == "equal":
            lines += [_line([Segment(Change.KEPT, text)], group) for group, text in come]
        else:
            lines += _reworded(gone, come)
    return FieldChange(heading(name), before != after, _with_group_once(lines))


def _texts(one: Field | None) -> list[tuple[str, str]]:
    return [(s.group or "", plain(s.text)) for s in one.statements] if one else []


def _reworded(gone: list[tuple[str, str]], come: list[tuple[str, str]]) -> list[LineChange]:
    """Pair new statements with the old ones most like them; the rest came or went whole."""
    pairs = _pairs([text for _, text in gone], [text for _, text in come])
    lines = [
        _line(compare_words(gone[pairs[at]][1], text), group)
        if at in pairs
        else _line([Segment(Change.ADDED, text)], group)
        for at, (group, text) in enumerate(come)
    ]
    left = [one for at, one in enumerate(gone) if at not in pairs.values()]
    return lines + [_line([Segment(Change.REMOVED, text)], group) for group, text in left]


def _pairs(gone: list[str], come: list[str]) -> dict[int, int]:
    """Positions in `come` with the position in `gone` each is paired with, the most alike first."""
    likeness = sorted(
        ((_likeness(old, new), at, was) for at, new in enumerate(come) for was, old in enumerate(gone)),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    pairs: dict[int, int] = {}
    for alike, at, was in likeness:
        if alike >= _ALIKE and at not in pairs and was not in pairs.values():
            pairs[at] = was
    return pairs


def _line(segments: list[Segment], group: str) -> LineChange:
    kinds = {one.change for one in segments}
    return LineChange(kinds.pop().value if len(kinds) == 1 else REWORDED, segments, group)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _with_group_once(lines: list[LineChange]) -> list[LineChange]:
    """Keep the group's name only where a new group begins, so that it can stand as a heading."""
    shown: list[LineChange] = []
    previous = ""
    for line in lines:
        shown.append(replace(line, group=line.group if line.group != previous else ""))
        previous = line.group
    return shown
