"""What the components promise: help and errors tied to fields, and the behaviour of the browser itself."""

import pytest
import reflex as rx

from portal import ui
from portal.ui.pagination import _shown
from tests.portal.ui.rendered import Element, elements


class ComponentsState(rx.State):
    """A state with an error that may or may not be there."""

    error: str = ""


def only(component: rx.Component, tag: str) -> Element:
    found = [element for element in elements(component) if element.tag == tag]
    assert len(found) == 1
    return found[0]


def test_a_field_is_described_by_its_help_and_its_error_in_that_order() -> None:
    field = only(ui.text_field("namn", "Namn", hint="Hjälp", error="Fel"), "input")

    assert field.attributes["aria-describedby"] == "namn-hjalp namn-fel"
    assert field.attributes["aria-invalid"] == "true"


def test_a_field_without_help_and_error_has_no_description() -> None:
    field = only(ui.text_area("text", "Text"), "textarea")

    assert "aria-describedby" not in field.attributes
    assert "aria-invalid" not in field.attributes


def test_a_states_error_decides_the_description_in_the_browser() -> None:
    error = ui.text_field("namn", "Namn", error=ComponentsState.error)
    described = only(error, "input").attributes["aria-describedby"]

    assert '"namn-fel"' in described
    assert "undefined" in described


def test_label_comes_before_help_before_error_before_control() -> None:
    order = [
        element.tag for element in elements(ui.select_field("v", "V", [("a", "A")], hint="H", error="E"))
    ]

    assert order == ["div", "label", "p", "p", "span", "select", "option"]


def test_the_first_choice_carries_the_fields_id_so_that_the_summary_can_lead_to_it() -> None:
    boxes = [
        e for e in elements(ui.radios("svar", "Svar", [("ja", "Ja"), ("nej", "Nej")])) if e.tag == "input"
    ]

    assert [box.id for box in boxes] == ["svar", "svar-1"]
    assert {box.attributes["name"] for box in boxes} == {"svar"}


def test_only_the_given_boxes_are_ticked() -> None:
    ticked = ui.checkboxes("val", "Val", [("a", "A"), ("b", "B")], values=frozenset({"b"}))
    boxes = [element for element in elements(ticked) if element.tag == "input"]

    assert [box.attributes.get("defaultChecked") for box in boxes] == [None, "true"]


def test_the_error_summary_leads_to_each_field_and_asks_for_focus() -> None:
    found = elements(ui.error_summary("Rätta", [("namn", "Skriv ditt namn."), ("dag", "Välj en dag.")]))

    assert [e.attributes["href"] for e in found if e.tag == "a"] == ["#namn", "#dag"]
    assert found[0].attributes["role"] == "alert"
    assert "data-focus" in found[0].attributes


def test_a_button_never_submits_by_accident() -> None:
    assert only(ui.button("Spara"), "button").attributes["type"] == "button"
    assert only(ui.button("Skicka", submit=True), "button").attributes["type"] == "submit"


def test_links_are_the_browsers_own_so_that_a_part_of_the_page_keeps_its_query() -> None:
    assert only(ui.link("Rad", "#rad"), "a").attributes["href"] == "#rad"


def test_a_notice_is_named_in_words() -> None:
    names = [
        elements(ui.notice("Text", kind=kind))[1].text for kind in ("info", "success", "warning", "error")
    ]

    assert len(set(names)) == 4


def test_nothing_is_rendered_for_an_absent_text() -> None:
    assert elements(ui.when(None, rx.el.p)) == []
    assert elements(ui.when("", rx.el.p)) == []


@pytest.mark.parametrize(
    ("current", "last", "shown"),
    [
        (1, 2, [1, 2]),
        (1, 5, [1, 2, 0, 5]),
        (5, 12, [1, 0, 4, 5, 6, 0, 12]),
        (12, 12, [1, 0, 11, 12]),
        (3, 4, [1, 2, 3, 4]),
    ],
)
def test_pagination_shows_the_ends_and_the_neighbours(current: int, last: int, shown: list[int]) -> None:
    assert _shown(current, last) == shown


def test_one_page_needs_no_pagination() -> None:
    pages = ui.pagination("Sidor", 1, 1, str, previous="F", following="N", page_name=str)

    assert elements(pages) == []


def test_tabs_are_links_to_sections_until_the_script_has_run() -> None:
    found = elements(ui.tabs("Vyer", [("ett", "Ett", "A"), ("tva", "Två", "B")]))

    assert [e.attributes["href"] for e in found if e.tag == "a"] == ["#ett", "#tva"]
    assert [e.id for e in found if e.tag == "section"] == ["ett", "tva"]


def test_a_table_can_be_scrolled_from_the_keyboard() -> None:
    frame = elements(ui.table("Hyra", ["Månad", "Belopp"], [["1", "100 kr"]], numeric=frozenset({1})))[0]

    assert frame.attributes["tabIndex"] == "0"
    assert frame.attributes["aria-label"] == "Hyra"
