"""How much each part of the search counts when sections are ranked; the weights stand in fusion.json."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from knowledge.linking import SIGNALS

#: The fitted weights and how they were fitted (`python -m knowledge fit`).
WEIGHTS_FILE = Path(__file__).with_name("fusion.json")
#: The parts in the order of a design matrix: both legs, each divided by its best score, then the links.
PARTS = ("lexical", "embedding", *SIGNALS)

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Fusion:
    """One weight per part. The legs' weights are positive; "aside" is negative or 0."""

    weights: tuple[float, ...]

    def scores(self, lexical: Floats, embedding: Floats, links: Floats) -> Floats:
        """Scores of 0–1: weighted sums over what both legs give at their best, or over the best."""
        weights = np.asarray(self.weights, dtype=np.float32)
        total = weights[0] * _by_maximum(lexical) + weights[1] * _by_maximum(embedding) + links @ weights[2:]
        # A section that shares nothing with the question is not found because of links to others.
        shared = (lexical > 0) | (embedding > 0)
        total = np.where(shared, np.maximum(total, 1e-6), 0.0)
        highest = max(float(weights[:2].sum()), float(total.max(initial=0.0)))
        return np.asarray(total / highest, dtype=np.float32)


@lru_cache(maxsize=1)
def fitted() -> Fusion:
    """The weights of fusion.json. Raises KeyError when one is missing there."""
    stored = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))["weights"]
    return Fusion(tuple(float(stored[part]) for part in PARTS))


def without(*parts: str) -> Fusion:
    """The fitted weights, those of `parts` set to 0."""
    weights = zip(PARTS, fitted().weights, strict=True)
    return Fusion(tuple(0.0 if part in parts else weight for part, weight in weights))


def legs_alone(lexical_share: float) -> Fusion:
    """Only the two legs, for measuring them."""
    return Fusion((lexical_share, 1 - lexical_share, *(0.0 for _ in SIGNALS)))


def _by_maximum(scores: Floats) -> Floats:
    highest = scores.max(initial=0.0)
    return scores / highest if highest > 0 else scores
