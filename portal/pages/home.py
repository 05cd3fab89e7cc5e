"""/: one question, examples of questions, the ways in, and how to reach a human being."""

from urllib.parse import urlencode

import reflex as rx

from portal import ui
from portal.texts import home as texts
from portal.ui.icons import doorway

QUESTION_FIELD = "fraga"
MOST_CHARACTERS = 2000


def home() -> rx.Component:
    """The start page."""
    return ui.frame(_hero(), rx.el.div(_ways(), _contact(), class_name="frame page"))


def _hero() -> rx.Component:
    search = ui.search_form(
        QUESTION_FIELD,
        texts.SEARCH_LABEL,
        texts.SEARCH_BUTTON,
        action="/fraga",
        hint=texts.SEARCH_HINT,
        max_length=MOST_CHARACTERS,
        large=True,
    )
    text = rx.el.div(
        ui.heading(texts.TITLE), ui.lead(texts.LEAD), search, _examples(), class_name="hero-text"
    )
    return rx.el.div(rx.el.div(text, doorway(), class_name="frame"), class_name="hero")


def _examples() -> rx.Component:
    links = [(question, f"/fraga?{urlencode({'q': question})}") for question in texts.EXAMPLES]
    return ui.section(texts.EXAMPLES_TITLE, ui.link_list(links, class_name="chips"), section_id="exempel")


def _ways() -> rx.Component:
    ways = ui.ways_in(
        ui.way_in(texts.READ_TITLE, texts.READ_TEXT, "/handbok", sign="book"),
        ui.way_in(texts.RENT_TITLE, texts.RENT_TEXT, "/hyra", sign="calendar"),
        ui.way_in(texts.ERRAND_TITLE, texts.ERRAND_TEXT, "/arende", sign="letter"),
        ui.way_in(texts.REPAIR_TITLE, texts.REPAIR_TEXT, "/reparation", sign="wrench"),
    )
    return ui.section(texts.WAYS_TITLE, ways, section_id="vagar")


def _contact() -> rx.Component:
    return ui.contact_box(texts.CONTACT_TITLE, intro=texts.CONTACT_INTRO)
