"""Whatever a provider answers, the sign-in ends with a fault and never with an error of ours."""

import json
from typing import Any

import httpx2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from joserfc import jws
from starlette.types import ASGIApp, Receive, Scope, Send

from auth.errors import SignInFault
from tests.auth.oidc.broken import BrokenProvider
from tests.auth.oidc.wired import make_portal

PATHS = ("/.well-known/openid-configuration", "/jwks", "/token", "/userinfo")
FAULTS = {fault.value for fault in SignInFault}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["keys", "kty", "issuer", "access_token", "id_token", "error", "token_endpoint", "sub"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


class Replaced:
    """A provider of which one address answers something else."""

    def __init__(self, app: ASGIApp, path: str, body: bytes, status: int) -> None:
        self._app, self._path, self._body, self._status = app, path, body, status

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] != self._path:
            await self._app(scope, receive, send)
            return
        kind = b"application/jwt" if self._path == "/userinfo" else b"application/json"
        await send(
            {"type": "http.response.start", "status": self._status, "headers": [(b"content-type", kind)]}
        )
        await send({"type": "http.response.body", "body": self._body})


def outcome(path: str, body: bytes, status: int = 200) -> str:
    """What the person is told when `path` answers `body`."""
    provider = BrokenProvider()
    transport = httpx2.ASGITransport(app=Replaced(provider.transport().app, path, body, status))
    portal = make_portal(provider.settings(), transports={"idp": transport})
    browser = portal.browser()
    away = browser.get("/auth/login/idp")
    if away.status_code == 303:
        away = browser.get("/auth/callback/idp", params=provider.answer(away.headers["location"]))
    assert portal.sessions() == 0
    return away.text


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("status", [200, 204, 302, 400, 500])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=JSON.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=20))
def test_nonsense_signs_nobody_in(path: str, status: int, body: bytes) -> None:
    assert outcome(path, body, status) in FAULTS


@pytest.mark.parametrize("path", ["/token", "/userinfo"])
@pytest.mark.parametrize(
    "claims", [[], "text", 1, None, {"sub": 1}, {"sub": "person-1", "exp": "soon"}, {"iss": []}]
)
def test_well_signed_nonsense_signs_nobody_in(path: str, claims: Any) -> None:
    key = BrokenProvider().key
    token = jws.serialize_compact({"alg": "RS256", "kid": key.kid}, json.dumps(claims).encode(), key)
    answer = {"access_token": "access", "token_type": "Bearer", "id_token": token}
    body = token if path == "/userinfo" else json.dumps(answer)

    assert outcome(path, body.encode()) in FAULTS
