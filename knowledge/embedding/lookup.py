"""Reads a saved HashedNgrams model with numpy alone: the same vectors without starting torch."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from knowledge.embedding.encoder import EncoderError, Floats, prompts_for
from knowledge.embedding.subwords import weighted_buckets

OPTIONS = "config_sentence_transformers.json"


class LookupEncoder:
    """Sums the rows of a text's buckets and scales the sum to unit length."""

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
        return self._vectors([self._query_prompt + text for text in texts])

    def passages(self, texts: Sequence[str]) -> Floats:
        """See Encoder."""
        return self._vectors([self._passage_prompt + text for text in texts])

    def _vectors(self, texts: Sequence[str]) -> Floats:
        """A text without any known feature is a zero vector."""
        vectors = np.zeros((len(texts), self._rows.shape[1]), dtype=np.float32)
        for number, text in enumerate(texts):
            found = weighted_buckets(text, len(self._rows))
            if found:
                weights = np.fromiter(found.values(), dtype=np.float32, count=len(found))
                vectors[number] = weights @ self._rows[list(found)]
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)
