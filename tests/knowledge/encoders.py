"""A stand-in for an embedding model: hashes words, needs no training, deterministic."""

import zlib
from collections.abc import Sequence

import numpy as np

from knowledge.embedding.encoder import Floats
from knowledge.text import words


class WordEncoder:
    """Each word is one of 64 dimensions."""

    fingerprint = "words"

    def __init__(self) -> None:
        self.encoded = 0

    def queries(self, texts: Sequence[str]) -> Floats:
        """See Encoder."""
        return self.passages(texts)

    def passages(self, texts: Sequence[str]) -> Floats:
        """See Encoder."""
        self.encoded += len(texts)
        vectors = np.zeros((len(texts), 64), dtype=np.float32)
        for number, text in enumerate(texts):
            for word in words(text):
                vectors[number, zlib.crc32(word.encode()) % 64] += 1
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)
