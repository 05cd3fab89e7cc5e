"""What each part of the search adds: the same questions asked of the search without it."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from knowledge.embedding.encoder import Encoder
from knowledge.evaluate.figures import Outcome
from knowledge.evaluate.questions import Question
from knowledge.evaluate.retrievers import ask
from knowledge.fusion import without
from knowledge.ingredients import FITTED, Ingredients
from knowledge.lexicon import Lexicon, read_lexicon
from knowledge.linking import SIGNALS
from knowledge.model import Handbook
from knowledge.search import Searcher

#: Part → the lexical leg without it.
WITHOUT: dict[str, Ingredients] = {
    "words": replace(FITTED, words=False),
    "n-grams": replace(FITTED, gram_sizes=()),
    "accents folded": replace(FITTED, grams_folded=False),
    "compounds": replace(FITTED, compounds=False),
    "ISO codes": replace(FITTED, iso=0),
    "field weights": replace(FITTED, title=1, iso=1, lexicon=1, heading=1),
}


def without_each(
    handbook: Handbook, lexicon: Lexicon, encoder: Encoder, questions: Sequence[Question], as_of: date
) -> Iterator[tuple[str, list[Outcome]]]:
    """Each part with the outcomes of the hybrid without it.

    The other parts keep their fitted weights. Without the lexicon only titles are known, but the model stays
    the one that was trained with it.
    """
    with tempfile.TemporaryDirectory() as place:
        cache = Path(place)
        for part, ingredients in WITHOUT.items():
            yield part, ask(Searcher(handbook, lexicon, encoder, cache, ingredients), questions, as_of)
        bare = Searcher(handbook, read_lexicon(None, handbook), encoder, cache)
        yield "lexicon", ask(bare, questions, as_of)
        whole = Searcher(handbook, lexicon, encoder, cache)
        yield "links to names", ask(whole, questions, as_of, without(*SIGNALS))
        yield "embedding", ask(whole, questions, as_of, without("embedding"))
        yield "lexical leg", ask(whole, questions, as_of, without("lexical"))
