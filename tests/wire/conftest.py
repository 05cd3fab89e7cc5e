"""The whole application as the server runs it, opened once for all wire tests."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from portal import database, rate_limits
from portal.settings import settings
from portal.signing_in import sign_ins
from tests.wire.wire import ORIGIN

COUNTED = (rate_limits.questions, rate_limits.calls, rate_limits.feedback)
LIMITS = (*COUNTED, rate_limits.sockets, rate_limits.large_messages)
CACHED = (settings, database.engine, sign_ins, *LIMITS)


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of the real application with its own folder and database."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("__REFLEX_SKIP_COMPILE", "true")
        environment.setenv("PORTAL_VAR_DIR", str(tmp_path_factory.mktemp("var")))
        environment.setenv("PORTAL_RATE_ASK", "100000/minute")
        environment.setenv("PORTAL_RATE_SIGN_IN", "100000/minute")
        environment.setattr(rate_limits, "LARGE_MESSAGES", "100000/minute")
        environment.setenv("PORTAL_RATE_SOCKETS", "100000/minute")
        for cached in CACHED:
            cached.cache_clear()
        database.migrate()
        from portal.portal import app

        with TestClient(app(), base_url=ORIGIN) as client:
            yield client
    for cached in CACHED:
        cached.cache_clear()
