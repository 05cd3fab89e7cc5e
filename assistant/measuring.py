"""`python -m assistant evaluate` and `fit`: figures of whole answers, and the weights of the decision."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from assistant.ask import Assistant
from assistant.decision import DECISION_FILE, Decision
from assistant.evaluating import MEASURES, Risk, asked, outcome, risks, table
from assistant.fitting import FOLDS, Example, examples, fit, held_out, write_weights
from assistant.gold import GoldQuestion, read_gold
from knowledge.commands.terminal import CommandError, UsageError, day, today
from knowledge.evaluate import QuestionsError

THRESHOLDS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_WIDTH = 10


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe `evaluate` and `fit`."""
    for name, does, run in (
        ("evaluate", "measure answers against questions whose answers are known", _evaluate),
        ("fit", f"fit the decision's weights ({DECISION_FILE.name}) on such questions", _fit),
    ):
        command = commands.add_parser(name, help=does, description=does[0].upper() + does[1:] + ".")
        command.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")
        command.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help="day for questions without one")
        command.add_argument("--json", action="store_true", help="print JSON")
        command.set_defaults(run=run)


def _read(path: Path) -> list[GoldQuestion]:
    if not path.is_file():
        raise UsageError(f"no such file: {path}")
    try:
        return read_gold(path)
    except QuestionsError as error:
        raise CommandError(str(error)) from error


def _open() -> Assistant:
    from knowledge.library import open_library

    return Assistant(open_library())


def _evaluate(args: argparse.Namespace) -> str:
    questions = _read(args.questions)
    assistant, now = _open(), args.as_of or today()
    handbook = assistant.library.handbook
    figures = table([outcome(one, asked(assistant, one, now), handbook) for one in questions])
    if args.json:
        return json.dumps(figures, ensure_ascii=False, indent=2)
    counts = {kind: sum(kind in {one.kind, "all"} for one in questions) for kind in figures}
    lines = [_row("kind", "n", *MEASURES)]
    lines += [_row(kind, str(counts[kind]), *map(_cell, row.values())) for kind, row in figures.items()]
    return "\n".join(lines)


def _fit(args: argparse.Namespace) -> str:
    questions = _read(args.questions)
    known = examples(_open(), questions, args.as_of or today())
    weights = fit(known)
    write_weights(weights)
    decided = held_out(known)
    unseen = [(one, choice) for one, choice in zip(known, decided, strict=True) if not one.carded]
    curve = risks(unseen, THRESHOLDS)
    return _said(curve, unseen)


def _said(curve: Sequence[Risk], unseen: Sequence[tuple[Example, Decision]]) -> str:
    answerable = [(one, choice) for one, choice in unseen if one.question.answerable]
    first = sum(choice.ranked[0][0] in one.question.sections for one, choice in answerable)
    lines = [
        f"{len(unseen)} questions are decided by the weights; each measured by weights of the other folds "
        f"(of {FOLDS}).",
        f"right section ranked first: {first} of {len(answerable)}",
        _row("answer from", "coverage", "wrong", "refused", "declined"),
    ]
    for one in curve:
        cells = (one.coverage, one.error, one.refused, one.declined)
        lines.append(_row(f"{one.threshold:.1f}", *map(_cell, cells)))
    return "\n".join(lines)


def _row(*cells: str) -> str:
    return f"{cells[0]:16}" + "".join(f"{cell:>{_WIDTH}}" for cell in cells[1:])


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
