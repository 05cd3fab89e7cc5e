"""Signing in as somebody made up, one's own account, the warning, and signing out, in a real browser."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import accessibility_violations

Visit = Callable[[str], Page]
SIZES = [(1280, 900), (320, 640)]


def sign_in(page: Page, base_url: str, person: str, next_address: str = "/mitt-konto") -> None:
    """As `person` of the built-in provider, and on to `next_address`."""
    page.goto(f"{base_url}/auth/login/demo?next={next_address}")
    page.locator(f'button[value="{person}"]').click()
    expect(page.locator(".who-name")).to_be_visible()


@pytest.mark.browser
def test_three_clicks_sign_in_and_one_signs_out(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/om")
    page.wait_for_load_state("networkidle")

    page.locator(".who").get_by_role("link", name="Logga in").click()
    page.get_by_role("link", name="Välj en exempelperson").click()
    page.get_by_role("button", name="Rut Påhittad").click()

    expect(page.locator(".who-name")).to_contain_text("Rut Påhittad")
    assert page.url == f"{base_url}/om"

    page.locator(".who").get_by_role("button", name="Logga ut").click()
    expect(page.locator(".who").get_by_role("link", name="Logga in")).to_be_visible()
    assert "session" not in {cookie["name"] for cookie in page.context.cookies()}


@pytest.mark.browser
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_account_is_accessible_and_takes_contact_details(
    visit: Visit, page: Page, base_url: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    sign_in(page, base_url, "bo" if size[0] > 400 else "sam")
    page.locator("#inloggningar").wait_for()
    assert accessibility_violations(page) == []

    page.locator("#avisering").select_option("sms")
    page.get_by_role("button", name="Spara kontaktuppgifter").click()
    expect(page.locator("#felsammanfattning")).to_be_focused()
    assert accessibility_violations(page) == []

    page.locator("#telefon").fill("070-174 06 05")
    page.get_by_role("button", name="Spara kontaktuppgifter").click()
    expect(page.locator("#kontakt-sparat")).to_have_text("Dina kontaktuppgifter är sparade.")
    expect(page.locator("#telefon")).to_have_value("+46701740605")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("person", "path", "shows"),
    [
        ("rut", "/mitt-konto/lasningar", "main .empty"),
        ("moa", "/valj-uppdrag", "main form"),
        ("ebbe", "/disk/loggkontroll", "#ny-kontroll"),
    ],
)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_pages_of_one_s_own_are_whole_and_accessible(
    page: Page, base_url: str, person: str, path: str, shows: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    sign_in(page, base_url, person, path)
    page.locator(shows).first.wait_for()

    assert accessibility_violations(page) == []
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wider) <= 0


@pytest.mark.browser
def test_nobody_is_led_to_sign_in_and_back(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/mitt-konto")

    page.wait_for_url("**/logga-in?next=%2Fmitt-konto")
    page.get_by_role("link", name="Välj en exempelperson").click()
    page.get_by_role("button", name="Siv Påhittad").click()

    expect(page.get_by_role("heading", name="Mitt konto", level=1)).to_be_visible()
    expect(page.locator("#inloggningar")).to_be_visible()


@pytest.mark.browser
def test_one_press_stays_signed_in_and_keeps_what_is_typed(page: Page, base_url: str) -> None:
    sign_in(page, base_url, "rut")
    page.route(
        "**/auth/session",
        lambda route: route.fulfill(
            content_type="application/json", body=json.dumps({"signed_in": True, "seconds_left": 100})
        ),
    )
    page.locator("#epost").fill("halvskrivet@")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    warning = page.get_by_role("alertdialog")
    expect(warning).to_be_visible()
    expect(warning.get_by_role("button", name="Fortsätt vara inloggad")).to_be_focused()
    assert accessibility_violations(page) == []

    warning.get_by_role("button", name="Fortsätt vara inloggad").click()
    expect(warning).to_be_hidden()
    expect(page.locator("#epost")).to_have_value("halvskrivet@")


@pytest.mark.browser
def test_a_session_that_is_over_says_so(page: Page, base_url: str) -> None:
    sign_in(page, base_url, "rut")
    page.request.post(f"{base_url}/auth/logout", headers={"Origin": base_url})
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    ended = page.get_by_role("alertdialog")
    expect(ended).to_contain_text("Du har loggats ut")
    assert accessibility_violations(page) == []


@pytest.mark.browser
def test_a_sign_in_that_did_not_work_says_what_to_do(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/auth/callback/demo?code=x&state=y")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Till inloggningen")).to_be_visible()
    assert accessibility_violations(page) == []


@pytest.mark.browser
def test_nothing_personal_is_in_what_everybody_is_served(page: Page, base_url: str) -> None:
    sign_in(page, base_url, "rut")

    served = page.request.get(f"{base_url}/mitt-konto").text()

    assert "Påhittad" not in served
    assert '<meta content="noindex" name="robots"/>' in served
