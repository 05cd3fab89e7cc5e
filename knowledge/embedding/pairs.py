"""Training pairs from the handbook and the lexicon alone: what a person might type, and its section."""

import csv
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from knowledge.lexicon import Lexicon
from knowledge.links import plain
from knowledge.model import Handbook, Section
from knowledge.text import strip_accents, words

_TEMPLATES = Path(__file__).with_name("templates.csv")
_KINDS = {
    "device": "thing",
    "brand": "thing",
    "misspelling": "thing",
    "topic": "topic",
    "need": "need",
    "situation": "need",
    "diagnosis": "need",
    "body": "need",
}
_NAMES = frozenset(("device", "brand"))
_NOISE = 0.3
#: In how many sentence frames a title stands.
_FRAMES = 12
#: How often a known word also stands in a story.
_STORIES = 0.5
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


@cache
def templates() -> dict[str, tuple[str, ...]]:
    """Sentence frames by kind of word, from templates.csv."""
    found: dict[str, list[str]] = {}
    with _TEMPLATES.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["kind"], []).append(row["template"])
    return {kind: tuple(frames) for kind, frames in found.items()}


def noisy(text: str, chance: random.Random) -> str:
    """`text` as it may be typed: a slip, no å ä ö, a compound split or two words joined."""
    kind = chance.randrange(5)
    if kind == 0:
        return strip_accents(text)
    if kind == 1 and " " in text:
        at = chance.choice([position for position, letter in enumerate(text) if letter == " "])
        return text[:at] + text[at + 1 :]
    position = chance.randrange(len(text))
    if kind == 2:
        return f"{text[:position]} {text[position:]}"
    if kind == 3:
        return text[:position] + text[position + 1 :]
    return text[:position] + chance.choice(_LETTERS) + text[position + 1 :]


def _named(section: Section, lexicon: Lexicon, chance: random.Random) -> Iterator[str]:
    """The section by its title and its everyday words, each in one sentence frame."""
    frames = templates()
    for version in section.versions:
        kind = "thing" if version.iso_codes else "topic"
        for frame in chance.sample(frames[kind], _FRAMES):
            yield frame.format(word=version.title.lower())
        for code in version.iso_codes:
            for spelling in (code, code.replace(" ", ""), code.replace(" ", "-")):
                yield chance.choice(frames["iso"]).format(word=spelling)
    entries = lexicon.words_for.get(section.id, ())
    things = [entry.word for entry in entries if entry.kind in _NAMES]
    for entry in entries:
        yield entry.word
        said = chance.choice(frames[_KINDS.get(entry.kind, "topic")]).format(word=entry.word)
        yield said
        if chance.random() < _STORIES:
            yield _told(said, chance.choice(things) if things else "", chance)


def _told(said: str, thing: str, chance: random.Random) -> str:
    """`said` as part of a story: a greeting or what is going on, the thing, a plea."""
    frames = templates()
    parts = [said, thing] if chance.random() < 0.5 else [said]
    chance.shuffle(parts)
    if chance.random() < 0.7:
        parts.insert(0, chance.choice(frames["lead"]))
    if chance.random() < 0.5:
        parts.append(chance.choice(frames["tail"]))
    return " ".join(parts).strip()


def _quoted(section: Section, chance: random.Random) -> Iterator[str]:
    """A stretch of each statement, as somebody might half remember it."""
    for version in section.versions:
        for field, statement in version.statements():
            read = words(plain(statement.text))
            length = min(len(read), chance.randint(4, 10))
            start = chance.randint(0, len(read) - length)
            stretch = " ".join(read[start : start + length])
            lead = chance.choice(
                ("", f"{field.name} ", f"{version.title.lower()} ", f"{statement.group or ''} ")
            )
            yield f"{lead}{stretch}".strip()


def pairs(handbook: Handbook, lexicon: Lexicon, most: int, seed: int) -> list[tuple[str, str]]:
    """(text, section id) in random order, at most `most` per section; the same for the same seed."""
    # Not for secrets: training must be repeatable.
    chance = random.Random(seed)  # noqa: S311
    found: list[tuple[str, str]] = []
    for section_id in sorted(handbook.sections):
        section = handbook.sections[section_id]
        texts = [*_named(section, lexicon, chance), *_quoted(section, chance)]
        chance.shuffle(texts)
        for text in texts[:most]:
            found.append((noisy(text, chance) if chance.random() < _NOISE else text, section_id))
    chance.shuffle(found)
    return found
