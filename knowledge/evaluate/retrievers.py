"""Asks a search the questions, with its legs alone and with all its parts."""

from collections.abc import Sequence
from datetime import date

from knowledge.evaluate.figures import Outcome, outcome
from knowledge.evaluate.questions import Question
from knowledge.fusion import Fusion, legs_alone
from knowledge.search import Hit, Searcher

HYBRID = "hybrid"
#: Retriever → how the parts of the search are weighed (None: as fitted).
RETRIEVERS: dict[str, Fusion | None] = {
    "lexical": legs_alone(1.0),
    "embedding": legs_alone(0.0),
    HYBRID: None,
}


def _certainty(hit: Hit, fusion: Fusion | None) -> float:
    """How sure a best hit is by its raw scores; only the order matters."""
    lexical, embedding = fusion.weights[:2] if fusion else (1.0, 1.0)
    return (hit.lexical if lexical else 1.0) * (hit.embedding if embedding else 1.0)


def ask(
    searcher: Searcher, questions: Sequence[Question], as_of: date, fusion: Fusion | None = None
) -> list[Outcome]:
    """One outcome per question, in their order. `as_of` is the day for questions that name none."""
    outcomes = []
    for question in questions:
        hits = searcher.search(question.text, as_of=question.as_of or as_of, k=10, fusion=fusion)
        sure = max((_certainty(hit, fusion) for hit in hits[:1]), default=0.0)
        outcomes.append(outcome(question, [hit.version.section_id for hit in hits], sure))
    return outcomes


def ask_all(searcher: Searcher, questions: Sequence[Question], as_of: date) -> dict[str, list[Outcome]]:
    """Retriever → outcomes."""
    return {name: ask(searcher, questions, as_of, fusion) for name, fusion in RETRIEVERS.items()}
