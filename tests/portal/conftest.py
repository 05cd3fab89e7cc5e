"""Fixtures of the portal's tests: what asks for a database runs on SQLite and on real PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from portal import database, rate_limits
from portal.settings import Settings, settings, variable
from tests.portal.databases import KINDS, fresh_schema, postgres_server

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
    for cached in (settings, rate_limits.questions, rate_limits.calls, rate_limits.feedback):
        cached.cache_clear()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server for the whole run, started when the first test needs it."""
    with postgres_server() as url:
        yield url


@pytest.fixture(
    params=[pytest.param(kind, marks=pytest.mark.postgres if kind != "sqlite" else ()) for kind in KINDS]
)
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    """An engine on a database without any tables."""
    if request.param == "sqlite":
        yield from _disposed(f"sqlite:///{tmp_path / 'test.sqlite'}")
    else:
        with fresh_schema(request.getfixturevalue("postgres_url")) as url:
            yield from _disposed(url)


def _disposed(url: str) -> Iterator[sa.Engine]:
    engine = database.make_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture
def migrated(empty_database: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """An engine on a database of the newest migration, which the portal's own code uses during the test."""
    database.migrate(empty_database)
    monkeypatch.setattr(database, "engine", lambda: empty_database)
    return empty_database
