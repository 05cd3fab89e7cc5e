"""Ask, follow the citation to its line, ask on: by keyboard alone, after a reload, without JavaScript."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.checks import accessibility_violations
from tests.browser.test_every_page import PATHS, asking

pytestmark = pytest.mark.browser
Visit = Callable[[str], Page]
QUESTION = "Vilka kriterier gäller för samtalsapparat med ögonstyrning?"
FOUR_CLASSES = "andra styrsätt har provats"


def test_from_the_start_page_to_an_answer_a_citation_and_its_section(visit: Visit, page: Page) -> None:
    visit("/")
    page.get_by_label("Vad behöver du hjälp med?").fill(QUESTION)
    page.get_by_role("button", name="Få svar").click()

    expect(page.locator("main")).to_contain_text(FOUR_CLASSES)
    page.get_by_role("link", name=re.compile(r"2\b")).first.click()

    marked = page.locator(".opened .is-cited, .opened mark, .opened [data-cited]").first
    expect(marked).to_contain_text(FOUR_CLASSES)
    assert accessibility_violations(page) == []


def test_the_keyboard_is_enough(visit: Visit, page: Page) -> None:
    visit("/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Hoppa till innehållet")
    page.get_by_label("Vad behöver du hjälp med?").focus()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text(FOUR_CLASSES)

    for _ in range(60):
        page.keyboard.press("Tab")
        if "#kriterier-" in (page.evaluate("document.activeElement.getAttribute('href')") or ""):
            break
    page.keyboard.press("Enter")

    inside = "document.activeElement.closest('.opened') !== null"
    page.wait_for_function(inside)
    page.keyboard.press("Escape")
    page.wait_for_function("(document.activeElement.getAttribute('href') || '').includes('#kriterier-')")


def test_the_day_decides_the_version(visit: Visit, page: Page) -> None:
    visit(asking(QUESTION, per="2025-12-01"))

    expect(page.locator("main")).to_contain_text("bör en logoped ha bedömt")
    expect(page.locator("main")).not_to_contain_text(FOUR_CLASSES)


def test_the_conversation_is_its_address(visit: Visit, page: Page) -> None:
    visit(asking("Får en fysioterapeut förskriva gåbord?"))
    page.get_by_label("Ställ en följdfråga").fill("och vem betalar?")
    page.get_by_role("button", name="Fråga", exact=True).click()
    page.wait_for_url(re.compile("och"))
    expect(page.locator("main")).to_contain_text("Gåbord hör till ansvar 2")

    page.reload()
    expect(page.locator("main")).to_contain_text("Gåbord hör till ansvar 2")
    page.go_back()
    expect(page.locator("main")).not_to_contain_text("Gåbord hör till ansvar 2")


def test_an_empty_follow_up_is_told_in_a_summary_that_takes_the_focus(visit: Visit, page: Page) -> None:
    visit(asking("gåbord"))
    page.get_by_role("button", name="Fråga", exact=True).click()

    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    assert accessibility_violations(page) == []


def test_a_refusal_says_where_to_turn_and_cites_nothing(visit: Visit, page: Page) -> None:
    visit(PATHS["out of scope"])

    expect(page.locator("main")).to_contain_text("021-17 30 48")
    assert page.locator("main a[href*='#']:not([href^='#'])").count() == 0


def test_a_yes_is_stored_and_thanked_for(visit: Visit, page: Page) -> None:
    visit(asking("Vem får förskriva gåbord?"))
    page.get_by_role("button", name="Ja", exact=True).click()

    expect(page.locator("main")).to_contain_text("Tack")
    assert accessibility_violations(page) == []


def test_a_no_asks_for_the_reason_and_thanks(visit: Visit, page: Page) -> None:
    visit(asking("Vem får förskriva gåbord?"))
    page.get_by_role("button", name="Nej", exact=True).click()
    reason = page.locator("textarea[name=reason]")
    expect(reason).to_be_focused()
    assert accessibility_violations(page) == []

    reason.fill("Jag ville veta var man hämtar den.")
    page.locator("form:has(textarea) button").click()

    expect(page.locator("main")).to_contain_text("Tack")


def test_without_javascript_there_is_the_form_and_the_handbook(browser: Browser, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url + "/")
    assert page.locator("form[action='/fraga'] input[name=q]").is_visible()
    page.goto(base_url + "/handbok/gabord")
    assert page.locator("#kriterier-1").is_visible()
    assert page.get_by_text("021-17 30 48").first.is_visible()
    context.close()


def test_without_javascript_a_question_gets_a_number_to_call(browser: Browser, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url + asking(QUESTION))
    assert "Slå på JavaScript, eller ring kundtjänst" in page.locator("main").inner_text()
    expect(page.locator("main noscript a[href='tel:+4621173048']")).to_be_visible()
    context.close()


def test_the_tab_and_the_history_say_what_was_asked(visit: Visit, page: Page) -> None:
    visit(asking(QUESTION))
    expect(page).to_have_title(re.compile("ögonstyrning.*Fråga handboken"))

    page.get_by_role("button", name="Fråga", exact=True).click()
    expect(page).to_have_title(re.compile("^Fel: "))


def test_what_was_copied_is_told_where_it_was_pressed(browser: Browser, base_url: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(base_url + asking(QUESTION))
    button = page.get_by_role("button", name="Kopiera svaret med källor")
    button.click()
    expect(button).to_have_attribute("data-copied", "Svaret är kopierat")
    assert "[1–4, 6] Samtalsapparater, kriterier." in page.evaluate("navigator.clipboard.readText()")

    page.get_by_role("link", name="Kopiera länk till svaret").click()
    expect(page.locator("#meddelanden")).to_have_text("Länken är kopierad")
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"{base_url}/fraga?q=")
    context.close()


def test_a_verdict_keeps_the_readers_place_and_a_reload_does_not_take_it(visit: Visit, page: Page) -> None:
    visit(asking("Vem får förskriva gåbord?"))
    page.get_by_role("button", name="Ja", exact=True).click()
    expect(page.get_by_text("Tack!")).to_be_focused()

    page.reload()
    expect(page.get_by_text("Tack!")).to_be_visible()
    expect(page.get_by_text("Tack!")).not_to_be_focused()


def test_a_lost_connection_is_told_in_swedish(browser: Browser, base_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route_web_socket(re.compile("_event"), lambda socket: socket.close())
    page.goto(base_url + "/fraga")
    expect(page.get_by_text("Ingen kontakt")).to_be_visible(timeout=60_000)
    context.close()


def test_an_unknown_address_is_a_swedish_404(browser: Browser, base_url: str) -> None:
    page = browser.new_page()
    response = page.goto(base_url + "/finns-inte")
    assert response is not None
    assert response.status == 404
    expect(page.locator("h1")).to_have_text("Sidan finns inte")
    page.close()
