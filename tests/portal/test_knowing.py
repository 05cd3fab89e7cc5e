"""The one handbook and the one assistant: opened once, whoever asks first."""

import asyncio
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from portal import knowing


@pytest.fixture(autouse=True)
def unopened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, Any]]]:
    """A portal that has just started; yields what the library was opened with, each time it was."""
    opened: list[dict[str, Any]] = []

    def open_slowly(**chosen: Any) -> object:
        time.sleep(0.05)
        opened.append(chosen)
        return object()

    monkeypatch.setattr(knowing, "_opened", [])
    monkeypatch.setattr(knowing, "open_library", open_slowly)
    monkeypatch.setattr(knowing, "Assistant", lambda library: [library])
    yield opened


def test_many_who_ask_at_once_share_one_assistant(unopened: list[dict[str, Any]]) -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: knowing.assistant(), range(16)))

    assert len(unopened) == 1
    assert len({id(one) for one in found}) == 1


def test_it_is_ready_only_after_warming_up() -> None:
    before = knowing.is_ready()
    asyncio.run(knowing.warm_up())

    assert (before, knowing.is_ready()) == (False, True)


def test_the_model_and_the_cache_are_those_of_the_settings(
    unopened: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("KNOWLEDGE_MODEL", "some/model")
    monkeypatch.setenv("PORTAL_CACHE_DIR", str(tmp_path))

    knowing.assistant()

    assert unopened == [{"model": "some/model", "cache_dir": tmp_path}]


def test_the_handbook_is_read_once() -> None:
    assert knowing.handbook() is knowing.handbook()
