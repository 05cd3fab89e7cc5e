"""Measures search against questions whose sections are known: hits, ranks and refusal."""

import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.search import LEXICAL_SHARE, Hit, Searcher

#: Share of answerable questions that may be refused when the refusal figures are taken.
FALSE_REFUSALS = 0.03
#: Retriever → share of the lexical leg, and how sure a best hit is (only its order matters).
RETRIEVERS: dict[str, tuple[float, Callable[[Hit], float]]] = {
    "lexical": (1.0, lambda hit: hit.lexical),
    "embedding": (0.0, lambda hit: hit.embedding),
    "hybrid": (LEXICAL_SHARE, lambda hit: hit.lexical * hit.embedding),
}
ALL = "all"


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


@dataclass(frozen=True, slots=True)
class Ranking:
    """How one answerable question fared: `rank` of the first right section (from 1), None when not found."""

    rank: int | None
    ndcg: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over answerable questions; refusal figures over those and the unanswerable (None without)."""

    questions: int
    recall_1: float
    recall_3: float
    recall_10: float
    mrr: float
    ndcg_10: float
    unanswerable: int
    auroc: float | None
    declined: float | None


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


def _ranking(found: Sequence[str], wanted: frozenset[str]) -> Ranking:
    gains = [1 / math.log2(place + 2) if one in wanted else 0.0 for place, one in enumerate(found)]
    ideal = sum(1 / math.log2(place + 2) for place in range(min(len(wanted), 10)))
    rank = next((place + 1 for place, one in enumerate(found) if one in wanted), None)
    return Ranking(rank, sum(gains) / ideal)


def auroc(answerable: Sequence[float], unanswerable: Sequence[float]) -> float | None:
    """How often an answerable question scores above an unanswerable one, ties half; None without both."""
    if not answerable or not unanswerable:
        return None
    wins = sum((yes > no) + 0.5 * (yes == no) for yes in answerable for no in unanswerable)
    return wins / (len(answerable) * len(unanswerable))


def declined_at(answerable: Sequence[float], unanswerable: Sequence[float], refused: float) -> float | None:
    """Share of the unanswerable below the threshold that refuses at most `refused` of the answerable."""
    if not answerable or not unanswerable:
        return None
    threshold = sorted(answerable)[int(refused * len(answerable))]
    return sum(score < threshold for score in unanswerable) / len(unanswerable)


def _figures(rankings: list[Ranking], sure: list[float], unsure: list[float]) -> Figures:
    count = len(rankings)

    def mean(values: Iterable[float]) -> float:
        return sum(values) / count if count else 0.0

    ranks = [ranking.rank or math.inf for ranking in rankings]
    return Figures(
        questions=count,
        recall_1=mean(rank <= 1 for rank in ranks),
        recall_3=mean(rank <= 3 for rank in ranks),
        recall_10=mean(rank <= 10 for rank in ranks),
        mrr=mean(1 / rank for rank in ranks),
        ndcg_10=mean(ranking.ndcg for ranking in rankings),
        unanswerable=len(unsure),
        auroc=auroc(sure, unsure),
        declined=declined_at(sure, unsure, FALSE_REFUSALS),
    )


def evaluate(searcher: Searcher, questions: Sequence[Question], as_of: date) -> dict[str, dict[str, Figures]]:
    """Retriever → kind (and "all") → figures. `as_of` is the day for questions that name none."""
    table: dict[str, dict[str, Figures]] = {}
    for name, (share, certainty) in RETRIEVERS.items():
        rankings: dict[str, list[Ranking]] = {}
        sure: dict[str, list[float]] = {}
        unsure: dict[str, list[float]] = {}
        for question in questions:
            hits = searcher.search(question.text, as_of=question.as_of or as_of, k=10, lexical_share=share)
            score = max((certainty(hit) for hit in hits[:1]), default=0.0)
            for kind in (question.kind, ALL):
                (sure if question.sections else unsure).setdefault(kind, []).append(score)
                if question.sections:
                    found = [hit.version.section_id for hit in hits]
                    rankings.setdefault(kind, []).append(_ranking(found, question.sections))
        # A kind of unanswerable questions alone is set against all the answerable ones.
        table[name] = {
            kind: _figures(rankings.get(kind, []), sure.get(kind, sure.get(ALL, [])), unsure.get(kind, []))
            for kind in sorted(sure.keys() | unsure.keys(), key=lambda kind: (kind == ALL, kind))
        }
    return table
