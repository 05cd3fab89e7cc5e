"""Command line of the handbook: `python -m knowledge <command>`."""

import argparse
import importlib
import os
import sys

from knowledge.commands.terminal import CommandError, UsageError, note
from knowledge.embedding.encoder import EncoderError
from knowledge.problems import HandbookError

# Command → (module, what it does); modules are imported only when their command runs.
COMMANDS = {
    "check": ("check", "validate a handbook directory: every problem as file:line: message"),
    "search": ("search", "rank the sections that answer a question"),
    "import": ("importing", "turn HTML, PDF, DOCX, Markdown or text into section files for review"),
    "evaluate": ("evaluate", "measure search against questions whose sections are known"),
    "fit": ("fit", "fit how much each part of the search counts"),
    "train": ("train", "train the shipped embedding model from the handbook and the lexicon"),
}


def _parser(chosen: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m knowledge", description="Work with the handbook.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (module, summary) in COMMANDS.items():
        one = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        if name == chosen:
            loaded = importlib.import_module(f"knowledge.commands.{module}")
            loaded.register(one)
            one.set_defaults(run=loaded.run)
    return parser


def main(argv: list[str]) -> int:
    """Run one command; 0 done, 1 failed, 2 wrong usage (argparse exits with 2 by itself)."""
    chosen = next((word for word in argv if not word.startswith("-")), None)
    args = _parser(chosen).parse_args(argv)
    try:
        return int(args.run(args))
    except UsageError as error:
        note(f"error: {error}")
        return 2
    except (CommandError, EncoderError) as error:
        note(f"error: {error}")
    except HandbookError as error:
        for problem in error.problems:
            note(str(problem))
    except BrokenPipeError:
        # The reader went away (`| head`): keep the interpreter from complaining when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        note("interrupted")
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
