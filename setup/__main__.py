"""`python -m setup run|test|build`: what `make run` and `make test` call.

This file keeps to syntax that old interpreters read, so that a too old Python is told so in one line.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036
    sys.stderr.write(
        "This needs Python 3.11 or newer, but {} is {}.{}. Install a newer one, or name it: "
        "make run PYTHON=/path/to/python3.11\n".format(sys.executable, *sys.version_info[:2])
    )
    sys.exit(1)

from setup.commands import main

sys.exit(main(sys.argv[1:]))
