"""What every page has in common: landmarks, one h1, names for everything, links that lead somewhere."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
import reflex as rx

from knowledge.files import DEFAULT_HANDBOOK, read_handbook
from portal.pages.about import about
from portal.pages.accessibility import accessibility
from portal.pages.coming import errand, rent, repair
from portal.pages.designsystem import designsystem
from portal.pages.home import home
from portal.pages.not_found import not_found
from portal.texts import common
from tests.portal.ui.rendered import Element, elements

PAGES = (home, rent, errand, repair, about, accessibility, designsystem, not_found)
ROUTES = {
    "/",
    "/fraga",
    "/handbok",
    "/hyra",
    "/arende",
    "/reparation",
    "/om",
    "/tillganglighet",
    "/designsystem",
    "/logga-in",
    "/mitt-konto",
    "/mitt-konto/lasningar",
    "/mitt-konto/data.zip",
    "/valj-uppdrag",
    "/disk/loggkontroll",
}

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
Page = Callable[[], rx.Component]


def with_tag(found: list[Element], *tags: str) -> list[Element]:
    return [element for element in found if element.tag in tags]


@every_page
def test_a_page_has_one_h1_that_can_take_focus(page: Page) -> None:
    headings = with_tag(elements(page()), "h1")

    assert [heading.attributes["tabIndex"] for heading in headings] == ["-1"]
    assert headings[0].text


@every_page
def test_a_page_starts_with_a_link_to_its_content(page: Page) -> None:
    found = elements(page())
    first_link = with_tag(found, "a")[0]

    assert first_link.text == common.SKIP_TO_CONTENT
    assert first_link.attributes["href"] == "#innehall"
    assert [main.id for main in with_tag(found, "main")] == ["innehall"]


@every_page
def test_a_page_has_header_footer_and_a_polite_live_region(page: Page) -> None:
    found = elements(page())
    live = next(element for element in found if element.id == "meddelanden")

    assert len(with_tag(found, "header")) == len(with_tag(found, "footer")) == 1
    assert live.attributes["aria-live"] == "polite"


@every_page
def test_ids_are_unique(page: Page) -> None:
    ids = Counter(element.id for element in elements(page()) if element.id)

    assert [name for name, times in ids.items() if times > 1] == []


@every_page
def test_every_reference_to_an_id_is_met(page: Page) -> None:
    found = elements(page())
    ids = {element.id for element in found}
    references = {
        reference
        for element in found
        for name in ("htmlFor", "aria-labelledby", "aria-describedby")
        for reference in element.attributes.get(name, "").split()
    }

    assert references - ids == set()


@every_page
def test_every_field_has_a_label(page: Page) -> None:
    found = elements(page())
    labelled = {label.attributes["htmlFor"] for label in with_tag(found, "label")}

    assert [
        field.id for field in with_tag(found, "input", "select", "textarea") if field.id not in labelled
    ] == []


@every_page
def test_headings_go_down_one_level_at_a_time(page: Page) -> None:
    levels = [int(heading.tag[1]) for heading in with_tag(elements(page()), "h1", "h2", "h3", "h4")]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@every_page
def test_every_link_has_words_and_leads_somewhere(page: Page) -> None:
    found = elements(page())
    ids = {element.id for element in found}
    sections = {f"/handbok/{section_id}" for section_id in read_handbook(DEFAULT_HANDBOOK).sections}
    links = with_tag(found, "a")
    inner = [link for link in links if link.attributes["href"].startswith("/")]
    within = [link for link in links if link.attributes["href"].startswith("#")]

    assert [link for link in links if not (link.text or link.attributes.get("aria-label"))] == []
    assert {urlsplit(link.attributes["href"]).path for link in inner} - ROUTES - sections == set()
    assert {link.attributes["href"][1:] for link in within} - ids == set()


def test_the_question_of_the_start_page_is_sent_by_the_browser_itself() -> None:
    found = elements(home())
    form = next(form for form in with_tag(found, "form") if form.attributes["action"] == "/fraga")
    field = with_tag(found, "input")[0]

    assert (form.attributes["action"], form.attributes["method"]) == ("/fraga", "get")
    assert "onSubmit" not in form.attributes
    assert field.attributes["name"] == "q"


def test_the_navigation_marks_the_part_one_is_in() -> None:
    marked = [link for link in elements(rent()) if link.attributes.get("aria-current") == "true"]

    assert [link.attributes["href"] for link in marked] == ["/hyra"]
