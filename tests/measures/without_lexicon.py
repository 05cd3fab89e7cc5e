"""What the lexicon is worth when the model has never seen its words either: trained anew without it.

python -m tests.measures.without_lexicon
"""

import sys
import tempfile
from pathlib import Path

from knowledge.embedding.encoder import open_encoder
from knowledge.embedding.train import train
from knowledge.evaluate.figures import by_kind
from knowledge.evaluate.questions import read_questions
from knowledge.evaluate.retrievers import HYBRID, ask, ask_all
from knowledge.evaluate.tables import comparison, differences, table
from knowledge.lexicon import read_lexicon
from knowledge.library import open_library
from knowledge.search import Searcher
from tests.measures.figures import AS_OF, GOLD


def main() -> None:
    """Print the figures without the lexicon, and how much better the hybrid is with it."""
    with tempfile.TemporaryDirectory() as place:
        cache, model = Path(place) / "index", Path(place) / "model"
        library = open_library(cache_dir=cache)
        questions = read_questions(GOLD / "development.jsonl", library.handbook.sections)
        titles = read_lexicon(None, library.handbook)
        train(library.handbook, titles, model)
        bare = ask_all(Searcher(library.handbook, titles, open_encoder(model), cache), questions, AS_OF)
        whole = ask(library.searcher, questions, AS_OF)
    than = {"without lexicon, retrained": differences(whole, bare[HYBRID])}
    shown = {name: by_kind(outcomes) for name, outcomes in bare.items()}
    for line in (*table(shown), "", *comparison(than)):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
