"""Asks a search the questions, with its legs alone and together."""

from collections.abc import Callable, Sequence
from datetime import date

from knowledge.evaluate.figures import Outcome, outcome
from knowledge.evaluate.questions import Question
from knowledge.search import Hit, Searcher

HYBRID = "hybrid"
#: Retriever → share of the lexical leg (None: the fitted weights of all parts), and how sure a best hit is
#: (only its order matters).
RETRIEVERS: dict[str, tuple[float | None, Callable[[Hit], float]]] = {
    "lexical": (1.0, lambda hit: hit.lexical),
    "embedding": (0.0, lambda hit: hit.embedding),
    HYBRID: (None, lambda hit: hit.lexical * hit.embedding),
}


def ask(
    searcher: Searcher, questions: Sequence[Question], as_of: date, retriever: str = HYBRID
) -> list[Outcome]:
    """One outcome per question, in their order. `as_of` is the day for questions that name none."""
    share, certainty = RETRIEVERS[retriever]
    outcomes = []
    for question in questions:
        hits = searcher.search(question.text, as_of=question.as_of or as_of, k=10, lexical_share=share)
        sure = max((certainty(hit) for hit in hits[:1]), default=0.0)
        outcomes.append(outcome(question, [hit.version.section_id for hit in hits], sure))
    return outcomes


def ask_all(searcher: Searcher, questions: Sequence[Question], as_of: date) -> dict[str, list[Outcome]]:
    """Retriever → outcomes."""
    return {name: ask(searcher, questions, as_of, name) for name in RETRIEVERS}
