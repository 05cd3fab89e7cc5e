"""Command line of the assistant: `ask`, `evaluate`, `fit`; exit 2 for wrong usage, 1 for a failed job."""

import argparse
import io
import sys

from assistant import commands, measuring
from assistant.errors import QuestionError
from knowledge.commands.terminal import CommandError, UsageError
from knowledge.embedding.encoder import EncoderError
from knowledge.problems import HandbookError


def main(argv: list[str]) -> int:
    """Run one command and print what it says."""
    parser = argparse.ArgumentParser(prog="python -m assistant", description="Answers from the handbook.")
    named = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.register(named)
    measuring.register(named)
    args = parser.parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        said = args.run(args)
    except (UsageError, QuestionError) as error:
        return _failed(error, 2)
    except (CommandError, EncoderError) as error:
        return _failed(error, 1)
    except HandbookError as error:
        return _failed(str(error).splitlines()[0], 1)
    except KeyboardInterrupt:
        return _failed("interrupted", 130)
    if said:
        print(said, file=sys.stderr if getattr(args, "batch", None) else sys.stdout)
    return 0


def _failed(error: object, code: int) -> int:
    print(f"error: {error}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
