"""Reads a saved HashedNgrams model with numpy alone: the same vectors without starting torch."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from knowledge.embedding.encoder import EncoderError, Floats
from knowledge.embedding.subwords import weighted_buckets


class LookupEncoder:
    """Sums the rows of a text's buckets and scales the sum to unit length."""

    def __init__(self, rows: Floats, fingerprint: str) -> None:
        """`rows`: shape (buckets, dimensions)."""
        self._rows = rows
        self.fingerprint = fingerprint

    @classmethod
    def open(cls, directory: Path, fingerprint: str) -> "LookupEncoder":
        """The model saved at `directory`. Raises EncoderError when a file is missing or broken."""
        from safetensors import SafetensorError
        from safetensors.numpy import load_file

        try:
            stored = load_file(directory / "model.safetensors")
            config = json.loads((directory / "config.json").read_text(encoding="utf-8"))
            rows = stored["rows"].astype(np.float32) * stored["scales"].astype(np.float32)
            if rows.shape != (config["buckets"], config["dimensions"]):
                raise EncoderError(f"the model {directory} does not have the size its config.json says")
        except (OSError, ValueError, KeyError, TypeError, SafetensorError) as error:
            raise EncoderError(f"the model {directory} cannot be read: {error}") from error
        return cls(rows, fingerprint)

    def queries(self, texts: Sequence[str]) -> Floats:
        """See Encoder; the model knows no difference between questions and passages."""
        return self.passages(texts)

    def passages(self, texts: Sequence[str]) -> Floats:
        """See Encoder. A text without any known feature is a zero vector."""
        vectors = np.zeros((len(texts), self._rows.shape[1]), dtype=np.float32)
        for number, text in enumerate(texts):
            found = weighted_buckets(text, len(self._rows))
            if found:
                weights = np.fromiter(found.values(), dtype=np.float32, count=len(found))
                vectors[number] = weights @ self._rows[list(found)]
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)
