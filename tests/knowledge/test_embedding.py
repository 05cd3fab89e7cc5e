"""The shipped model is what its recipe makes, loads anywhere, and other models' prompts are honoured."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from knowledge.embedding.encoder import (
    OWN_MODULE,
    SHIPPED_MODEL,
    EncoderError,
    SentenceEncoder,
    fingerprint,
    onnx_file,
    open_encoder,
    prompts_for,
)
from knowledge.embedding.lookup import LookupEncoder
from knowledge.embedding.pairs import noisy, pairs
from knowledge.files import read_handbook
from knowledge.fusion import legs_alone
from knowledge.lexicon import read_lexicon
from knowledge.library import open_library
from tests.knowledge.builders import small_handbook

TEXTS = ["Vem får förskriva gåbord?", "222109", "rullstol rullstol", "", "🙂"]


@pytest.fixture(scope="module")
def train_small(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    from knowledge.embedding.train import Recipe, train

    handbook = read_handbook(small_handbook(tmp_path_factory.mktemp("handbook")))
    recipe = Recipe(buckets=2048, dimensions=16, epochs=2, pairs_per_section=40, batch=32)

    def run() -> Path:
        directory = tmp_path_factory.mktemp("model")
        train(handbook, read_lexicon(None, handbook), directory, recipe)
        return directory

    return run


def test_two_trainings_give_the_same_bytes(train_small: Callable[[], Path]) -> None:
    assert fingerprint(str(train_small())) == fingerprint(str(train_small()))


def test_a_trained_model_knows_its_sections_and_has_a_card(train_small: Callable[[], Path]) -> None:
    directory = train_small()
    encoder = open_encoder(directory)

    vectors = encoder.passages(["Gåbord", "Samtalsapparater", "Kontakt"])

    assert int(np.argmax(encoder.queries(["vem får förskriva gabord"]) @ vectors.T)) == 0
    assert int(np.argmax(encoder.queries(["ögonstyrning talet"]) @ vectors.T)) == 1
    assert "4 sections" in (directory / "README.md").read_text(encoding="utf-8")


def test_reading_without_torch_gives_the_vectors_of_sentence_transformers() -> None:
    lookup = open_encoder(SHIPPED_MODEL)
    loaded = SentenceEncoder.open(str(SHIPPED_MODEL))

    assert isinstance(lookup, LookupEncoder)
    np.testing.assert_allclose(lookup.queries(TEXTS), loaded.queries(TEXTS), atol=1e-5)
    np.testing.assert_allclose(lookup.passages(TEXTS), loaded.passages(TEXTS), atol=1e-5)


def test_the_shipped_model_is_small_and_saves_as_it_loads(tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    size = sum(path.stat().st_size for path in SHIPPED_MODEL.rglob("*") if path.is_file())
    SentenceTransformer(str(SHIPPED_MODEL), trust_remote_code=True).save(
        str(tmp_path), create_model_card=False
    )

    assert size < 5_000_000
    again = open_encoder(tmp_path)
    np.testing.assert_allclose(again.queries(TEXTS), open_encoder().queries(TEXTS), atol=2e-3)


def test_pairs_come_from_the_texts_alone_and_repeat_for_a_seed(tmp_path: Path) -> None:
    handbook = read_handbook(small_handbook(tmp_path))
    lexicon = read_lexicon(None, handbook)

    made = pairs(handbook, lexicon, 50, seed=1)

    assert made == pairs(handbook, lexicon, 50, seed=1)
    assert made != pairs(handbook, lexicon, 50, seed=2)
    assert {section for _, section in made} == set(handbook.sections)


def test_noise_changes_a_text_only_a_little() -> None:
    import random

    chance = random.Random(7)  # noqa: S311 - a test repeats itself
    changed = [noisy("gåbord med hjul", chance) for _ in range(50)]

    assert all(abs(len(text) - 15) <= 1 for text in changed)
    assert len(set(changed)) > 10


class RecordingModel:
    """Notes the prompt that each kind of text was encoded with."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def encode_query(self, texts: list[str], **options: Any) -> np.ndarray[Any, Any]:
        """As sentence-transformers."""
        self.asked.append(("query", options["prompt"]))
        return np.ones((len(texts), 2))

    def encode_document(self, texts: list[str], **options: Any) -> np.ndarray[Any, Any]:
        """As sentence-transformers."""
        self.asked.append(("document", options["prompt"]))
        return np.ones((len(texts), 2))


def test_questions_and_passages_get_their_own_prompt() -> None:
    model = RecordingModel()
    encoder = SentenceEncoder(model, "x", ("query: ", "passage: "))

    encoder.queries(["a"])
    encoder.passages(["b"])

    assert model.asked == [("query", "query: "), ("document", "passage: ")]


