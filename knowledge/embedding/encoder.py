"""Turns questions and passages into unit vectors: with the shipped model or any of sentence-transformers."""

import hashlib
import json
import os
import re
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]

#: The model that the project trains itself.
SHIPPED_MODEL = Path(__file__).parent / "model"
MODEL_VARIABLE = "KNOWLEDGE_MODEL"
OWN_MODULE = "knowledge.embedding.hashed_ngrams.HashedNgrams"
# Files larger than this are told apart by size and time instead of by content.
_HASHED_BYTES = 64 * 2**20
_INT8 = re.compile(r"int8|quint8|quantized", re.IGNORECASE)
_E5 = re.compile(r"(^|[-_/])e5([-_/]|$)", re.IGNORECASE)
_DOCUMENT_PROMPTS = ("passage", "document", "corpus")


class EncoderError(Exception):
    """The embedding model cannot be used; the message says which and why, in one line."""


class Encoder(Protocol):
    """What the embedding leg needs of a model."""

    @property
    def fingerprint(self) -> str:
        """Changes whenever the vectors would."""

    def queries(self, texts: Sequence[str]) -> Floats:
        """One unit vector per question: shape (len(texts), dimensions)."""

    def passages(self, texts: Sequence[str]) -> Floats:
        """One unit vector per passage: shape (len(texts), dimensions)."""


def open_encoder(model: str | os.PathLike[str] | None = None) -> Encoder:
    """The encoder for `model`: a directory or hub name; by default KNOWLEDGE_MODEL, else the shipped model.

    Raises EncoderError. The project's own kind of model is read without torch: that saves seconds and memory.
    """
    chosen = str(model or os.environ.get(MODEL_VARIABLE) or SHIPPED_MODEL)
    directory = Path(chosen)
    if directory.is_dir():
        if _is_own(directory):
            from knowledge.embedding.lookup import LookupEncoder

            return LookupEncoder.open(directory, fingerprint(chosen))
    elif chosen.startswith((".", "/", "~")) or chosen.count("/") > 1:
        raise EncoderError(f"no such model directory: {chosen}")
    return SentenceEncoder.open(chosen)


def fingerprint(model: str) -> str:
    """A hash of a model directory's files, or the hub name."""
    directory = Path(model)
    if not directory.is_dir():
        return f"hub:{model}"
    digest = hashlib.sha256()
    for path in sorted(path for path in directory.rglob("*") if path.is_file() and path.suffix != ".md"):
        state = path.stat()
        digest.update(f"{path.relative_to(directory).as_posix()}\0{state.st_size}\0".encode())
        small = state.st_size <= _HASHED_BYTES
        digest.update(path.read_bytes() if small else str(state.st_mtime_ns).encode())
    return digest.hexdigest()


def _modules(directory: Path) -> list[str]:
    """The module classes a saved model is made of; empty for a plain transformer."""
    path = directory / "modules.json"
    if not path.is_file():
        return []
    try:
        return [str(module["type"]) for module in json.loads(path.read_text(encoding="utf-8"))]
    except (ValueError, TypeError, KeyError, OSError) as error:
        raise EncoderError(f"{path} cannot be read: {error}") from error


def _is_own(directory: Path) -> bool:
    return OWN_MODULE in _modules(directory)


def onnx_file(directory: Path) -> str | None:
    """The ONNX file of a model directory, int8 before full size; None when it has none.

    Of several int8 files (one for each kind of processor) the first by name is taken.
    """
    found = sorted(path.relative_to(directory).as_posix() for path in directory.glob("onnx/*.onnx"))
    return next((name for name in found if _INT8.search(name)), found[0] if found else None)


def _onnx_options(directory: Path) -> dict[str, Any]:
    """How to load the ONNX file of `directory`, where it has one and what runs it is installed."""
    installed = all(find_spec(name) is not None for name in ("optimum", "onnxruntime"))
    file = onnx_file(directory) if installed and directory.is_dir() else None
    if file is None:
        return {}
    return {"backend": "onnx", "model_kwargs": {"file_name": file, "provider": "CPUExecutionProvider"}}


class SentenceEncoder:
    """Any sentence-transformers model, its prompts for questions and passages honoured."""

    def __init__(self, model: Any, fingerprint: str, prompts: tuple[str, str]) -> None:
        """`prompts` are what is put before a question and before a passage."""
        self._model = model
        self.fingerprint = fingerprint
        self._query_prompt, self._passage_prompt = prompts

    @classmethod
    def open(cls, model: str) -> "SentenceEncoder":
        """Load `model`. Code that comes with a model is never run, except the project's own module."""
        from sentence_transformers import SentenceTransformer

        directory = Path(model)
        trusted = directory.is_dir() and _is_own(directory)
        try:
            options = _onnx_options(directory)
            loaded = SentenceTransformer(model, device="cpu", trust_remote_code=trusted, **options)
        except Exception as error:  # a foreign model can fail in as many ways as there are models
            reason = " ".join(str(error).split()) or type(error).__name__
            raise EncoderError(f"the model {model} cannot be loaded: {reason[:300]}") from error
        # An int8 file gives slightly other vectors than the weights it was made from.
        used = options.get("model_kwargs", {}).get("file_name")
        return cls(
            loaded,
            f"{fingerprint(model)} {used}" if used else fingerprint(model),
            prompts_for(model, {name: prompt or "" for name, prompt in (loaded.prompts or {}).items()}),
        )

    def queries(self, texts: Sequence[str]) -> Floats:
        """See Encoder."""
        return _array(
            self._model.encode_query(
                list(texts), prompt=self._query_prompt, normalize_embeddings=True, show_progress_bar=False
            )
        )

    def passages(self, texts: Sequence[str]) -> Floats:
        """See Encoder."""
        return _array(
            self._model.encode_document(
                list(texts), prompt=self._passage_prompt, normalize_embeddings=True, show_progress_bar=False
            )
        )


def prompts_for(model: str, prompts: dict[str, str]) -> tuple[str, str]:
    """What to put before a question and a passage: the model's own prompts, or E5's for an E5 without any."""
    query = prompts.get("query", "")
    passage = next((prompts[name] for name in _DOCUMENT_PROMPTS if prompts.get(name)), "")
    if not query and not passage and _E5.search(model):
        return "query: ", "passage: "
    return query, passage


def _array(vectors: Any) -> Floats:
    return np.ascontiguousarray(vectors, dtype=np.float32)
