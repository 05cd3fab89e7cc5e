"""Questions whose sections are known, read from JSON lines, as they stand or with a typing error each."""

import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
_MISTYPED = re.compile("[^\\W\\d_]{4,}")


class QuestionsError(Exception):
    """A questions file cannot be used; says file, line and why."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the sections that answer it; none when the handbook has no answer."""

    id: str
    text: str
    kind: str
    sections: frozenset[str]
    as_of: date | None = None


def read_questions(path: Path, known: Iterable[str]) -> list[Question]:
    """The questions of a JSON lines file. Raises QuestionsError; `known` are the handbook's section ids."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionsError(f"{path}: cannot be read: {error}") from error
    sections = frozenset(known)
    questions = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                questions.append(_question(json.loads(line), sections))
            except (ValueError, TypeError, KeyError, RecursionError) as error:
                reason = f"{error.args[0]} is missing" if isinstance(error, KeyError) else error
                raise QuestionsError(f"{path}:{number}: {reason}") from error
    if not questions:
        raise QuestionsError(f"{path}: holds no questions")
    return questions


def _question(given: object, known: frozenset[str]) -> Question:
    if not isinstance(given, dict):
        raise ValueError("must be a JSON object")
    texts = [given["id"], given["question"], given["kind"]]
    if not all(isinstance(text, str) and text for text in texts):
        raise ValueError("id, question and kind must be text")
    sections = given["sections"]
    if not isinstance(sections, list) or not all(isinstance(one, str) for one in sections):
        raise ValueError("sections must be a list of section ids")
    unknown = sorted(set(sections) - known)
    if unknown:
        raise ValueError(f'unknown section "{unknown[0]}"')
    as_of = given.get("as_of")
    day = date.fromisoformat(as_of) if as_of is not None else None
    # A follow-up is only understandable with the question before it.
    text = f"{given['previous']} {texts[1]}" if given.get("previous") else texts[1]
    return Question(texts[0], text, texts[2], frozenset(sections), day)


def mistyped(question: Question, seed: int) -> Question:
    """`question` with one typing error in one of its words of four letters or more, if it has any.

    A letter is missing, doubled, another one, or has changed places with the next: each as often. The error
    follows from `seed` and the question's id alone.
    """
    chance = random.Random(f"{seed} {question.id}")  # noqa: S311 - figures repeat themselves
    found = list(_MISTYPED.finditer(question.text))
    if not found:
        return question
    match = chance.choice(found)
    word = _slip(match[0], chance)
    return replace(question, text=question.text[: match.start()] + word + question.text[match.end() :])


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + chance.choice(_LETTERS.replace(word[at].lower(), "")) + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
