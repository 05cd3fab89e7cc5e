"""Figures of a retriever: hits and ranks, refusal by score alone, and differences with intervals."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.evaluate.questions import Question

#: Share of answerable questions that may be refused when the refusal figures are taken.
FALSE_REFUSALS = 0.03
ALL = "all"
_RESAMPLES = 10_000
_SEED = 20261121


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one question fared.

    `rank` of the first right section (from 1; None when not among the ten), `ndcg` at 10, and `certainty`:
    how sure the best hit is (only its order matters).
    """

    question: Question
    rank: int | None
    ndcg: float
    certainty: float


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


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean difference per question and the bounds of its 95 % interval (paired bootstrap)."""

    mean: float
    low: float
    high: float


#: What differences are taken of.
MEASURES: dict[str, Callable[[Outcome], float]] = {
    "recall_1": lambda one: float(one.rank == 1),
    "recall_3": lambda one: float(one.rank is not None and one.rank <= 3),
    "mrr": lambda one: 1 / one.rank if one.rank else 0.0,
    "ndcg_10": lambda one: one.ndcg,
}


def outcome(question: Question, found: Sequence[str], certainty: float) -> Outcome:
    """The outcome of a question whose best hits are the sections `found`, best first; only ten count."""
    wanted, found = question.sections, found[:10]
    gains = sum(1 / math.log2(place + 2) for place, one in enumerate(found) if one in wanted)
    ideal = sum(1 / math.log2(place + 2) for place in range(min(len(wanted), 10)))
    rank = next((place + 1 for place, one in enumerate(found) if one in wanted), None)
    return Outcome(question, rank, gains / ideal if wanted else 0.0, certainty)


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


def figures(outcomes: Iterable[Outcome], sure: Sequence[float] = ()) -> Figures:
    """Figures of `outcomes`. `sure`: certainties of answerable questions to use when none is among them."""
    outcomes = list(outcomes)
    answerable = [one for one in outcomes if one.question.sections]
    unsure = [one.certainty for one in outcomes if not one.question.sections]
    sure = [one.certainty for one in answerable] or sure
    ranks = [one.rank or math.inf for one in answerable]

    def mean(values: Iterable[float]) -> float:
        return sum(values) / len(answerable) if answerable else 0.0

    return Figures(
        questions=len(answerable),
        recall_1=mean(rank <= 1 for rank in ranks),
        recall_3=mean(rank <= 3 for rank in ranks),
        recall_10=mean(rank <= 10 for rank in ranks),
        mrr=mean(1 / rank for rank in ranks),
        ndcg_10=mean(one.ndcg for one in answerable),
        unanswerable=len(unsure),
        auroc=auroc(sure, unsure),
        declined=declined_at(sure, unsure, FALSE_REFUSALS),
    )


def by_kind(outcomes: Sequence[Outcome]) -> dict[str, Figures]:
    """Kind of question → figures, and ALL last. A kind without answerable ones is set against all."""
    kinds = sorted({one.question.kind for one in outcomes})
    sure = [one.certainty for one in outcomes if one.question.sections]
    table = {kind: figures((one for one in outcomes if one.question.kind == kind), sure) for kind in kinds}
    return {**table, ALL: figures(outcomes)}


def difference(ours: Sequence[Outcome], theirs: Sequence[Outcome], measure: str) -> Difference | None:
    """How much better `ours` is than `theirs` on the same questions, None without answerable ones. Seeded."""
    value = MEASURES[measure]
    pairs = zip(ours, theirs, strict=True)
    gains = np.array([value(our) - value(their) for our, their in pairs if our.question.sections])
    if not len(gains):
        return None
    chance = np.random.default_rng(_SEED)
    means = gains[chance.integers(0, len(gains), (_RESAMPLES, len(gains)))].mean(axis=1)
    low, high = np.percentile(means, (2.5, 97.5))
    return Difference(float(gains.mean()), float(low), float(high))
