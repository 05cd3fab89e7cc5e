"""An answer counts once, and only in the browser that asked; sessions can't be planted."""

import time
from collections.abc import Callable

import pytest
from itsdangerous import TimestampSigner
from starlette.testclient import TestClient

from auth.oidc import SECONDS_TO_SIGN_IN
from tests.auth.oidc.broken import BrokenProvider
from tests.auth.oidc.wired import SECURE_ORIGIN, Portal, make_portal

SignIn = Callable[[TestClient], None]
PLANTED = "A" * 43


def test_a_tampered_state_is_refused(portal: Portal, provider: BrokenProvider) -> None:
    browser = portal.browser()
    answer = provider.answer(browser.get("/auth/login/idp").headers["location"])

    back = browser.get("/auth/callback/idp", params={**answer, "state": answer["state"] + "x"})

    assert back.text == "state"
    assert portal.sessions() == 0


@pytest.mark.parametrize("params", [{}, {"code": "x"}, {"state": "x"}, {"error": "access_denied"}])
def test_an_answer_that_nobody_asked_for_is_refused(portal: Portal, params: dict[str, str]) -> None:
    assert portal.browser().get("/auth/callback/idp", params=params).text == "state"


def test_two_states_are_refused(portal: Portal, provider: BrokenProvider) -> None:
    browser = portal.browser()
    answer = provider.answer(browser.get("/auth/login/idp").headers["location"])

    back = browser.get("/auth/callback/idp", params=[*answer.items(), ("state", answer["state"])])

    assert back.text == "state"


def test_an_answer_is_refused_in_another_browser(portal: Portal, provider: BrokenProvider) -> None:
    answer = provider.answer(portal.browser().get("/auth/login/idp").headers["location"])

    assert portal.browser().get("/auth/callback/idp", params=answer).text == "state"


def test_an_answer_to_one_provider_is_refused_at_another(provider: BrokenProvider) -> None:
    other = provider.settings(name="other")
    transports = {"idp": provider.transport(), "other": provider.transport()}
    browser = make_portal(provider.settings(), other, transports=transports).browser()
    answer = provider.answer(browser.get("/auth/login/idp").headers["location"])

    assert browser.get("/auth/callback/other", params=answer).text == "state"


def test_an_answer_that_names_another_issuer_is_refused(portal: Portal, provider: BrokenProvider) -> None:
    browser = portal.browser()
    answer = provider.answer(browser.get("/auth/login/idp").headers["location"])

    back = browser.get("/auth/callback/idp", params={**answer, "iss": "https://other.example"})

    assert back.text == "issuer"


def test_the_same_answer_counts_once(portal: Portal, provider: BrokenProvider) -> None:
    browser = portal.browser()
    answer = provider.answer(browser.get("/auth/login/idp").headers["location"])
    browser.get("/auth/callback/idp", params=answer)

    again = browser.get("/auth/callback/idp", params=answer)

    assert again.text == "state"
    assert portal.sessions() == 1


def test_a_copied_cookie_does_not_make_it_count_twice(portal: Portal, provider: BrokenProvider) -> None:
    browser, thief = portal.browser(), portal.browser()
    answer = provider.answer(browser.get("/auth/login/idp").headers["location"])
    thief.cookies.set("sign-in", browser.cookies["sign-in"])
    browser.get("/auth/callback/idp", params=answer)

    again = thief.get("/auth/callback/idp", params=answer)

    assert again.text == "code_used"
    assert portal.sessions() == 1


def test_a_code_that_the_provider_has_seen_is_refused(portal: Portal, provider: BrokenProvider) -> None:
    first, second = portal.browser(), portal.browser()
    used = provider.answer(first.get("/auth/login/idp").headers["location"])
    first.get("/auth/callback/idp", params=used)
    fresh = provider.answer(second.get("/auth/login/idp").headers["location"])

    back = second.get("/auth/callback/idp", params={**fresh, "code": used["code"]})

    assert back.text == "code_used"
    assert portal.sessions() == 1


