"""Scope cards: what is somebody else's field, how people ask about it, and whom to turn to."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.model import Handbook
from knowledge.phrases import PhraseIndex
from knowledge.problems import HandbookError, Problem, Report, read_text, shown_path
from knowledge.text import words

DEFAULT_SCOPE = Path(__file__).parent / "scope"
_KEYS = {"id", "title", "words", "text", "contact", "section"}


@dataclass(frozen=True, slots=True)
class ScopeCard:
    """One neighbouring field. `section` is the handbook section that says whose it is, if any."""

    id: str
    title: str
    words: tuple[str, ...]
    text: str
    contact: str | None = None
    section: str | None = None


def _fault(given: Any, sections: frozenset[str] | None) -> str | None:
    if not isinstance(given, dict) or not all(isinstance(key, str) for key in given):
        return "a card must be keys and values"
    if given.keys() != _KEYS:
        return f"a card has the keys {', '.join(sorted(_KEYS))}, all of them and no other"
    for key in ("id", "title", "text"):
        if not isinstance(given[key], str) or not given[key].strip():
            return f"{key} must be text"
    for key in ("contact", "section"):
        if given[key] is not None and not (isinstance(given[key], str) and given[key].strip()):
            return f"{key} must be text or null"
    terms = given["words"]
    if not isinstance(terms, list) or not terms:
        return "words must be a list"
    wrong = [term for term in terms if not isinstance(term, str) or not words(term)]
    if wrong:
        return f'words has "{wrong[0]}", which is not text'
    if sections is not None and given["section"] not in sections | {None}:
        return f'section "{given["section"]}" is no section'
    return None


def _read_file(path: Path, sections: frozenset[str] | None) -> tuple[list[tuple[int, ScopeCard]], Report]:
    report = Report(shown_path(path))
    text = read_text(path, report)
    if text is None:
        return [], report
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        given = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        report.add(mark.line + 1 if mark else 1, f"is not YAML: {getattr(error, 'problem', None) or error}")
        return [], report
    if not isinstance(given, list) or not isinstance(node, yaml.SequenceNode):
        report.add(1, "must be a list of scope cards")
        return [], report
    cards = []
    for one, its_node in zip(given, node.value, strict=True):
        line = its_node.start_mark.line + 1
        fault = _fault(one, sections)
        if fault:
            report.add(line, fault)
        else:
            cards.append((line, ScopeCard(**{**one, "words": tuple(one["words"])})))
    return cards, report


def _read(directory: Path, sections: frozenset[str] | None) -> tuple[list[ScopeCard], list[Problem]]:
    if not directory.is_dir():
        return [], [Problem(shown_path(directory), 1, "is not a directory")]
    cards: dict[str, ScopeCard] = {}
    problems: list[Problem] = []
    for path in sorted(directory.glob("*.yaml")):
        found, report = _read_file(path, sections)
        for line, card in found:
            if card.id in cards:
                report.add(line, f'duplicate card "{card.id}"')
            cards[card.id] = card
        problems += report.problems
    return list(cards.values()), sorted(problems)


def check_scope(directory: Path, sections: frozenset[str]) -> list[Problem]:
    """Every problem of the scope cards at `directory`, sections that are none of `sections` among them."""
    return _read(directory, sections)[1]


def read_scope(directory: Path = DEFAULT_SCOPE, handbook: Handbook | None = None) -> tuple[ScopeCard, ...]:
    """The scope cards. Raises HandbookError when a file is wrong."""
    cards, problems = _read(directory, frozenset(handbook.sections) if handbook else None)
    if problems:
        raise HandbookError(problems)
    return tuple(cards)


@lru_cache(maxsize=8)
def _index(
    cards: tuple[ScopeCard, ...], own: frozenset[str]
) -> tuple[PhraseIndex, dict[str, list[ScopeCard]]]:
    by_word: dict[str, list[ScopeCard]] = {}
    for card in cards:
        for term in card.words:
            by_word.setdefault(term, []).append(card)
    return PhraseIndex(by_word, own), by_word


def match(cards: tuple[ScopeCard, ...], question: str, own: frozenset[str] = frozenset()) -> ScopeCard | None:
    """The card that most of `question` speaks of, counted in letters of the words found; None when none.

    `own` are the field's own words (Lexicon.known_words), which are never taken for misspelt words of a card.
    """
    index, by_word = _index(cards, own)
    letters: dict[str, int] = {}
    by_id: dict[str, ScopeCard] = {}
    for found in index.find(question):
        for card in {card.id: card for phrase in found.phrases for card in by_word[phrase]}.values():
            letters[card.id] = letters.get(card.id, 0) + found.end - found.start
            by_id[card.id] = card
    if not letters:
        return None
    return by_id[max(letters, key=lambda card_id: (letters[card_id], card_id))]
