"""Skeletons: the room that coming content will take, so that the page does not jump."""

import reflex as rx

from portal.ui.content import Text


def skeleton(label: Text, *, lines: int = 3) -> rx.Component:
    """Grey lines while content is fetched, under `label` that says what is waited for."""
    return rx.el.div(
        rx.el.p(label),
        *(rx.el.div(class_name="skeleton-line", aria_hidden="true") for _ in range(lines)),
        class_name="skeleton",
        role="status",
    )
