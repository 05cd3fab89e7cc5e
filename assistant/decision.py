"""Which section answers, or none: one fitted choice between the candidates and "the handbook does not say".

Every candidate gets a sum of weighted features (decision.csv says what each means and weighs), "nothing of
the handbook" gets 0, and a softmax over them all gives probabilities. The weights are fitted on development
questions by `python -m assistant fit`, and nothing else: staff can read why a section won.
"""

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.aspects import ROUTES
from assistant.context import Context, Draft
from assistant.gaps import asked_gaps, unsaid_keys
from assistant.linking import RULE_AREAS, Link
from assistant.needs import fitness
from assistant.support import says_nothing, strangers, uncovered
from assistant.vocabulary import keys_of
from knowledge.model import SectionVersion
from knowledge.search import Hit

DECISION_FILE = Path(__file__).with_name("decision.csv")
#: The best section answers from this probability on.
ANSWER_FROM = 0.5
_LEXICAL_UNIT = 50.0
_MANY = 4
_SHORT = 6

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature weighs in the choice between sections, and in believing the chosen one."""

    section: Features
    answer: Features


@dataclass(frozen=True, slots=True)
class Decision:
    """Candidates with their share of the choice, best first, and how probable it is that the best answers."""

    ranked: tuple[tuple[str, float], ...]
    sure: float

    @property
    def section_id(self) -> str | None:
        """The section to answer from, or None to refuse."""
        return self.ranked[0][0] if self.ranked and self.sure >= ANSWER_FROM else None


@lru_cache(maxsize=1)
def read_weights(path: Path = DECISION_FILE) -> Weights:
    """The table as it was fitted."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return Weights(*({row["feature"]: float(row[use]) for row in rows} for use in ("section", "answer")))


def decide(ctx: Context, draft: Draft, focus: tuple[str, ...], weights: Weights) -> Decision:
    """The choice for one question, given the answer that its understanding alone leads to."""
    if says_nothing(ctx.question) and not ctx.question.dated.found:
        return Decision((), 0.0)
    return chosen(candidates(ctx, draft, focus), weights)


def chosen(features: Mapping[str, Features], weights: Weights) -> Decision:
    """The candidates ranked, and the best one weighed once more against not answering."""
    ranked = shares(features, weights.section)
    if not ranked:
        return Decision((), 0.0)
    return Decision(ranked, 1 / (1 + math.exp(-weighed(features[ranked[0][0]], weights.answer))))


def shares(features: Mapping[str, Features], weights: Features) -> tuple[tuple[str, float], ...]:
    """Each candidate's part of the choice (they sum to 1), best first."""
    utility = {one: weighed(known, weights) for one, known in features.items()}
    top = max(utility.values(), default=0.0)
    raised = {one: math.exp(value - top) for one, value in utility.items()}
    total = sum(raised.values())
    return tuple((one, raised[one] / total) for one in sorted(raised, key=lambda one: (-raised[one], one)))


def weighed(features: Features, weights: Features) -> float:
    """The weighted sum; a feature that the table lacks weighs nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def candidates(ctx: Context, draft: Draft, focus: tuple[str, ...]) -> dict[str, Features]:
    """The features of every section that the search, the links, the asked things or the focus speak for."""
    question = ctx.question
    hits = {hit.version.section_id: hit for hit in ctx.hits}
    routes = {one for aspect in question.aspects for one in ROUTES[aspect].rules + ROUTES[aspect].alone}
    links = (*question.devices, *question.needs, *question.topics)
    quoted = [piece.version.section_id for piece in draft.pieces]
    ids = (*hits, *(link.target for link in links), *routes, *quoted, *draft.nearest, *focus)
    fitting = fitness(ctx)
    of_all = _of_question(ctx, draft)
    found: dict[str, Features] = {}
    for version in ctx.versions(dict.fromkeys(ids)):
        one = version.section_id
        found[one] = {
            **of_all,
            **_of_search(ctx, hits.get(one)),
            **_of_links(links, one),
            **_of_draft(ctx, quoted, one),
            "need": fitting.get(one, 0.0),
            "coverage": ctx.coverage(one),
            "route": float(one in routes),
            "field": _asked_fields(ctx, version),
            "apart": float(_is_apart(ctx, version)),
            "nowhere": float(_is_nowhere(ctx, one)),
            "gap": float(bool(asked_gaps(version, unsaid_keys(ctx)))),
            "lacking": float(one in draft.nearest),
            "focus": float(one in focus),
        }
    return found


def _of_search(ctx: Context, hit: Hit | None) -> Features:
    if hit is None:
        return dict.fromkeys(("fused", "lexical", "embedding", "agreed", "clear"), 0.0)
    others = max((one.score for one in ctx.hits if one is not hit), default=0.0)
    lexical = hit.lexical / _LEXICAL_UNIT
    return {
        "fused": hit.score,
        "lexical": min(lexical, 2.0),
        "embedding": hit.embedding,
        "agreed": min(lexical, 1.5) * hit.embedding,
        "clear": max(hit.score - others, 0.0),
    }


def _of_links(links: Iterable[Link], section_id: str) -> Features:
    own = [link for link in links if link.target == section_id]
    names = [link.exact for link in own if link.kind in {"device", "brand", "misspelling"}]
    return {
        "named": float(any(names)),
        "guessed": float(bool(names) and not any(names)),
    }


def _of_draft(ctx: Context, quoted: Sequence[str], section_id: str) -> Features:
    first = quoted[:1] == [section_id]
    return {
        "first": float(first),
        "first_asked": float(first and bool(ctx.question.aspects)),
        "quoted": float(section_id in quoted and not first),
    }


def _of_question(ctx: Context, draft: Draft) -> Features:
    """What speaks for or against any answer at all."""
    question = ctx.question
    foreign = [word for word in strangers(question) if not ctx.vocabulary.knows(word.key)]
    brief = min(1.0, _SHORT / max(len(question.words), 1))
    return {
        "any": 1.0,
        "foreign": len(foreign) / max(len(question.free_words), 1) * brief,
        "unsaid": min(len(uncovered(question, draft.pieces)), _MANY) / _MANY,
        "lacked": float(bool(draft.missing and not draft.pieces)),
        "silent": float(not draft.pieces),
    }


def _asked_fields(ctx: Context, version: SectionVersion) -> float:
    """The share of what is asked for which the section has a field."""
    asked = [aspect for aspect in ctx.question.aspects if ROUTES[aspect].fields]
    has = [aspect for aspect in asked if any(version.field(name) for name in ROUTES[aspect].fields)]
    return len(has) / len(asked) if asked else 0.0


def _is_apart(ctx: Context, version: SectionVersion) -> bool:
    """True for a device's section when only what rules for all devices answer is asked."""
    asked = ctx.question.aspects
    return bool(asked) and version.area not in RULE_AREAS and all(ROUTES[one].general_only for one in asked)


def _is_nowhere(ctx: Context, section_id: str) -> bool:
    """True when a device without section, or a code of none, is asked for and this one does not say it."""
    said = ctx.everyday.get(section_id, frozenset())
    absent = any(not keys_of(link.word) <= said for link in ctx.question.absent)
    return absent or bool(ctx.question.unknown_codes)