@pytest.mark.parametrize(
    ("model", "prompts", "expected"),
    [
        ("x/plain", {"query": "", "document": ""}, ("", "")),
        ("x/plain", {}, ("", "")),
        ("x/own", {"query": "fråga: ", "passage": "text: ", "document": ""}, ("fråga: ", "text: ")),
        ("x/own", {"query": "q: ", "document": "d: "}, ("q: ", "d: ")),
        ("intfloat/multilingual-e5-small", {"query": "", "document": ""}, ("query: ", "passage: ")),
        ("/models/e5", {}, ("query: ", "passage: ")),
        ("x/some5e", {}, ("", "")),
    ],
)
def test_prompts_are_the_models_own(model: str, prompts: dict[str, str], expected: tuple[str, str]) -> None:
    assert prompts_for(model, prompts) == expected


def test_prompts_of_a_saved_model_reach_the_module(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED_MODEL, tmp_path / "model")
    config = tmp_path / "model" / "config_sentence_transformers.json"
    given = json.loads(config.read_text(encoding="utf-8"))
    given["prompts"] = {"query": "rullstol ", "passage": "gåbord "}
    config.write_text(json.dumps(given), encoding="utf-8")

    prompted = SentenceEncoder.open(str(tmp_path / "model"))

    plain = open_encoder(SHIPPED_MODEL)
    np.testing.assert_allclose(prompted.queries(["hjul"]), plain.queries(["rullstol hjul"]), atol=1e-5)
    np.testing.assert_allclose(prompted.passages(["hjul"]), plain.passages(["gåbord hjul"]), atol=1e-5)
    np.testing.assert_allclose(
        open_encoder(tmp_path / "model").queries(["hjul"]), prompted.queries(["hjul"]), atol=1e-5
    )


def test_any_other_sentence_transformers_model_can_serve(tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    tokenizer = Tokenizer(models.WordLevel({"gåbord": 0, "kontakt": 1, "?": 2}, unk_token="?"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    module = StaticEmbedding(tokenizer, embedding_weights=np.eye(3, dtype=np.float32))
    SentenceTransformer(modules=[module], device="cpu").save(str(tmp_path / "model"), create_model_card=False)

    library = open_library(
        handbook_dir=small_handbook(tmp_path / "h"), model=tmp_path / "model", cache_dir=tmp_path / "index"
    )

    hits = library.searcher.search("gåbord", as_of=date(2026, 11, 21), fusion=legs_alone(0.0))
    assert all(hit.embedding > 0 for hit in hits)
    assert len(hits) > 0


def test_the_environment_chooses_the_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KNOWLEDGE_MODEL", str(tmp_path / "nowhere"))

    with pytest.raises(EncoderError, match="no such model directory"):
        open_encoder()


def test_a_model_that_brings_code_of_its_own_is_refused(tmp_path: Path) -> None:
    modules = [{"idx": 0, "name": "0", "path": "", "type": "evil.Module"}]
    (tmp_path / "modules.json").write_text(json.dumps(modules), encoding="utf-8")

    with pytest.raises(EncoderError, match="cannot be loaded"):
        open_encoder(tmp_path)


@pytest.mark.parametrize("missing", ["model.safetensors", "config.json"])
def test_a_broken_model_is_one_clear_error(tmp_path: Path, missing: str) -> None:
    directory = tmp_path / "model"
    shutil.copytree(SHIPPED_MODEL, directory)
    (directory / missing).write_bytes(b"broken")

    with pytest.raises(EncoderError, match="cannot be read"):
        open_encoder(directory)
    assert OWN_MODULE in (directory / "modules.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([], None),
        (["model.onnx"], "onnx/model.onnx"),
        (["model.onnx", "model_qint8_avx512_vnni.onnx"], "onnx/model_qint8_avx512_vnni.onnx"),
        (["model.onnx", "model_quantized.onnx"], "onnx/model_quantized.onnx"),
    ],
)
def test_an_int8_file_is_taken_before_the_full_one(
    tmp_path: Path, files: list[str], expected: str | None
) -> None:
    (tmp_path / "onnx").mkdir()
    for name in files:
        (tmp_path / "onnx" / name).write_bytes(b"")

    assert onnx_file(tmp_path) == expected


@pytest.mark.parametrize("installed", [True, False])
def test_onnx_is_used_only_where_it_can_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installed: bool
) -> None:
    import sentence_transformers

    from knowledge.embedding import encoder

    (tmp_path / "onnx").mkdir()
    (tmp_path / "onnx" / "model_qint8.onnx").write_bytes(b"")
    given: list[dict[str, Any]] = []

    class Loaded:
        prompts: dict[str, str] = {}  # noqa: RUF012 - as the library has it

        def __init__(self, model: str, **options: Any) -> None:
            given.append(options)

    monkeypatch.setattr(sentence_transformers, "SentenceTransformer", Loaded)
    monkeypatch.setattr(encoder, "find_spec", lambda name: object() if installed else None)

    opened = SentenceEncoder.open(str(tmp_path))

    assert (given[0].get("backend") == "onnx") is installed
    assert opened.fingerprint.endswith("onnx/model_qint8.onnx") is installed
