"""The symbol: an open doorway with a hand-rail rising through it. Drawn here, so that nothing is fetched."""

import reflex as rx

# The same drawing as assets/favicon.svg and assets/wordmark.svg.
ARCH = "M7 43V22a17 17 0 0 1 34 0v21"
RAIL = "M14 36c9-1 9-10 20-10"
POSTS = "M19 43v-8M31 43V27"


def symbol(size: int = 40) -> rx.Component:
    """The symbol beside the name; hidden from screen readers since the name is said in words."""
    return rx.el.svg(
        rx.el.path(d=ARCH, class_name="symbol-arch"),
        rx.el.path(d=RAIL, class_name="symbol-rail"),
        rx.el.path(d=POSTS, class_name="symbol-rail"),
        view_box="0 0 48 48",
        width=str(size),
        height=str(size),
        class_name="symbol",
        aria_hidden="true",
        custom_attrs={"focusable": "false"},
    )
