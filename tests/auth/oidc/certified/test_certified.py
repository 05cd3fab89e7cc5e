"""The whole sign-in against the certified provider, over HTTP."""

import re
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from joserfc.jwk import ECKey
from pydantic import SecretStr
from starlette.testclient import TestClient

from auth.providers import Provider, RoleRule
from auth.roles import Role
from tests.auth.oidc.broken import LEVEL, NUMBER
from tests.auth.oidc.certified.running import running
from tests.auth.oidc.wired import ORIGIN, SAME_ORIGIN, Portal, local, make_portal, query_of

LOW = "http://id.elegnamnden.se/loa/1.0/loa2"
SECRET = "a secret of the client in these tests"
KEY = ECKey.generate_key("P-256", {"use": "sig", "alg": "ES256"}, auto_kid=True)


def _client(name: str, **more: Any) -> dict[str, Any]:
    return {
        "client_id": name,
        "redirect_uris": [f"{ORIGIN}/auth/callback/{name}"],
        "post_logout_redirect_uris": [f"{ORIGIN}/auth/logged-out"],
        "response_types": ["code"],
        "grant_types": ["authorization_code"],
        "userinfo_signed_response_alg": "RS256",
        "scope": "openid person",
        **more,
    }


def _unsigned(client: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in client.items() if name != "userinfo_signed_response_alg"}


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """The provider, with one client for each way to prove itself."""
    clients = [
        _client("with-secret", client_secret=SECRET, token_endpoint_auth_method="client_secret_basic"),
        _client(
            "with-key",
            token_endpoint_auth_method="private_key_jwt",
            jwks={"keys": [KEY.as_dict(private=False)]},
        ),
        _unsigned(_client("unsigned", client_secret=SECRET)),
    ]
    with running({"clients": clients, "numberClaim": NUMBER}) as address:
        yield address


@pytest.fixture
def portal(issuer: str) -> Portal:
    """A portal that knows the provider by each of the clients."""
    private = SecretStr(KEY.as_pem(private=True).decode())
    return make_portal(
        _settings(issuer, "with-secret", client_secret=SecretStr(SECRET)),
        _settings(issuer, "with-key", private_key=private),
        _settings(issuer, "unsigned", client_secret=SecretStr(SECRET)),
    )


def _settings(issuer: str, name: str, **more: Any) -> Provider:
    return Provider(
        name=name,
        label=name,
        issuer=issuer,
        client_id=name,
        scopes=("openid", "person"),
        rules=(RoleRule(role=Role.RESIDENT, acr=(LEVEL,)),),
        **more,
    )


@pytest.fixture
def provider(issuer: str) -> Iterator[httpx2.Client]:
    """The browser's dealings with the provider."""
    with httpx2.Client(base_url=issuer, trust_env=False) as browser:
        yield browser


def answer_of(provider: httpx2.Client, authorize: str, **how: str) -> dict[str, str]:
    """Identify oneself at the provider; gives what the browser brings back."""
    interaction = provider.get(authorize).headers["location"]
    resume = provider.get(interaction, params={"acr": LEVEL, **how}).headers["location"]
    return query_of(provider.get(resume).headers["location"])


def sign_in(browser: TestClient, provider: httpx2.Client, name: str, **how: str) -> httpx2.Response:
    authorize = browser.get(f"/auth/login/{name}").headers["location"]
    return browser.get(f"/auth/callback/{name}", params=answer_of(provider, authorize, **how))


@pytest.mark.parametrize("name", ["with-secret", "with-key"])
def test_a_person_signs_in(portal: Portal, provider: httpx2.Client, name: str) -> None:
    browser = portal.browser()

    back = sign_in(browser, provider, name)

    assert back.status_code == 303, back.text
    signed_in = portal.signed_in(browser)
    assert signed_in is not None
    assert (signed_in.role, signed_in.name) == (Role.RESIDENT, "Rut Påhittad")


def test_too_low_a_level_is_refused(portal: Portal, provider: httpx2.Client) -> None:
    assert sign_in(portal.browser(), provider, "with-secret", acr=LOW).text == "low_acr"
    assert portal.sessions() == 0


def test_cancelling_is_not_an_error_of_ours(portal: Portal, provider: httpx2.Client) -> None:
    assert sign_in(portal.browser(), provider, "with-secret", cancel="1").text == "cancelled"


def test_userinfo_without_signature_is_refused(portal: Portal, provider: httpx2.Client) -> None:
    assert sign_in(portal.browser(), provider, "unsigned").text == "signature"
    assert portal.sessions() == 0


def test_a_code_is_taken_once(portal: Portal, provider: httpx2.Client) -> None:
    first, second = portal.browser(), portal.browser()
    used = answer_of(provider, first.get("/auth/login/with-secret").headers["location"])
    first.get("/auth/callback/with-secret", params=used)
    fresh = answer_of(provider, second.get("/auth/login/with-secret").headers["location"])

    back = second.get("/auth/callback/with-secret", params={**fresh, "code": used["code"]})

    assert back.text == "code_used"
    assert portal.sessions() == 1


def test_signing_out_ends_the_providers_session_too(portal: Portal, provider: httpx2.Client) -> None:
    browser = portal.browser()
    sign_in(browser, provider, "with-secret")

    leaving = browser.post("/auth/logout", headers=SAME_ORIGIN).text
    question = provider.get(leaving)
    token = re.findall(r'name="xsrf" value="([^"]+)"', question.text)[0]
    done = provider.post("/session/end/confirm", data={"xsrf": token, "logout": "yes"})

    assert local(done.headers["location"]).startswith("/auth/logged-out")
    assert browser.get(local(done.headers["location"])).headers["location"] == "/"
