"""Command line of the portal: `python -m portal <command>`."""

import argparse
import importlib
import os
import sys
from typing import NoReturn

from knowledge.commands.terminal import CommandError, UsageError, note
from portal.settings import SettingsError

# Command → what it does; the module of the same name is imported only when its command runs.
COMMANDS = {
    "price": "print the charge schedule of a private rental",
    "migrate": "bring the database to the newest migration",
    "check": "check the configuration and print it, without secrets",
    "reseal": "seal everybody's identity with the newest key and pepper",
    "backup": "copy the SQLite database to a file while the portal runs",
    "restore": "replace the SQLite database by a backup",
}


class OneLineParser(argparse.ArgumentParser):
    """Tells wrong usage in one line; --help has the rest."""

    def error(self, message: str) -> NoReturn:
        """Exit 2."""
        self.exit(2, f"error: {message} (see {self.prog} --help)\n")


def _parser(chosen: str | None) -> argparse.ArgumentParser:
    parser = OneLineParser(prog="python -m portal", description="Run and look after the portal.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, summary in COMMANDS.items():
        one = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        if name == chosen:
            loaded = importlib.import_module(f"portal.commands.{name}")
            loaded.register(one)
            one.set_defaults(run=loaded.run)
    return parser


def main(argv: list[str]) -> int:
    """Run one command; 0 done, 1 failed, 2 wrong usage."""
    chosen = next((word for word in argv if not word.startswith("-")), None)
    args = _parser(chosen).parse_args(argv)
    try:
        return int(args.run(args))
    except UsageError as error:
        note(f"error: {error}")
        return 2
    except (CommandError, SettingsError) as error:
        note(f"error: {error}")
    except BrokenPipeError:
        # The reader went away (`| head`): keep the interpreter from complaining when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        note("interrupted")
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
