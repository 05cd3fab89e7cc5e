"""What people would use instead: SQLite FTS5, bm25s and tantivy, each with the Swedish it offers."""

import re
import sqlite3
from collections.abc import Sequence
from typing import Protocol

import numpy as np

_WORD = re.compile(r"\w+")


class Engine(Protocol):
    """Ranks numbered texts."""

    def ranked(self, query: str, k: int) -> list[tuple[int, float]]:
        """The best `k` texts as (number, score), best first."""


class Fts5:
    """SQLite's full-text index, its own tokenizer (accents folded), any word of the question, bm25()."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute("CREATE VIRTUAL TABLE sections USING fts5(text)")
        rows = list(enumerate(texts, start=1))
        self._database.executemany("INSERT INTO sections(rowid, text) VALUES (?, ?)", rows)

    def ranked(self, query: str, k: int) -> list[tuple[int, float]]:
        """See Engine."""
        any_word = " OR ".join(f'"{word}"' for word in _WORD.findall(query))
        if not any_word:
            return []
        found = self._database.execute(
            "SELECT rowid, bm25(sections) FROM sections WHERE sections MATCH ? ORDER BY 2 LIMIT ?",
            (any_word, k),
        )
        return [(number - 1, -score) for number, score in found]


class Bm25s:
    """bm25s with its stop words and the Snowball stemmer of one language, its default parameters."""

    def __init__(self, texts: Sequence[str], language: str = "swedish") -> None:
        import bm25s
        import Stemmer

        self._language, self._stemmer = language, Stemmer.Stemmer(language)
        self._tokenize = bm25s.tokenize
        self._index = bm25s.BM25()
        self._index.index(self._tokens(list(texts)), show_progress=False)

    def _tokens(self, texts: list[str]) -> list[list[str]]:
        tokens: list[list[str]] = self._tokenize(
            texts, stopwords=self._language, stemmer=self._stemmer, return_ids=False, show_progress=False
        )
        return tokens

    def ranked(self, query: str, k: int) -> list[tuple[int, float]]:
        """See Engine."""
        tokens = [one for one in self._tokens([query])[0] if one in self._index.vocab_dict]
        if not tokens:
            return []
        scores = self._index.get_scores(tokens)
        best = np.argpartition(-scores, min(k, len(scores)) - 1)[:k]
        best = best[np.argsort(-scores[best], kind="stable")]
        return [(int(one), float(scores[one])) for one in best if scores[one] > 0]


class Tantivy:
    """tantivy with its Swedish stemmer, any word of the question."""

    def __init__(self, texts: Sequence[str]) -> None:
        import tantivy

        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        analyzer = analyzer.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("swedish"))
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("text", tokenizer_name="swedish")
        schema.add_integer_field("number", stored=True)
        self._index = tantivy.Index(schema.build())
        self._index.register_tokenizer("swedish", analyzer.build())
        # One thread: documents stay in the order given, so that equal scores are ordered alike each time.
        writer = self._index.writer(heap_size=50_000_000, num_threads=1)
        for number, text in enumerate(texts):
            writer.add_document(tantivy.Document(text=text, number=number))
        writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    def ranked(self, query: str, k: int) -> list[tuple[int, float]]:
        """See Engine."""
        words = " ".join(word.lower() for word in _WORD.findall(query))
        if not words:
            return []
        hits = self._searcher.search(self._index.parse_query(words, ["text"]), limit=k).hits
        return [(int(self._searcher.doc(address)["number"][0]), float(score)) for score, address in hits]
