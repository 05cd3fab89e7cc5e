"""Fits the weights of the decision on questions whose answers are known, and says how well that generalises.

The likelihood of a question is the probability of its right sections together, or of "nothing" when none is
right; an L2 penalty keeps the weights small. It has one optimum up to questions with several right sections,
starts from zero and draws nothing at random but the folds, which are seeded: two runs give the same file.
"""

import csv
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.ask import Assistant
from assistant.compose import understood
from assistant.deciding import goes_on, lacks_what_is_asked
from assistant.decision import DECISION_FILE, Decision, Features, Weights, candidates, chosen, shares
from assistant.gold import GoldQuestion
from assistant.scope_rule import winning_card
from assistant.support import says_nothing

#: Penalties of the two fits: how little the weights may grow.
_CHOICE, _BELIEF = 0.5, 0.5
#: Features that may only speak against, all others only for: with few questions a sign by chance is likely.
AGAINST = frozenset(("apart", "foreign", "gap", "lacked", "nowhere", "silent", "unsaid"))
_TINY = 1e-12
_STEPS = 400
_SEED = 1
FOLDS = 10

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Example:
    """A question with its candidates' features."""

    question: GoldQuestion
    features: Mapping[str, Features]
    #: A scope card answers, so that the decision is not asked; it is fitted on these as well, since people
    #: ask about more neighbours than there are cards.
    carded: bool = False


def examples(assistant: Assistant, questions: Sequence[GoldQuestion], today: date) -> list[Example]:
    """The questions with what the decision would go by, those with a scope card included."""
    found: list[Example] = []
    for one in questions:
        day = one.as_of or today
        focus = assistant.ask(one.previous, as_of=day).focus if one.previous else ()
        ctx, before = assistant.read(one.text, as_of=day, focus=focus)
        draft = understood(ctx, before.subjects)
        settled = lacks_what_is_asked(ctx, draft) or goes_on(ctx, draft, before.subjects)
        if not settled and not says_nothing(ctx.question):
            features = candidates(ctx, draft, before.subjects)
            found.append(Example(one, features, winning_card(ctx) is not None))
    return found


def fit(known: Sequence[Example]) -> Weights:
    """The weights with the highest penalised likelihood, for choosing and then for believing."""
    section = _fitted(_choice_loss, [one for one in known if _right(one).any()], _CHOICE)
    best = []
    for one in known:
        first = shares(one.features, section)[0][0]
        best.append(replace(one, features={first: one.features[first]}))
    return Weights(section, _fitted(_belief_loss, best, _BELIEF))


_Loss = Callable[[Floats, Floats, Bools, bool], tuple[float, Floats]]


def _fitted(part: _Loss, known: Sequence[Example], penalty: float) -> dict[str, float]:
    from scipy.optimize import minimize

    names = sorted({name for one in known for row in one.features.values() for name in row})
    data = [(_matrix(one, names), _right(one), one.question.answerable) for one in known]

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = penalty * float(weights @ weights), 2 * penalty * weights
        for matrix, right, answerable in data:
            own, its_slope = part(weights, matrix, right, answerable)
            total, slope = total + own, slope + its_slope
        return total, slope

    bounds = [_bounds(name) for name in names]
    done = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": _STEPS}
    )
    return {name: round(float(value), 3) or 0.0 for name, value in zip(names, done.x, strict=True)}


def _bounds(name: str) -> tuple[float | None, float | None]:
    """The least and the greatest weight that a feature may have."""
    if name == "any":
        return None, None
    return (None, 0.0) if name in AGAINST else (0.0, None)


def _choice_loss(weights: Floats, matrix: Floats, right: Bools, answerable: bool) -> tuple[float, Floats]:
    """Of a softmax over the candidates: minus the log of what the right ones get together."""
    utility = matrix @ weights
    odds = np.exp(utility - utility.max())
    share = odds / odds.sum()
    wanted = max(float(share[right].sum()), _TINY)
    return -float(np.log(wanted)), (share - np.where(right, share / wanted, 0.0)) @ matrix


def _belief_loss(weights: Floats, matrix: Floats, right: Bools, answerable: bool) -> tuple[float, Floats]:
    """Of a logistic model of the chosen candidate: minus the log of what it gives to the truth."""
    sure = 1 / (1 + float(np.exp(-(matrix[0] @ weights))))
    return -float(np.log(max(sure if answerable else 1 - sure, _TINY))), (sure - answerable) * matrix[0]


def _matrix(one: Example, names: Sequence[str]) -> Floats:
    rows = [[row[name] for name in names] for row in one.features.values()]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(names))


def _right(one: Example) -> Bools:
    """Which candidates are right as the first section."""
    return np.array([section_id in one.question.sections for section_id in one.features])


def held_out(known: Sequence[Example], folds: int = FOLDS) -> list[Decision]:
    """Each question's decision by weights that were fitted without its fold."""
    order = list(range(len(known)))
    random.Random(_SEED).shuffle(order)  # noqa: S311 - parts questions, nothing secret
    decided: dict[int, Decision] = {}
    for fold in range(folds):
        left_out = set(order[fold::folds])
        weighed = fit([one for place, one in enumerate(known) if place not in left_out])
        for place in left_out:
            decided[place] = chosen(known[place].features, weighed)
    return [decided[place] for place in range(len(known))]


def write_weights(weights: Weights, path: Path = DECISION_FILE) -> None:
    """Put the weights into the table, leaving what it says of each feature as it is."""
    with path.open(encoding="utf-8", newline="") as file:
        means = {row["feature"]: row["means"] for row in csv.DictReader(file)}
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("feature", "section", "answer", "means"))
        for name in sorted({*weights.section, *weights.answer}):
            section, answer = weights.section.get(name, 0.0), weights.answer.get(name, 0.0)
            table.writerow((name, section, answer, means.get(name, "")))
