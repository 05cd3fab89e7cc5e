"""The development figures that the guard holds search to: taken anew, or kept as the new ones.

python -m tests.measures.figures          print them beside the kept ones
python -m tests.measures.figures --keep   write them to tests/gold/figures.json
"""

import json
import sys
import tempfile
from datetime import date
from pathlib import Path

from knowledge.commands.evaluate import TYPO_SEED
from knowledge.evaluate.figures import ALL, Figures, by_kind
from knowledge.evaluate.questions import mistyped, read_questions
from knowledge.evaluate.retrievers import ask
from knowledge.library import open_library

GOLD = Path(__file__).parents[1] / "gold"
KEPT = GOLD / "figures.json"
AS_OF = date(2026, 11, 21)
MEASURES = ("recall_1", "recall_3", "mrr", "ndcg_10")
_PLACES = 4

Table = dict[str, dict[str, float]]


def _named(figures: Figures) -> dict[str, float]:
    return {measure: round(getattr(figures, measure), _PLACES) for measure in MEASURES}


def taken() -> Table:
    """The hybrid's figures: all development questions, residents' alone, and all with a typing error."""
    with tempfile.TemporaryDirectory() as cache:
        library = open_library(cache_dir=Path(cache))
    questions = read_questions(GOLD / "development.jsonl", library.handbook.sections)
    slips = [mistyped(question, TYPO_SEED) for question in questions]
    plain = by_kind(ask(library.searcher, questions, AS_OF))
    typed = by_kind(ask(library.searcher, slips, AS_OF))
    return {"all": _named(plain[ALL]), "resident": _named(plain["resident"]), "typo": _named(typed[ALL])}


def kept() -> Table:
    """The figures kept last."""
    table: Table = json.loads(KEPT.read_text(encoding="utf-8"))
    return table


def main(arguments: list[str]) -> None:
    """Print or keep."""
    now = taken()
    if arguments == ["--keep"]:
        KEPT.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")
    before = kept() if KEPT.is_file() else now
    for name, row in now.items():
        cells = (
            f"{measure} {value:.4f} (kept {before[name][measure]:.4f})" for measure, value in row.items()
        )
        sys.stdout.write(f"{name:9} {'  '.join(cells)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
