"""Everyday words for what the handbook is about: read from CSV, checked, and found in questions."""

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from knowledge.links import plain
from knowledge.model import ArticleClass, Handbook
from knowledge.phrases import PhraseIndex
from knowledge.problems import HandbookError, Problem, Report, read_text, shown_path
from knowledge.text import fold, words

DEFAULT_LEXICON = Path(__file__).parent / "lexicon"
COLUMNS = ["word", "kind", "target", "source"]
KINDS = frozenset(
    ("device", "need", "diagnosis", "body", "situation", "brand", "misspelling", "topic", "article")
)
#: Target of a device within the field that the handbook says nothing about.
NOWHERE = "-"
ARTICLE_TARGETS = frozenset(f"ansvar-{one}" for one in ArticleClass)
# A word that names a thing points at few sections; a diagnosis or a need may fit several devices.
_MOST_TARGETS = 3
_MOST_TARGETS_OF_NEED = 6
_NEEDS = frozenset(("need", "diagnosis", "body", "situation"))
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: `word` as people say it and the `target` it means (a section id, ansvar-… or NOWHERE)."""

    word: str
    kind: str
    target: str
    source: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A known word in a question: `text` at start:end; not `exact` when corrected or found in a compound."""

    start: int
    end: int
    text: str
    word: str
    kind: str
    target: str
    exact: bool


@dataclass(frozen=True)
class Lexicon:
    """All entries, and the words of the handbook that open compounds."""

    entries: tuple[Entry, ...] = ()
    vocabulary: frozenset[str] = frozenset()
    content_hash: str = ""

    @cached_property
    def by_word(self) -> dict[str, list[Entry]]:
        """Entries by their word."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[entry.word].append(entry)
        return found

    @cached_property
    def known_words(self) -> frozenset[str]:
        """Every word of the lexicon and the handbook."""
        return self.vocabulary | {word for entry in self.entries for word in words(entry.word)}

    @cached_property
    def index(self) -> PhraseIndex:
        """Finds the words in questions."""
        return PhraseIndex(self.by_word, self.vocabulary)

    @cached_property
    def words_for(self) -> dict[str, tuple[Entry, ...]]:
        """Entries by their target."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[entry.target].append(entry)
        return {target: tuple(entries) for target, entries in found.items()}

    def load(self) -> None:
        """Make the first question as quick as the next."""
        _ = self.index, self.by_word, self.words_for

    def mentions(self, question: str) -> list[Mention]:
        """Known words in `question`, left to right; one Mention per target, spans as offsets into it."""
        mentions: list[Mention] = []
        for found in self.index.find(question):
            text = question[found.start : found.end]
            by_target: dict[str, Mention] = {}
            for entry in (entry for phrase in found.phrases for entry in self.by_word[phrase]):
                exact = found.exact and entry.kind != "misspelling"
                known = by_target.get(entry.target)
                if known is None or (exact and not known.exact):
                    by_target[entry.target] = Mention(
                        found.start, found.end, text, entry.word, entry.kind, entry.target, exact
                    )
            mentions += by_target.values()
        return mentions


def _row_problem(row: list[str], targets: frozenset[str] | None) -> str | None:
    if len(row) != len(COLUMNS):
        return f"has {len(row)} columns instead of {len(COLUMNS)}"
    word, kind, target, source = row
    if not word or word != fold(word).strip() or not words(word):
        return f'word "{word}" must be given in lower case'
    if len(word.split()) > _MOST_WORDS:
        return f'word "{word}" has more than {_MOST_WORDS} words'
    if kind not in KINDS:
        return f'unknown kind "{kind}"'
    if not source:
        return "source is empty"
    if kind == "article" and target not in ARTICLE_TARGETS:
        return f'target "{target}" is no article class'
    if kind != "article" and targets is not None and target not in targets and target != NOWHERE:
        return f'target "{target}" is no section'
    return None


def _read_file(path: Path, targets: frozenset[str] | None) -> tuple[list[tuple[int, Entry]], Report]:
    report = Report(shown_path(path))
    text = read_text(path, report)
    if text is None:
        return [], report
    entries: list[tuple[int, Entry]] = []
    reader = csv.reader(text.removeprefix("\ufeff").splitlines(), strict=True)
    try:
        for row in reader:
            if reader.line_num == 1:
                if row != COLUMNS:
                    report.add(1, f"the header must be {','.join(COLUMNS)}")
                continue
            if not row:
                continue
            problem = _row_problem(row, targets)
            if problem:
                report.add(reader.line_num, problem)
            else:
                entries.append((reader.line_num, Entry(*row)))
    except csv.Error as error:
        report.add(reader.line_num, f"is not CSV: {error}")
    return entries, report


def _read(directory: Path, targets: frozenset[str] | None) -> tuple[list[Entry], list[Problem], str]:
    if not directory.is_dir():
        return [], [Problem(shown_path(directory), 1, "is not a directory")], ""
    problems: list[Problem] = []
    kept: list[Entry] = []
    seen: dict[str, set[str]] = defaultdict(set)
    digest = hashlib.sha256()
    for path in sorted(directory.glob("*.csv")):
        entries, report = _read_file(path, targets)
        for line, entry in entries:
            if entry.target in seen[entry.word]:
                report.add(line, f'"{entry.word}" already points at "{entry.target}"')
                continue
            seen[entry.word].add(entry.target)
            most = _MOST_TARGETS_OF_NEED if entry.kind in _NEEDS else _MOST_TARGETS
            if len(seen[entry.word]) > most:
                report.add(line, f'"{entry.word}" points at more than {most} targets')
            kept.append(entry)
            digest.update("\t".join((entry.word, entry.kind, entry.target)).encode() + b"\n")
        problems += report.problems
    return kept, sorted(problems), digest.hexdigest()


def check_lexicon(directory: Path, sections: frozenset[str]) -> list[Problem]:
    """Every problem of the lexicon at `directory`, targets that are none of `sections` among them."""
    return _read(directory, sections)[1]


def _titles(handbook: Handbook) -> Iterable[Entry]:
    """Section titles as words: a section with ISO codes is a device, one without a topic."""
    for version in handbook.versions():
        kind = "device" if version.iso_codes else "topic"
        yield Entry(fold(version.title).strip(), kind, version.section_id, "title")


def read_lexicon(directory: Path | None = DEFAULT_LEXICON, handbook: Handbook | None = None) -> Lexicon:
    """The lexicon with `handbook`'s titles and vocabulary added; without a directory only these.

    Raises HandbookError if a file is wrong.
    """
    targets = frozenset(handbook.sections) if handbook else None
    entries, problems, content_hash = _read(directory, targets) if directory else ([], [], "")
    if problems:
        raise HandbookError(problems)
    known = {(entry.word, entry.target) for entry in entries}
    vocabulary: set[str] = set()
    if handbook:
        for title in dict.fromkeys(_titles(handbook)):
            if (title.word, title.target) not in known:
                entries.append(title)
        texts = (plain(s.text) for version in handbook.versions() for _, s in version.statements())
        vocabulary = {word for text in texts for word in words(text)}
    return Lexicon(tuple(entries), frozenset(vocabulary), content_hash)
