"""`python -m knowledge fit QUESTIONS.jsonl`: fit how much each part of the search counts."""

import argparse
import hashlib
import json
from pathlib import Path

from knowledge.commands.terminal import CommandError, UsageError, day, show, today
from knowledge.evaluate.questions import QuestionsError, read_questions
from knowledge.fitting import RIDGE, cases, first_right, fit, held_out
from knowledge.fusion import PARTS, WEIGHTS_FILE
from knowledge.library import open_library


def register(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl", help="development questions")
    parser.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help="day for questions without one")
    parser.add_argument("--output", type=Path, default=WEIGHTS_FILE, metavar="FILE", help="where to save")


def run(args: argparse.Namespace) -> int:
    """Fit, save and say what came out."""
    if not args.questions.is_file():
        raise UsageError(f"no such file: {args.questions}")
    library = open_library()
    try:
        questions = read_questions(args.questions, library.handbook.sections)
    except QuestionsError as error:
        raise CommandError(str(error)) from error
    known = cases(library.searcher, questions, args.as_of or today())
    if len(known) < len(PARTS):
        raise CommandError(f"{args.questions} holds too few answerable questions to fit {len(PARTS)} weights")
    fusion = fit(known)
    stored = {
        "weights": dict(zip(PARTS, fusion.weights, strict=True)),
        "fitted": {
            "command": f"python -m knowledge fit {args.questions.as_posix()}",
            "questions": len(known),
            "questions_sha256": hashlib.sha256(args.questions.read_bytes()).hexdigest(),
            "ridge": RIDGE,
            "first_right": round(first_right(known, fusion), 4),
            "first_right_held_out": round(held_out(known), 4),
        },
    }
    args.output.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")
    show(json.dumps(stored, indent=2))
    return 0
