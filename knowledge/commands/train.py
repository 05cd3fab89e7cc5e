"""`python -m knowledge train`: train the shipped embedding model from the handbook and the lexicon."""

import argparse
import time
from pathlib import Path

from knowledge.commands.terminal import existing_directory, note, show
from knowledge.embedding.encoder import SHIPPED_MODEL, fingerprint
from knowledge.files import DEFAULT_HANDBOOK, read_handbook
from knowledge.lexicon import DEFAULT_LEXICON, read_lexicon


def register(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--handbook", type=Path, default=DEFAULT_HANDBOOK, metavar="DIR")
    parser.add_argument("--lexicon", type=Path, default=DEFAULT_LEXICON, metavar="DIR")
    parser.add_argument("--output", type=Path, default=SHIPPED_MODEL, metavar="DIR", help="where to save")


def run(args: argparse.Namespace) -> int:
    """Train, save and say what came out."""
    handbook = read_handbook(existing_directory(args.handbook))
    lexicon = read_lexicon(existing_directory(args.lexicon), handbook)
    started = time.monotonic()
    # torch takes seconds to import, so it waits until the texts are known to be sound.
    from knowledge.embedding.train import train

    trained = train(handbook, lexicon, args.output, tell=note)
    show(
        f"{args.output}: {trained.sections} sections, {trained.pairs} pairs, loss {trained.last_loss:.3f}, "
        f"{time.monotonic() - started:.0f} s, hash {fingerprint(str(args.output))}"
    )
    return 0
