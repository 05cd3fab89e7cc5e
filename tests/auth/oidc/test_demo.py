"""The whole sign-in against the built-in provider, in one process."""

import pytest
from starlette.testclient import TestClient

from auth.demo.people import PEOPLE, DemoPerson
from auth.demo.provider import DemoNotAllowed, demo_provider
from auth.providers import SignInSettings
from tests.auth.oidc.wired import ORIGIN, SAME_ORIGIN, SECRET, Portal, local, make_portal, query_of


@pytest.fixture
def portal() -> Portal:
    return make_portal(demo=True, choose_unit_address="/valj-enhet")


def sign_in(browser: TestClient, person: str, next_address: str = "/") -> str:
    """Choose `person`; gives where the browser is sent in the end."""
    to_provider = browser.get("/auth/login/demo", params={"next": next_address})
    authorize = local(to_provider.headers["location"])
    chosen = browser.post(authorize, data={"person": person}, headers=SAME_ORIGIN)
    back = browser.get(local(chosen.headers["location"]))
    assert back.status_code == 303, back.text
    return str(back.headers["location"])


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.id)
def test_everybody_can_be_chosen_and_has_the_role_told(portal: Portal, person: DemoPerson) -> None:
    browser = portal.browser()

    sign_in(browser, person.id)

    signed_in = portal.signed_in(browser)
    assert signed_in is not None
    assert signed_in.name == person.name
    assert signed_in.must_choose or signed_in.role is person.role


def test_the_page_offers_everybody_and_nothing_that_the_browser_must_run(portal: Portal) -> None:
    browser = portal.browser()

    page = browser.get(local(browser.get("/auth/login/demo").headers["location"])).text

    assert all(person.name in page for person in PEOPLE)
    assert "<script" not in page
    assert 'lang="sv"' in page


def test_the_address_to_go_to_survives(portal: Portal) -> None:
    assert (
        sign_in(portal.browser(), "rut", "/handbok/gabord?per=2026-11-21") == "/handbok/gabord?per=2026-11-21"
    )


def test_another_site_is_never_where_it_ends(portal: Portal) -> None:
    assert sign_in(portal.browser(), "rut", "//evil.example/") == "/"


def test_with_several_units_one_is_chosen_first(portal: Portal) -> None:
    assert sign_in(portal.browser(), "frej", "/skriv?a=1&b=2") == "/valj-enhet?next=%2Fskriv%3Fa%3D1%26b%3D2"


def test_protected_personal_data_are_told(portal: Portal) -> None:
    browser = portal.browser()

    sign_in(browser, "siv")

    signed_in = portal.signed_in(browser)
    assert signed_in is not None
    assert signed_in.protected


def test_who_changes_their_mind_is_not_signed_in(portal: Portal) -> None:
    browser = portal.browser()
    authorize = local(browser.get("/auth/login/demo").headers["location"])

    chosen = browser.post(authorize, data={"person": ""}, headers=SAME_ORIGIN)
    back = browser.get(local(chosen.headers["location"]))

    assert back.text == "cancelled"
    assert portal.sessions() == 0


def test_another_site_cannot_choose_for_somebody(portal: Portal) -> None:
    browser = portal.browser()
    authorize = local(browser.get("/auth/login/demo").headers["location"])

    chosen = browser.post(authorize, data={"person": "rut"}, headers={"Origin": "https://evil.example"})

    assert chosen.status_code == 403


def test_logout_goes_by_way_of_the_provider(portal: Portal) -> None:
    browser = portal.browser()
    sign_in(browser, "rut")

    out = browser.post("/auth/logout", headers=SAME_ORIGIN)
    at_provider = browser.get(local(out.headers["location"]))
    home = browser.get(local(at_provider.headers["location"]))

    assert portal.signed_in(browser) is None
    assert local(out.headers["location"]).startswith("/demo-idp/logout?")
    assert home.headers["location"] == "/"


def test_a_code_cannot_be_exchanged_without_the_verifier(portal: Portal) -> None:
    browser = portal.browser()
    authorize = local(browser.get("/auth/login/demo").headers["location"])
    chosen = browser.post(authorize, data={"person": "rut"}, headers=SAME_ORIGIN)
    provider = demo_provider(portal.settings)
    assert provider.client_secret is not None

    answer = browser.post(
        "/demo-idp/token",
        data={
            "grant_type": "authorization_code",
            "code": query_of(chosen.headers["location"])["code"],
            "redirect_uri": f"{ORIGIN}/auth/callback/demo",
        },
        auth=(provider.client_id, provider.client_secret.get_secret_value()),
    )

    assert answer.status_code == 400
    assert "code_verifier" in answer.json()["error_description"]


@pytest.mark.parametrize(
    "change",
    [
        {"code_challenge": ""},
        {"code_challenge_method": "plain"},
        {"redirect_uri": "https://evil.example/"},
        {"client_id": "somebody"},
        {"response_type": "token"},
    ],
)
def test_a_request_that_is_not_the_portals_is_shown_no_people(portal: Portal, change: dict[str, str]) -> None:
    browser = portal.browser()
    asked = query_of(browser.get("/auth/login/demo").headers["location"])

    page = browser.get("/demo-idp/authorize", params={**asked, **change})

    assert "Påhittad" not in page.text
    assert "evil.example" not in page.headers.get("location", "")


def test_userinfo_is_not_told_without_a_token(portal: Portal) -> None:
    assert portal.browser().get("/demo-idp/userinfo").status_code == 401


def test_it_cannot_be_had_in_production() -> None:
    with pytest.raises(ValueError, match="must not run in production"):
        SignInSettings(origin="https://portal.example", production=True, secret_key=SECRET, demo=True)
    unchecked = SignInSettings.model_construct(
        origin="https://portal.example", production=True, secret_key=SECRET, demo=True, providers=()
    )
    with pytest.raises(DemoNotAllowed):
        demo_provider(unchecked)


def test_it_is_not_there_unless_turned_on() -> None:
    portal = make_portal()

    assert portal.browser().get("/demo-idp/authorize").status_code == 404
    assert portal.browser().get("/auth/login/demo").status_code == 404


def test_a_browser_that_calls_this_machine_by_its_number_is_sent_to_the_name(portal: Portal) -> None:
    away = portal.browser().get("http://127.0.0.1:3000/auth/login/demo?next=/om")

    assert away.headers["location"] == f"{ORIGIN}/auth/login/demo?next=/om"
    assert "set-cookie" not in away.headers


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:8080", "localhost:3000"])
def test_any_other_name_is_left_to_the_proxy(portal: Portal, host: str) -> None:
    away = portal.browser().get("/auth/login/demo", headers={"Host": host})

    assert away.headers["location"].startswith(f"{ORIGIN}/demo-idp/authorize?")
