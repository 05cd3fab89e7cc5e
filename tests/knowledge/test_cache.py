"""The index is kept whole or not at all, per content, and rebuilt when its file is broken."""

from pathlib import Path

import numpy as np
import pytest

from knowledge import cache
from knowledge.cache import Arrays, cached, default_cache
from knowledge.files import read_handbook
from knowledge.lexicon import read_lexicon
from knowledge.search import Searcher
from tests.knowledge.builders import small_handbook
from tests.knowledge.encoders import WordEncoder


def _numbers() -> Arrays:
    return {"numbers": np.arange(5)}


def _not_called() -> Arrays:
    raise AssertionError("built although stored")


def test_what_is_stored_is_not_built_again(tmp_path: Path) -> None:
    cached(tmp_path, "key", _numbers)

    assert cached(tmp_path, "key", _not_called)["numbers"].tolist() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04", b"not an index"])
def test_a_broken_file_is_built_again(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "index-key.npz").write_bytes(broken)

    assert cached(tmp_path, "key", _numbers)["numbers"].tolist() == [0, 1, 2, 3, 4]
    assert cached(tmp_path, "key", _not_called)


def test_a_file_cut_short_is_built_again(tmp_path: Path) -> None:
    cached(tmp_path, "key", _numbers)
    path = tmp_path / "index-key.npz"
    path.write_bytes(path.read_bytes()[:-30])

    assert cached(tmp_path, "key", _numbers)["numbers"].size == 5


def test_an_interrupted_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cache.os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        cached(tmp_path, "key", _numbers)

    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    assert cached(tmp_path / "file" / "index", "key", _numbers)["numbers"].size == 5


def test_old_files_are_forgotten(tmp_path: Path) -> None:
    for number in range(8):
        cached(tmp_path, str(number), _numbers)

    assert len(list(tmp_path.iterdir())) == 4


def test_an_edited_handbook_gets_a_new_index(tmp_path: Path) -> None:
    root = small_handbook(tmp_path / "handbook")
    encoder = WordEncoder()

    def encoded() -> int:
        before = encoder.encoded
        handbook = read_handbook(root)
        Searcher(handbook, read_lexicon(None, handbook), encoder, tmp_path / "index")
        return encoder.encoded - before

    assert encoded() > 0
    assert encoded() == 0
    path = root / "rorelse" / "gabord.md"
    path.write_text(path.read_text(encoding="utf-8").replace("ensam", "själv"), encoding="utf-8")
    assert encoded() > 0


def test_the_environment_names_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KNOWLEDGE_CACHE", "/elsewhere")
    assert default_cache() == Path("/elsewhere")
    monkeypatch.delenv("KNOWLEDGE_CACHE")
    assert default_cache() == Path("var/index")
