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
_ALIKE = 0.6
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
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, from_start, from_end, to_start, to_end in matcher.get_opcodes():
        if kind == "equal":
            segments.append(Segment(Change.KEPT, "".join(before[from_start:from_end])))
            continue
        if from_end > from_start:
            segments.append(Segment(Change.REMOVED, "".join(before[from_start:from_end])))
        if to_end > to_start:
            segments.append(Segment(Change.ADDED, "".join(after[to_start:to_end])))
    return segments


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
    """Pair each new statement with the most alike old one still unpaired; the rest came or went whole."""
    left = list(gone)
    lines: list[LineChange] = []
    for group, text in come:
        match = max(left, key=lambda old: _likeness(old[1], text), default=None)
        if match is not None and _likeness(match[1], text) >= _ALIKE:
            left.remove(match)
            lines.append(_line(compare_words(match[1], text), group))
        else:
            lines.append(_line([Segment(Change.ADDED, text)], group))
    return lines + [_line([Segment(Change.REMOVED, text)], group) for group, text in left]


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
