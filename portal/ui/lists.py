"""Lists: facts in pairs, links, and the large ways in to a task."""

from collections.abc import Sequence
from typing import Any

import reflex as rx

from portal.ui.anchor import anchor
from portal.ui.content import Content, Text, classes
from portal.ui.icons import Sign
from portal.ui.icons import sign as draw


def summary_list(rows: Sequence[tuple[Text, Content]]) -> rx.Component:
    """Facts in pairs: what it is, and its value."""
    return rx.el.dl(
        *(rx.el.div(rx.el.dt(name), rx.el.dd(value)) for name, value in rows), class_name="summary-list"
    )


def bullet_list(*items: Content) -> rx.Component:
    """Points in no particular order."""
    return rx.el.ul(*(rx.el.li(item) for item in items))


def number_list(*items: Content) -> rx.Component:
    """Steps in order."""
    return rx.el.ol(*(rx.el.li(item) for item in items))


def link_list(links: Sequence[tuple[Text, Text]], *, class_name: str | None = None) -> rx.Component:
    """Links one under the other, (text, address), each a full target."""
    return rx.el.ul(
        *(rx.el.li(anchor(text, href=href)) for text, href in links),
        class_name=classes("link-list", class_name),
    )


def way_in(title: Text, text: Text, href: Text, *, sign: Sign | None = None) -> rx.Component:
    """A large link to a task: the whole surface is the target, the title is its name."""
    return rx.el.li(
        draw(sign) if sign else rx.fragment(),
        rx.el.h3(anchor(title, href=href), class_name="way-in-title"),
        rx.el.p(text),
        class_name="way-in",
    )


def ways_in(*items: rx.Component, **attributes: Any) -> rx.Component:
    """The ways in, side by side where there is room."""
    return rx.el.ul(*items, class_name="ways-in", **attributes)
