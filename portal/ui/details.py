"""Details: more for who wants it, opened by the reader, with the browser's own element."""

from typing import Any

import reflex as rx

from portal.ui.content import Content, Text


def details(summary: Text, *content: Content, open: bool = False, **attributes: Any) -> rx.Component:
    """Closed from the start unless `open`; works without JavaScript and is found by search in the page."""
    if open:
        attributes["open"] = True
    return rx.el.details(
        rx.el.summary(summary),
        rx.el.div(*content, class_name="details-content"),
        class_name="details",
        **attributes,
    )