def test_a_code_of_another_sign_in_is_refused(portal: Portal, provider: BrokenProvider) -> None:
    victim, attacker = portal.browser(), portal.browser()
    stolen = provider.answer(victim.get("/auth/login/idp").headers["location"])
    own = provider.answer(attacker.get("/auth/login/idp").headers["location"])

    back = attacker.get("/auth/callback/idp", params={**own, "code": stolen["code"]})

    assert back.text == "nonce"
    assert portal.sessions() == 0


def test_a_planted_session_cookie_does_not_become_somebodys(portal: Portal, sign_in: SignIn) -> None:
    browser, attacker = portal.browser(), portal.browser()
    for each in (browser, attacker):
        each.cookies.set("session", PLANTED, domain="localhost.local", path="/")

    sign_in(browser)

    assert PLANTED not in {cookie.value for cookie in browser.cookies.jar}
    assert portal.signed_in(attacker) is None


def test_signing_in_again_ends_the_session_before(portal: Portal, sign_in: SignIn) -> None:
    browser, copy = portal.browser(), portal.browser()
    sign_in(browser)
    copy.cookies.set("session", browser.cookies["session"])

    sign_in(browser)

    assert portal.signed_in(copy) is None
    assert portal.signed_in(browser) is not None


def test_cookies_are_for_this_host_alone_and_out_of_scripts_reach(provider: BrokenProvider) -> None:
    portal = make_portal(provider.settings(), origin=SECURE_ORIGIN, transports={"idp": provider.transport()})
    browser = portal.browser()

    away = browser.get("/auth/login/idp")
    back = browser.get("/auth/callback/idp", params=provider.answer(away.headers["location"]))

    kept, (session, cleared) = away.headers["set-cookie"], back.headers.get_list("set-cookie")
    assert session.startswith("__Host-session=")
    assert kept.startswith("__Host-sign-in=")
    assert cleared.startswith("__Host-sign-in=null")
    for cookie in (kept.lower(), session.lower()):
        assert {"secure", "httponly", "samesite=lax", "path=/"} <= {
            part.strip() for part in cookie.split(";")
        }
        assert "domain" not in cookie
    assert "max-age=600" in kept.lower()


def test_two_session_cookies_are_nobodys(portal: Portal, sign_in: SignIn) -> None:
    browser = portal.browser()
    sign_in(browser)
    token = browser.cookies["session"]

    for header in (f"session={PLANTED}; session={token}", f"session={token}; session={PLANTED}"):
        told = portal.browser().get("/auth/session", headers={"Cookie": header})
        assert told.json() == {"signed_in": False, "seconds_left": 0}


def test_the_cookie_of_a_sign_in_under_way_cannot_be_made_up(
    portal: Portal, provider: BrokenProvider
) -> None:
    browser = portal.browser()
    answer = provider.answer(browser.get("/auth/login/idp").headers["location"])
    data, _, signature = browser.cookies["sign-in"].rpartition(".")
    browser.cookies.clear()
    browser.cookies.set("sign-in", f"{data}.{signature[::-1]}")

    assert browser.get("/auth/callback/idp", params=answer).text == "state"


def test_over_tls_only_cookies_of_this_very_host_count(provider: BrokenProvider, sign_in: SignIn) -> None:
    portal = make_portal(provider.settings(), origin=SECURE_ORIGIN, transports={"idp": provider.transport()})
    browser = portal.browser()
    sign_in(browser)
    token = browser.cookies["__Host-session"]

    told = portal.browser().get("/auth/session", headers={"Cookie": f"session={token}"})

    assert told.json()["signed_in"] is False
    assert portal.signed_in(browser) is not None


def test_who_takes_too_long_begins_again(
    portal: Portal, provider: BrokenProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = portal.browser()
    answer = provider.answer(browser.get("/auth/login/idp").headers["location"])
    later = int(time.time()) + SECONDS_TO_SIGN_IN + 1
    monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda _: later)

    assert browser.get("/auth/callback/idp", params=answer).text == "state"
