"""For all tests: databases (SQLite and real PostgreSQL), and properties tried alike in CI each time."""

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
import sqlalchemy as sa

from portal import database
from tests.databases import KINDS, fresh_schema, postgres_server

# People's runs look for new counter-examples; CI tries the same ones each time, however slow its machine is.
hypothesis.settings.register_profile("people", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "people")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests last: while Playwright is open its event loop runs, and nothing else may start one."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


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
