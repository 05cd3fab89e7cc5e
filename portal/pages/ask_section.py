"""The section that a citation opened, beside its answer, with the cited line marked and focused."""

from typing import Any

import reflex as rx

from portal.pages.ask_state import AskState
from portal.pages.lines import parts_of
from portal.texts import ask as words
from portal.ui import button, link, tag_of

TITLE_ID = "oppnat-avsnitt"


def opened_section() -> rx.Component:
    """The opened section; the page shows it only under the answer it was opened from."""
    opened: Any = AskState.opened
    return rx.el.aside(
        rx.el.div(
            rx.el.h3(opened.title, id=TITLE_ID),
            button(
                words.CLOSE_SECTION,
                kind="secondary",
                on_click=AskState.close_section,
                data_return=f"#{opened.came_from}",
                data_escape="",
            ),
            class_name="opened-head",
        ),
        rx.el.p(tag_of(opened.status, opened.tag_kind), " ", opened.validity),
        rx.foreach(opened.fields, _field),
        rx.el.p(link(words.OPEN_WHOLE, opened.href)),
        class_name="opened",
        aria_labelledby=TITLE_ID,
        key=opened.came_from,
    )


def _field(field: Any) -> rx.Component:
    return rx.el.section(rx.el.h4(field.heading), rx.foreach(field.groups, _group))


def _group(group: Any) -> rx.Component:
    return rx.fragment(
        rx.cond(group.heading != "", rx.el.h5(group.heading, class_name="said-group"), rx.fragment()),
        rx.el.ul(rx.foreach(group.lines, _line)),
    )


def _line(line: Any) -> rx.Component:
    marked = rx.el.li(
        rx.el.span(words.MARKED, class_name="visually-hidden"),
        rx.el.mark(parts_of(line.parts)),
        tab_index=-1,
        class_name="marked-line",
        data_focus="",
    )
    return rx.cond(line.marked, marked, rx.el.li(parts_of(line.parts)))
