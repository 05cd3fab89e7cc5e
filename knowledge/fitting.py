"""Fits the weights of the search's parts on questions whose sections are known."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from knowledge.evaluate.questions import Question
from knowledge.fusion import PARTS, Fusion
from knowledge.search import Searcher

Floats = npt.NDArray[np.float64]
Case = tuple[Floats, npt.NDArray[np.bool_]]

#: How strongly weights are held near 0, so that few questions do not decide alone.
RIDGE = 0.002
_FOLDS = 5
_START = 3.0


def cases(searcher: Searcher, questions: Sequence[Question], as_of: date) -> list[Case]:
    """Per answerable question the parts' values (sections × parts) and which sections are right."""
    found: list[Case] = []
    for question in questions:
        if question.sections:
            rows, names = searcher.parts(question.text, as_of=question.as_of or as_of)
            found.append((rows.astype(np.float64), np.array([one in question.sections for one in names])))
    return [case for case in found if case[1].any()]


def fit(known: Sequence[Case]) -> Fusion:
    """The weights under which right sections are likeliest (a conditional logit), none of the wrong sign."""
    from scipy.optimize import minimize

    def cost(weights: Floats) -> tuple[float, Floats]:
        total, slope = RIDGE * float(weights @ weights), 2 * RIDGE * weights
        for rows, right in known:
            scores = rows @ weights
            chance = np.exp(scores - scores.max())
            among = chance * right
            total -= float(np.log(among.sum() / chance.sum())) / len(known)
            slope = slope + (chance / chance.sum() - among / among.sum()) @ rows / len(known)
        return total, slope

    start = np.array([_START, _START, *(0.0 for _ in PARTS[2:])])
    bounds = [(0.1, None), (0.1, None), *((None, 0) if part == "aside" else (0, None) for part in PARTS[2:])]
    best = minimize(cost, start, jac=True, method="L-BFGS-B", bounds=bounds)
    return Fusion(tuple(round(float(weight), 3) for weight in best.x))


def first_right(known: Sequence[Case], fusion: Fusion) -> float:
    """Share of the cases whose best section is a right one."""
    weights = np.asarray(fusion.weights)
    return float(np.mean([right[int(np.argmax(rows @ weights))] for rows, right in known]))


def held_out(known: Sequence[Case]) -> float:
    """`first_right` of weights that were fitted without the questions they are tried on, in five parts."""
    shares = []
    for fold in range(_FOLDS):
        kept = [case for number, case in enumerate(known) if number % _FOLDS != fold]
        tried = [case for number, case in enumerate(known) if number % _FOLDS == fold]
        shares.append(first_right(tried, fit(kept)) * len(tried))
    return sum(shares) / len(known)
