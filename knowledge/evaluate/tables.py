"""Figures and differences as lines for people and as JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from knowledge.evaluate.figures import FALSE_REFUSALS, MEASURES, Difference, Figures, Outcome, difference

Differences = dict[str, Difference | None]

_COLUMNS = ("n", "R@1", "R@3", "R@10", "MRR", "nDCG@10", "unansw.", "AUROC", "declined")
_MEASURES = {"recall_1": "R@1", "recall_3": "R@3", "mrr": "MRR", "ndcg_10": "nDCG@10"}
_WIDTH = 27
_LEGEND = (
    "R@k: a right section among the first k. AUROC and declined: of the best hit's score; "
    f"declined = unanswerable refused when {FALSE_REFUSALS:.0%} of the answerable are."
)


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _row(retriever: str, kind: str, figures: Figures) -> str:
    measured = figures.questions > 0
    recalls = (figures.recall_1, figures.recall_3, figures.recall_10, figures.mrr, figures.ndcg_10)
    cells = [str(figures.questions), *(_cell(one if measured else None) for one in recalls)]
    cells += [str(figures.unanswerable), _cell(figures.auroc), _cell(figures.declined)]
    return f"{retriever:{_WIDTH}} {kind:16}" + "".join(f"{one:>9}" for one in cells)


def table(retrievers: Mapping[str, Mapping[str, Figures]]) -> Iterator[str]:
    """One line per retriever and kind of question."""
    yield f"{'retriever':{_WIDTH}} {'kind':16}" + "".join(f"{column:>9}" for column in _COLUMNS)
    for name, kinds in retrievers.items():
        for kind, figures in kinds.items():
            yield _row(name, kind, figures)
    yield _LEGEND


def differences(ours: Sequence[Outcome], theirs: Sequence[Outcome]) -> Differences:
    """Measure → how much better `ours` is."""
    return {measure: difference(ours, theirs, measure) for measure in MEASURES}


def comparison(than: Mapping[str, Differences]) -> Iterator[str]:
    """One line per search that ours was compared with."""
    yield "How much better the hybrid is, with 95 % intervals (paired bootstrap):"
    for name, found in than.items():
        cells = (
            f"{_MEASURES[measure]} {one.mean:+.3f} [{one.low:+.3f}, {one.high:+.3f}]"
            for measure, one in found.items()
            if one
        )
        yield f"{name:{_WIDTH}} " + "  ".join(cells)


def as_json(**titled: Mapping[str, Mapping[str, Any]]) -> str:
    """Titled tables of figures or differences."""
    plain = {
        title: {name: {key: one and asdict(one) for key, one in row.items()} for name, row in rows.items()}
        for title, rows in titled.items()
    }
    return json.dumps(plain, ensure_ascii=False, indent=2)
