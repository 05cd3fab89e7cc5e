"""Reads a saved HashedNgrams model with numpy alone: the same vectors without starting torch."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from knowledge.embedding.encoder import EncoderError, Floats, prompts_for
from knowledge.embedding.subwords import buckets_of, buckets_of_code, content, weighted_buckets
from knowledge.sparse import Numbers, SparseRows

OPTIONS = "config_sentence_transformers.json"


class LookupEncoder:
    """Sums the rows of a text's buckets, each by 1 + log of how often it is met, scaled to unit length."""

    def __init__(self, rows: Floats, fingerprint: str, prompts: tuple[str, str] = ("", "")) -> None:
        """`rows`: shape (buckets, dimensions); `prompts` as for SentenceEncoder."""
        self._rows = rows
        self._query_prompt, self._passage_prompt = prompts
        self.fingerprint = fingerprint

    @classmethod
    def open(cls, directory: Path, fingerprint: str) -> "LookupEncoder":
        """The model saved at `directory`. Raises EncoderError when a file is missing or broken."""
        from safetensors import SafetensorError
        from safetensors.numpy import load_file

        try:
            stored = load_file(directory / "model.safetensors")
            config = json.loads((directory / "config.json").read_text(encoding="utf-8"))
            options = json.loads((directory / OPTIONS).read_text(encoding="utf-8"))
            prompts = {name: prompt or "" for name, prompt in options.get("prompts", {}).items()}
            rows = stored["rows"].astype(np.float32) * stored["scales"].astype(np.float32)
            if rows.shape != (config["buckets"], config["dimensions"]):
                raise EncoderError(f"the model {directory} does not have the size its config.json says")
        except (OSError, ValueError, KeyError, TypeError, AttributeError, SafetensorError) as error:
            raise EncoderError(f"the model {directory} cannot be read: {error}") from error
        return cls(rows, fingerprint, prompts_for(directory.name, prompts))

    def queries(self, texts: Sequence[str]) -> Floats:
        """See Encoder."""
        vectors = np.zeros((len(texts), self._rows.shape[1]), dtype=np.float32)
        for number, text in enumerate(texts):
            found = weighted_buckets(self._query_prompt + text, len(self._rows))
            if found:
                weights = np.fromiter(found.values(), dtype=np.float32, count=len(found))
                vectors[number] = weights @ self._rows[list(found)]
        return _unit(vectors)

    def passages(self, texts: Sequence[str]) -> Floats:
        """See Encoder. Gives what `queries` gives for the same texts, but is much quicker for many."""
        return _unit(self._many([self._passage_prompt + text for text in texts]))

    def _many(self, texts: Sequence[str]) -> Floats:
        """The sums of the texts' rows, each row weighted by 1 + log of how often the text has it.

        Rows are summed per word once, and words per text; the little that rows met more than once then count
        too much is taken off again.
        """
        count = len(self._rows)
        by_text, by_word = SparseRows(), SparseRows()

        def met(name: str) -> None:
            # A code has spaces and a word has none.
            by_word.put(buckets_of_code(name, count) if " " in name else buckets_of(name, count))
            by_word.end_row()

        numbers = Numbers(met)
        for text in texts:
            for names in content(text):
                by_text.put(map(numbers.__getitem__, names))
            by_text.end_row()
        said, features = by_text.matrix(len(numbers)), by_word.matrix(count)
        vectors = said @ (features @ self._rows)
        counts = said @ features
        counts.data = 1 + np.log(counts.data) - counts.data
        counts.eliminate_zeros()
        return np.asarray(vectors + counts @ self._rows, dtype=np.float32)


def _unit(vectors: Floats) -> Floats:
    """Scaled to length 1; a text without any known feature stays a zero vector."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)
