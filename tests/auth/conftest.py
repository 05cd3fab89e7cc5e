"""A session on a migrated database, SQLite and PostgreSQL in turn; what a test does there is rolled back."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from portal import database
from tests.databases import KINDS, fresh_schema


@pytest.fixture(
    scope="session",
    params=[pytest.param(kind, marks=pytest.mark.postgres if kind != "sqlite" else ()) for kind in KINDS],
)
def kept_database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sa.Engine]:
    """One migrated database of each kind for all tests that commit nothing."""
    if request.param == "sqlite":
        yield from _migrated(f"sqlite:///{tmp_path_factory.mktemp('auth') / 'test.sqlite'}")
    else:
        with fresh_schema(request.getfixturevalue("postgres_url")) as url:
            yield from _migrated(url)


def _migrated(url: str) -> Iterator[sa.Engine]:
    engine = database.make_engine(url)
    database.migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def session(kept_database: sa.Engine) -> Iterator[Session]:
    """One transaction, rolled back at the end."""
    with Session(kept_database, expire_on_commit=False) as opened:
        yield opened
