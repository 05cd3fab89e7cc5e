"""Everything the assistant stands on, opened together and never changed: handbook, words, scope, search."""

from dataclasses import dataclass
from pathlib import Path

from knowledge.cache import default_cache
from knowledge.embedding.encoder import open_encoder
from knowledge.files import DEFAULT_HANDBOOK, read_handbook
from knowledge.lexicon import DEFAULT_LEXICON, Lexicon, read_lexicon
from knowledge.model import Handbook
from knowledge.scope import DEFAULT_SCOPE, ScopeCard, read_scope
from knowledge.search import Searcher


@dataclass(frozen=True, slots=True)
class Library:
    """A frozen bundle; safe to share between threads."""

    handbook: Handbook
    lexicon: Lexicon
    scope: tuple[ScopeCard, ...]
    searcher: Searcher


def open_library(
    *,
    handbook_dir: Path = DEFAULT_HANDBOOK,
    lexicon_dir: Path | None = None,
    scope_dir: Path | None = None,
    model: str | Path | None = None,
    cache_dir: Path | None = None,
) -> Library:
    """Read, validate and index a handbook (seconds the first time, then from the cache).

    Another handbook than the published one has no lexicon and no scope cards unless told where they are.
    Raises HandbookError (file and line of every fault) and EncoderError (the model cannot be used).
    """
    published = handbook_dir.resolve() == DEFAULT_HANDBOOK
    handbook = read_handbook(handbook_dir)
    lexicon = read_lexicon(lexicon_dir or (DEFAULT_LEXICON if published else None), handbook)
    cards = scope_dir or (DEFAULT_SCOPE if published else None)
    scope = read_scope(cards, handbook) if cards else ()
    searcher = Searcher(handbook, lexicon, open_encoder(model), cache_dir or default_cache())
    return Library(handbook, lexicon, scope, searcher)
