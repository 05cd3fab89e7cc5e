"""How content is placed: sections, columns and boxes; all fall into one column on a narrow screen."""

from typing import Any

import reflex as rx

from portal.ui.content import Content, Text, given


def section(
    title: Text, *content: Content, section_id: str | None = None, level: int = 2, **attributes: Any
) -> rx.Component:
    """A part of the page under its own heading (level 2, 3 or 4)."""
    heading = {2: rx.el.h2, 3: rx.el.h3, 4: rx.el.h4}[level]
    return rx.el.section(
        heading(title, **given(id=section_id)),
        *content,
        **given(aria_labelledby=section_id, **attributes),
    )


def paragraph(*content: Content) -> rx.Component:
    """Running text."""
    return rx.el.p(*content)


def lead(*content: Content) -> rx.Component:
    """The paragraph after the heading that says what the page is for."""
    return rx.el.p(*content, class_name="lead")


def two_columns(main: Content, aside: Content, *, aside_label: Text) -> rx.Component:
    """Main content with something beside it; the aside comes after on a narrow screen."""
    return rx.el.div(
        rx.el.div(main, class_name="column-main"),
        rx.el.aside(aside, class_name="column-aside", aria_label=aside_label),
        class_name="columns",
    )


def box(*content: Content, **attributes: Any) -> rx.Component:
    """A framed surface for content that belongs together."""
    return rx.el.div(*content, class_name="box", **attributes)


def row(*content: Content) -> rx.Component:
    """Things beside each other, wrapping where the room ends."""
    return rx.el.div(*content, class_name="row")


def hidden_text(text: Text) -> rx.Component:
    """Words for a screen reader where the eye has the context."""
    return rx.el.span(text, class_name="visually-hidden")
