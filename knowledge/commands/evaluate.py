"""`python -m knowledge evaluate QUESTIONS.jsonl`: the table of figures per retriever and kind of question."""

import argparse
from pathlib import Path

from knowledge.commands.terminal import CommandError, UsageError, day, existing_directory, show, today
from knowledge.embedding.encoder import open_encoder
from knowledge.evaluate.ablation import without_each
from knowledge.evaluate.figures import by_kind
from knowledge.evaluate.questions import QuestionsError, mistyped, read_questions
from knowledge.evaluate.retrievers import HYBRID, ask_all
from knowledge.evaluate.tables import as_json, comparison, differences, table
from knowledge.files import DEFAULT_HANDBOOK
from knowledge.library import open_library

#: Fixed, so that figures with typing errors can be compared from run to run.
TYPO_SEED = 20261121


def register(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "questions",
        type=Path,
        metavar="QUESTIONS.jsonl",
        help='{"id", "question", "kind", "sections": [ids], "as_of"?, "previous"?}; [] = unanswerable',
    )
    parser.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help="day for questions without one")
    parser.add_argument(
        "--typo", action="store_true", help="put one typing error into every question (seeded)"
    )
    parser.add_argument(
        "--ablation", action="store_true", help="also measure the hybrid without each of its parts"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--handbook", type=Path, default=DEFAULT_HANDBOOK, metavar="DIR")
    parser.add_argument("--model", metavar="MODEL", help="embedding model: a directory or a hub name")


def run(args: argparse.Namespace) -> int:
    """Print one row per retriever and kind, and how much better the hybrid is."""
    if not args.questions.is_file():
        raise UsageError(f"no such file: {args.questions}")
    library = open_library(handbook_dir=existing_directory(args.handbook), model=args.model)
    try:
        questions = read_questions(args.questions, library.handbook.sections)
    except QuestionsError as error:
        raise CommandError(str(error)) from error
    if args.typo:
        questions = [mistyped(question, TYPO_SEED) for question in questions]
    as_of = args.as_of or today()
    asked = ask_all(library.searcher, questions, as_of)
    ours = asked[HYBRID]
    against = {name: differences(ours, theirs) for name, theirs in asked.items() if name != HYBRID}
    if args.ablation:
        parts = without_each(library.handbook, library.lexicon, open_encoder(args.model), questions, as_of)
        against |= {f"without {part}": differences(ours, theirs) for part, theirs in parts}
    tables = {name: by_kind(outcomes) for name, outcomes in asked.items()}
    if args.json:
        show(as_json(figures=tables, better_than=against))
        return 0
    for line in (*table(tables), "", *comparison(against)):
        show(line)
    return 0
