"""`python -m assistant ask`: one question, or a file of them."""

import argparse
import json
from datetime import date
from pathlib import Path

from assistant.answer_json import to_json
from assistant.ask import Assistant
from assistant.batch import answered, write_lines
from assistant.plain_text import as_text
from knowledge.commands.terminal import CommandError, UsageError, day, today


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe `ask`."""
    ask = commands.add_parser(
        "ask", help="answer one question, or a file of them", description="Ask the handbook."
    )
    ask.add_argument("question", nargs="?", help="the question, in Swedish")
    ask.add_argument(
        "--as-of", type=day, metavar="YYYY-MM-DD", help="day to answer for (default: today in Stockholm)"
    )
    ask.add_argument("--json", action="store_true", help="print the answer as JSON")
    ask.add_argument(
        "--batch", type=Path, metavar="IN.jsonl", help='lines {"id", "question", "as_of"?} to answer'
    )
    ask.add_argument("--output", type=Path, metavar="OUT.jsonl", help="where the answers of --batch go")
    ask.set_defaults(run=run)


def run(args: argparse.Namespace) -> str:
    """Do the job; the text to print. Raises UsageError, CommandError and QuestionError."""
    if (args.question is None) == (args.batch is None):
        raise UsageError("give either a question or --batch")
    if (args.batch is None) != (args.output is None):
        raise UsageError("--batch and --output belong together")
    as_of = args.as_of or today()
    if args.batch:
        return _batch(args.batch, args.output, as_of)
    answer = _open().ask(args.question, as_of=as_of)
    return json.dumps(to_json(answer), ensure_ascii=False, indent=2) if args.json else as_text(answer)


def _open() -> Assistant:
    # Imported here so that --help and wrong usage answer at once, without the embedding model's libraries.
    from knowledge.library import open_library

    return Assistant(open_library())


def _batch(source: Path, output: Path, as_of: date) -> str:
    try:
        with source.open("rb") as lines:
            assistant = _open()
            errors = write_lines(answered(iter(lines), assistant.ask, as_of), output)
    except OSError as error:
        raise CommandError(f"{error.filename}: {error.strerror}") from error
    return f"{errors} bad line(s)" if errors else ""
