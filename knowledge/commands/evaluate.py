"""`python -m knowledge evaluate QUESTIONS.jsonl`: the table of figures per retriever and kind of question."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from knowledge.commands.terminal import CommandError, UsageError, day, existing_directory, show, today
from knowledge.evaluate import FALSE_REFUSALS, Figures, QuestionsError, evaluate, read_questions
from knowledge.files import DEFAULT_HANDBOOK
from knowledge.library import open_library

_COLUMNS = ("n", "R@1", "R@3", "R@10", "MRR", "nDCG@10", "unansw.", "AUROC", "declined")


def register(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "questions",
        type=Path,
        metavar="QUESTIONS.jsonl",
        help='{"id", "question", "kind", "sections": [ids], "as_of"?, "previous"?}; [] = unanswerable',
    )
    parser.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help="day for questions without one")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--handbook", type=Path, default=DEFAULT_HANDBOOK, metavar="DIR")
    parser.add_argument("--model", metavar="MODEL", help="embedding model: a directory or a hub name")


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _row(retriever: str, kind: str, figures: Figures) -> str:
    measured = figures.questions > 0
    recalls = (figures.recall_1, figures.recall_3, figures.recall_10, figures.mrr, figures.ndcg_10)
    cells = [str(figures.questions), *(_cell(one if measured else None) for one in recalls)]
    cells += [str(figures.unanswerable), _cell(figures.auroc), _cell(figures.declined)]
    return f"{retriever:10} {kind:16}" + "".join(f"{cell:>9}" for cell in cells)


def run(args: argparse.Namespace) -> int:
    """Print one row per retriever and kind."""
    if not args.questions.is_file():
        raise UsageError(f"no such file: {args.questions}")
    library = open_library(handbook_dir=existing_directory(args.handbook), model=args.model)
    try:
        questions = read_questions(args.questions, library.handbook.sections)
    except QuestionsError as error:
        raise CommandError(str(error)) from error
    table = evaluate(library.searcher, questions, args.as_of or today())
    if args.json:
        plain = {name: {kind: asdict(one) for kind, one in kinds.items()} for name, kinds in table.items()}
        show(json.dumps(plain, ensure_ascii=False, indent=2))
        return 0
    show(f"{'retriever':10} {'kind':16}" + "".join(f"{column:>9}" for column in _COLUMNS))
    for name, kinds in table.items():
        for kind, figures in kinds.items():
            show(_row(name, kind, figures))
    show(
        f"R@k: a right section among the first k. AUROC and declined: of the best hit's score; "
        f"declined = unanswerable refused when {FALSE_REFUSALS:.0%} of the answerable are."
    )
    return 0
