"""Signing out, staying, and how often somebody may try."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from tests.auth.oidc.broken import BrokenProvider
from tests.auth.oidc.wired import ORIGIN, SAME_ORIGIN, Portal

SignIn = Callable[[TestClient], None]
FOREIGN = [
    {},
    {"Origin": "null"},
    {"Origin": "https://evil.example"},
    {"Origin": f"{ORIGIN}.evil.example"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": ORIGIN, "Sec-Fetch-Site": "cross-site"},
    {"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"},
]


@pytest.mark.parametrize("path", ["/auth/logout", "/auth/logout-everywhere", "/auth/stay"])
@pytest.mark.parametrize("headers", FOREIGN)
def test_another_site_can_neither_sign_out_nor_keep_signed_in(
    portal: Portal, sign_in: SignIn, path: str, headers: dict[str, str]
) -> None:
    browser = portal.browser()
    sign_in(browser)

    answer = browser.post(path, headers=headers)

    assert answer.status_code == 403
    assert portal.signed_in(browser) is not None


@pytest.mark.parametrize("path", ["/auth/logout", "/auth/logout-everywhere", "/auth/stay"])
def test_a_link_changes_nothing(portal: Portal, sign_in: SignIn, path: str) -> None:
    browser = portal.browser()
    sign_in(browser)

    assert browser.get(path, headers=SAME_ORIGIN).status_code == 405
    assert portal.signed_in(browser) is not None


def test_a_token_is_worthless_after_logout(portal: Portal, sign_in: SignIn) -> None:
    browser, copy = portal.browser(), portal.browser()
    sign_in(browser)
    copy.cookies.set("session", browser.cookies["session"])

    browser.post("/auth/logout", headers=SAME_ORIGIN)

    assert "session" not in browser.cookies
    assert portal.signed_in(copy) is None


def test_only_this_browser_is_signed_out(portal: Portal, sign_in: SignIn) -> None:
    here, there = portal.browser(), portal.browser()
    sign_in(here)
    sign_in(there)

    here.post("/auth/logout", headers=SAME_ORIGIN)

    assert portal.signed_in(there) is not None


def test_everywhere_is_everywhere(portal: Portal, sign_in: SignIn) -> None:
    here, there = portal.browser(), portal.browser()
    sign_in(here)
    sign_in(there)

    here.post("/auth/logout-everywhere", headers=SAME_ORIGIN)

    assert portal.signed_in(here) is None
    assert portal.signed_in(there) is None


def test_signing_out_works_while_the_provider_is_down(
    portal: Portal, sign_in: SignIn, provider: BrokenProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = portal.browser()
    sign_in(browser)
    monkeypatch.setattr("auth.connection.KEEP_SECONDS", -1)
    provider.flaw = "down"

    out = browser.post("/auth/logout", headers=SAME_ORIGIN)

    assert (out.status_code, out.headers["location"]) == (303, "/")
    assert portal.signed_in(browser) is None


def test_signing_out_twice_is_no_error(portal: Portal) -> None:
    out = portal.browser().post("/auth/logout", headers=SAME_ORIGIN)

    assert (out.status_code, out.headers["location"]) == (303, "/")


def test_the_time_left_is_told_without_lengthening_it(portal: Portal, sign_in: SignIn) -> None:
    browser = portal.browser()
    sign_in(browser)
    portal.late = timedelta(minutes=20)

    first, second = (browser.get("/auth/session") for _ in range(2))

    assert 590 <= second.json()["seconds_left"] <= first.json()["seconds_left"] <= 600
    assert first.headers["cache-control"] == "no-store"


def test_one_press_lengthens_it(portal: Portal, sign_in: SignIn) -> None:
    browser = portal.browser()
    sign_in(browser)
    portal.late = timedelta(minutes=20)

    stayed = browser.post("/auth/stay", headers=SAME_ORIGIN)

    assert stayed.json() == {"signed_in": True, "seconds_left": 1800}


def test_nobody_comes_back_by_staying(portal: Portal, sign_in: SignIn) -> None:
    browser = portal.browser()
    sign_in(browser)
    portal.late = timedelta(minutes=31)

    stayed = browser.post("/auth/stay", headers=SAME_ORIGIN)

    assert (stayed.status_code, stayed.json()["signed_in"]) == (401, False)


def test_staying_does_not_pass_the_longest_time(portal: Portal, sign_in: SignIn) -> None:
    browser = portal.browser()
    sign_in(browser)
    for minutes in range(25, 480, 25):
        portal.late = timedelta(minutes=minutes)
        stayed = browser.post("/auth/stay", headers=SAME_ORIGIN)

    assert stayed.json()["seconds_left"] <= 5 * 60


@pytest.mark.parametrize("kind", ["client", "account"])
def test_who_tries_too_often_is_refused(portal: Portal, provider: BrokenProvider, kind: str) -> None:
    browser = portal.browser()
    answer = provider.answer(browser.get("/auth/login/idp").headers["location"])
    portal.waits[kind] = 60

    back = browser.get("/auth/callback/idp", params=answer)

    assert back.text == "too_many"
    assert portal.sessions() == 0


def test_limits_never_see_who_it_is(portal: Portal, sign_in: SignIn) -> None:
    sign_in(portal.browser())

    accounts = [key for kind, key in portal.tried if kind == "account"]

    assert len(accounts) == 1
    assert "person-1" not in accounts[0]
