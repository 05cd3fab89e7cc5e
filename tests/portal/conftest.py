"""Fixtures of the portal's tests: each has settings of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from portal import database, rate_limits
from portal.settings import Settings, settings, variable
from portal.signing_in import sign_ins

# The real one, also while a test has put another in its place.
OWN_ENGINE = database.engine


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Settings of the test alone: nothing from the developer's environment, files under tmp_path."""
    for name in Settings.model_fields:
        monkeypatch.delenv(variable(name), raising=False)
    monkeypatch.setenv("PORTAL_VAR_DIR", str(tmp_path / "var"))
    _forget()
    yield
    _forget()


def _forget() -> None:
    if OWN_ENGINE.cache_info().currsize:
        OWN_ENGINE().dispose()
    OWN_ENGINE.cache_clear()
    counted = (rate_limits.questions, rate_limits.calls, rate_limits.feedback)
    limits = (*counted, rate_limits.sockets, rate_limits.large_messages)
    for cached in (settings, sign_ins, *limits):
        cached.cache_clear()
