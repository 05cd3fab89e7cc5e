"""What every composing step needs at hand: the handbook on the day, the question, and rankings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.citing import Piece
from assistant.understanding import Understanding
from assistant.vocabulary import Vocabulary
from knowledge.library import Library
from knowledge.model import Field, SectionVersion, Statement
from knowledge.search import Hit


@dataclass(frozen=True, slots=True)
class Context:
    """One question against one library; versions are always those valid on the question's day."""

    library: Library
    vocabulary: Vocabulary
    question: Understanding
    #: Section id → keys of all that is said of it, lexicon included.
    everyday: dict[str, frozenset[str]]
    #: Statement text → devices it names; filled as statements are met, shared between questions.
    named: dict[str, frozenset[str]]
    #: What the search finds for the question on its day, best first.
    hits: tuple[Hit, ...]

    def version(self, section_id: str) -> SectionVersion | None:
        """The section's version valid on the question's day."""
        section = self.library.handbook.section(section_id)
        return section.version_on(self.question.day) if section else None

    def versions(self, section_ids: Iterable[str]) -> Iterator[SectionVersion]:
        """The versions valid on the day of those sections that have one."""
        for section_id in section_ids:
            if version := self.version(section_id):
                yield version

    def coverage(self, section_id: str) -> float:
        """The share of the question's telling words, by weight, that are said of the section (0–1)."""
        keys = {word.key for word in self.question.free_words}
        wanted = sum(self.vocabulary.weight(one) for one in keys)
        said = self.everyday.get(section_id, frozenset())
        held = sum(self.vocabulary.weight(one) for one in keys if one in said)
        return held / wanted if wanted else 0.0

    def ranked(
        self, version: SectionVersion, candidates: Iterable[tuple[Field, Statement]], keys: Iterable[str]
    ) -> list[tuple[float, Piece]]:
        """Candidates with how much of `keys` they say, best first; equal ones keep reading order."""
        wanted = tuple(dict.fromkeys(keys))
        scored = [
            (self.vocabulary.overlap(statement.text, wanted), Piece(version, field, statement))
            for field, statement in candidates
        ]
        return sorted(scored, key=lambda one: -one[0])


@dataclass(frozen=True, slots=True)
class Draft:
    """A part of an answer under way: pieces, and what the portal itself has to add."""

    pieces: tuple[Piece, ...] = ()
    notes: tuple[str, ...] = ()
    #: Asked for and not found, per section title.
    missing: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.pieces)

    def __add__(self, other: "Draft") -> "Draft":
        return Draft(
            self.pieces + other.pieces,
            self.notes + other.notes,
            self.missing + other.missing,
            self.nearest + other.nearest,
            self.focus + other.focus,
        )
