"""The lexical leg on SweFAQ, which nothing here was fitted to, beside bm25s: which answer is the question's?

SweFAQ is part of SuperLim by Språkbanken Text (CC BY 4.0, https://github.com/spraakbanken/SuperLim-2). A line
has a question, the answers of its category in disorder, and the place of the right one. Measured both as that
task and with the answers of all categories together. No lexicon, no embedding, no fitting: the parameters are
the handbook's.

python -m tests.measures.swefaq swefaq_dev.jsonl [more.jsonl]
"""

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from knowledge.commands.evaluate import TYPO_SEED
from knowledge.evaluate.figures import Outcome, difference, figures, outcome
from knowledge.evaluate.questions import Question, mistyped
from knowledge.ingredients import FITTED, Ingredients
from knowledge.lexical import LexicalIndex
from knowledge.lexicon import Lexicon
from knowledge.model import Field, SectionVersion, Source, Statement, Status
from knowledge.text import words
from tests.measures.engines import Bm25s, Engine


@dataclass(frozen=True)
class Asked:
    """A question whose right answer is the text that `question.sections` names by its number in `answers`."""

    question: Question
    answers: tuple[str, ...]


class OurLexicalLeg:
    """Texts as sections without title, codes and everyday words."""

    def __init__(self, texts: Sequence[str], ingredients: Ingredients = FITTED) -> None:
        lexicon = Lexicon(vocabulary=frozenset(word for text in texts for word in words(text)))
        sections = [_section(number, text) for number, text in enumerate(texts)]
        self._index = LexicalIndex.build(sections, lexicon, ingredients)
        self._everything = np.ones(len(texts), dtype=np.float32)

    def ranked(self, query: str, k: int) -> list[tuple[int, float]]:
        """See Engine."""
        scores = self._index.scores(query, self._everything)
        return [
            (int(one), float(scores[one]))
            for one in np.argsort(-scores, kind="stable")[:k]
            if scores[one] > 0
        ]


def _section(number: int, text: str) -> SectionVersion:
    field = Field("", "", (Statement("", text),))
    return SectionVersion(str(number), "", "", (), None, None, Status.IN_FORCE, Source(""), (field,))


ENGINES: dict[str, Callable[[Sequence[str]], Engine]] = {
    "bm25s, English stems": lambda texts: Bm25s(texts, "english"),
    "bm25s, Swedish stems": lambda texts: Bm25s(texts, "swedish"),
    "ours without words": lambda texts: OurLexicalLeg(texts, replace(FITTED, words=False)),
    "ours without n-grams": lambda texts: OurLexicalLeg(texts, replace(FITTED, gram_sizes=())),
    "ours without compounds": lambda texts: OurLexicalLeg(texts, replace(FITTED, compounds=False)),
    "ours without folding": lambda texts: OurLexicalLeg(texts, replace(FITTED, grams_folded=False)),
    "our lexical leg": OurLexicalLeg,
}


def read(paths: Sequence[Path], together: bool) -> list[Asked]:
    """The questions with the answers of their category, or of all categories `together`."""
    lines = [
        json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line
    ]
    pools: Mapping[str, dict[str, None]] = defaultdict(dict)
    for line in lines:
        pools["" if together else str(line["category_id"])].update(dict.fromkeys(line["candidate_answers"]))
    asked = []
    for number, line in enumerate(lines):
        answers = tuple(pools["" if together else str(line["category_id"])])
        right = answers.index(line["candidate_answers"][line["label"]])
        asked.append(Asked(Question(str(number), line["question"], "faq", frozenset((str(right),))), answers))
    return asked


def ask(make: Callable[[Sequence[str]], Engine], asked: Sequence[Asked]) -> list[Outcome]:
    """One outcome per question; one index per pool of answers."""
    engines: dict[tuple[str, ...], Engine] = {}
    outcomes = []
    for one in asked:
        if one.answers not in engines:
            engines[one.answers] = make(one.answers)
        hits = engines[one.answers].ranked(one.question.text, 10)
        outcomes.append(outcome(one.question, [str(number) for number, _ in hits], 0.0))
    return outcomes


def report(title: str, asked: Sequence[Asked]) -> None:
    """Figures of each engine, and how much better the lexical leg is."""
    found = {name: ask(make, asked) for name, make in ENGINES.items()}
    ours = found["our lexical leg"]
    sys.stdout.write(f"{title}: {len(asked)} questions\n")
    for name, outcomes in found.items():
        row = figures(outcomes)
        gain = difference(ours, outcomes, "ndcg_10")
        more = (
            ""
            if outcomes is ours or not gain
            else f"  ours {gain.mean:+.3f} [{gain.low:+.3f}, {gain.high:+.3f}]"
        )
        cells = f"nDCG@10 {row.ndcg_10:.3f}  first {row.recall_1:.3f}  among ten {row.recall_10:.3f}"
        sys.stdout.write(f"  {name:22} {cells}{more}\n")


def main(paths: Sequence[Path]) -> None:
    """Both ways, as asked and with a typing error each."""
    for title, together in (
        ("answers of all categories", True),
        ("answers of the question's category", False),
    ):
        asked = read(paths, together)
        report(title, asked)
        report(
            f"{title}, a typing error each",
            [Asked(mistyped(one.question, TYPO_SEED), one.answers) for one in asked],
        )


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
