"""A provider that is wrong in one way signs nobody in, and the page says which way."""

import httpx2
import pytest
from starlette.testclient import TestClient

from auth.providers import RoleRule, UserInfoKind
from auth.roles import Role
from tests.auth.oidc.broken import ISSUER, LEVEL, BrokenProvider, other_key
from tests.auth.oidc.wired import Portal, make_portal

FAULTS = {
    "wrong nonce": "nonce",
    "no nonce": "nonce",
    "wrong issuer": "issuer",
    "no issuer": "issuer",
    "another's metadata": "issuer",
    "wrong audience": "audience",
    "no audience": "audience",
    "shared without authorised party": "audience",
    "other authorised party": "audience",
    "expired": "expired",
    "no expiry": "expired",
    "issued in the future": "expired",
    "not valid yet": "expired",
    "alg none": "algorithm",
    "public key as secret": "algorithm",
    "unsigned": "signature",
    "changed afterwards": "signature",
    "two parts": "signature",
    "unknown key": "signature",
    "own key in the header": "signature",
    "other access token": "signature",
    "no id_token": "signature",
    "low acr": "low_acr",
    "no acr": "low_acr",
    "acr as a list": "low_acr",
    "userinfo raises the level": "low_acr",
    "missing claim": "missing_claim",
    "not a number": "missing_claim",
    "userinfo for another": "subject_mismatch",
    "userinfo for nobody": "subject_mismatch",
    "userinfo from another issuer": "issuer",
    "userinfo for another client": "audience",
    "unsigned userinfo": "signature",
    "userinfo alg none": "algorithm",
    "userinfo public key as secret": "algorithm",
    "userinfo unsigned": "signature",
    "userinfo changed afterwards": "signature",
    "userinfo unknown key": "signature",
    "down": "provider_down",
    "too slow": "provider_down",
    "not JSON": "provider_down",
    "token endpoint in the open": "provider_down",
    "token endpoint fails": "provider_down",
    "unknown client": "provider_down",
}


def attempt(browser: TestClient, provider: BrokenProvider) -> httpx2.Response:
    """Go to the provider and come back; gives the last answer."""
    away = browser.get("/auth/login/idp")
    if away.status_code != 303:
        return away
    return browser.get("/auth/callback/idp", params=provider.answer(away.headers["location"]))


def test_without_a_flaw_the_person_is_signed_in(portal: Portal, provider: BrokenProvider) -> None:
    browser = portal.browser()

    attempt(browser, provider)

    signed_in = portal.signed_in(browser)
    assert signed_in is not None
    assert (signed_in.role, signed_in.name) == (Role.RESIDENT, "Rut Påhittad")


@pytest.mark.parametrize(("flaw", "fault"), FAULTS.items())
def test_a_flaw_is_named_and_nobody_signed_in(
    portal: Portal, provider: BrokenProvider, flaw: str, fault: str
) -> None:
    provider.flaw = flaw
    browser = portal.browser()

    answer = attempt(browser, provider)

    assert (answer.status_code, answer.text) == (400, fault)
    assert "session" not in browser.cookies
    assert portal.sessions() == 0


@pytest.mark.parametrize("flaw", ["a minute fast", "a minute slow"])
def test_clocks_may_differ_by_less_than_a_minute(portal: Portal, provider: BrokenProvider, flaw: str) -> None:
    provider.flaw = flaw
    browser = portal.browser()

    attempt(browser, provider)

    assert portal.signed_in(browser) is not None


def test_new_keys_are_fetched_when_the_provider_changes_them(
    portal: Portal, provider: BrokenProvider
) -> None:
    attempt(portal.browser(), provider)
    provider.key = other_key()
    browser = portal.browser()

    attempt(browser, provider)

    assert portal.signed_in(browser) is not None
    assert provider.asked.count("jwks") == 2


def test_metadata_and_keys_are_not_fetched_for_every_sign_in(
    portal: Portal, provider: BrokenProvider
) -> None:
    for _ in range(3):
        attempt(portal.browser(), provider)

    assert provider.asked == ["metadata", "jwks"]


def test_a_provider_that_was_down_is_asked_again(portal: Portal, provider: BrokenProvider) -> None:
    provider.flaw = "down"
    attempt(portal.browser(), provider)
    provider.flaw = ""
    browser = portal.browser()

    attempt(browser, provider)

    assert portal.signed_in(browser) is not None


def test_the_code_is_proved_with_a_verifier(portal: Portal, provider: BrokenProvider) -> None:
    browser = portal.browser()

    away = browser.get("/auth/login/idp").headers["location"]
    browser.get("/auth/callback/idp", params=provider.answer(away))

    assert "code_challenge_method=S256" in away
    assert len(provider.token_requests[0]["code_verifier"]) >= 43


def test_the_levels_of_all_rules_are_asked_for(portal: Portal) -> None:
    away = portal.browser().get("/auth/login/idp").headers["location"]

    assert httpx2.URL(away).params["acr_values"] == LEVEL
    assert httpx2.URL(away).params["prompt"] == "login"


def test_plain_userinfo_counts_only_where_the_settings_say_so() -> None:
    provider = BrokenProvider("unsigned userinfo")
    settings = provider.settings(userinfo=UserInfoKind.PLAIN)
    portal = make_portal(settings, transports={"idp": provider.transport()})
    browser = portal.browser()

    attempt(browser, provider)

    assert portal.signed_in(browser) is not None


def test_whom_no_rule_gives_a_role_is_not_signed_in() -> None:
    provider = BrokenProvider()
    rule = RoleRule(role=Role.STAFF, acr=(LEVEL,), claims={"systemRole": ("kundtjänst",)})
    portal = make_portal(provider.settings(rules=(rule,)), transports={"idp": provider.transport()})

    assert attempt(portal.browser(), provider).text == "no_role"


def test_a_role_at_work_needs_an_employment(portal: Portal) -> None:
    provider = BrokenProvider()
    settings = provider.settings(rules=(RoleRule(role=Role.STAFF, acr=(LEVEL,)),))
    portal = make_portal(settings, transports={"idp": provider.transport()})

    assert attempt(portal.browser(), provider).text == "missing_claim"


def test_logout_leads_to_the_provider_by_a_page(portal: Portal, provider: BrokenProvider) -> None:
    browser = portal.browser()
    attempt(browser, provider)

    out = browser.post("/auth/logout", headers={"Origin": "http://localhost:3000"})

    assert out.status_code == 200
    assert out.text.startswith(f"{ISSUER}/logout?")
    assert "post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fauth%2Flogged-out" in out.text
    assert portal.signed_in(browser) is None


@pytest.mark.parametrize(("flaw", "hinted"), [("", True), ("number in the id_token", False)])
def test_a_number_is_never_in_the_address_of_the_providers_logout(
    portal: Portal, provider: BrokenProvider, flaw: str, hinted: bool
) -> None:
    provider.flaw = flaw
    browser = portal.browser()
    attempt(browser, provider)

    out = browser.post("/auth/logout", headers={"Origin": "http://localhost:3000"})

    assert ("id_token_hint=" in out.text) is hinted
