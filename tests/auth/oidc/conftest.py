"""A portal with one outside provider, and the way through it."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from tests.auth.oidc.broken import BrokenProvider
from tests.auth.oidc.wired import Portal, make_portal


@pytest.fixture
def provider() -> BrokenProvider:
    """A provider without a flaw, until a test gives it one."""
    return BrokenProvider()


@pytest.fixture
def portal(provider: BrokenProvider) -> Portal:
    """A portal that knows that provider as `idp`."""
    return make_portal(provider.settings(), transports={"idp": provider.transport()})


@pytest.fixture
def sign_in(provider: BrokenProvider) -> Callable[[TestClient], None]:
    """Signs the browser in."""

    def through(browser: TestClient) -> None:
        away = browser.get("/auth/login/idp").headers["location"]
        browser.get("/auth/callback/idp", params=provider.answer(away))

    return through
