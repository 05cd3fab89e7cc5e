"""Drawings: the doorway of the start page and one sign per way in. All are decoration, hidden from speech."""

from typing import Literal

import reflex as rx

Sign = Literal["book", "calendar", "letter", "wrench"]

_SIGNS: dict[Sign, str] = {
    "book": "M24 20c-3-2.5-7-3-11-3v17c4 0 8 .5 11 3 3-2.5 7-3 11-3V17c-4 0-8 .5-11 3zM24 20v17",
    "calendar": "M13 19h22v17H13zM13 25h22M18 15v6M30 15v6",
    "letter": "M12 18h24v17H12zM12 19l12 9 12-9",
    "wrench": "M34 18a6 6 0 0 1-8 7.5L17 35l-3-3 9.5-9A6 6 0 0 1 31 15l-3.5 3.5 3 3z",
}


def sign(name: Sign) -> rx.Component:
    """A line drawing inside the arch of the symbol."""
    return rx.el.svg(
        rx.el.path(d="M5 45V23a19 19 0 0 1 38 0v22z", class_name="sign-arch"),
        rx.el.path(d=_SIGNS[name], class_name="sign-line"),
        view_box="0 0 48 48",
        width="56",
        height="56",
        class_name="sign",
        aria_hidden="true",
        custom_attrs={"focusable": "false"},
    )


def doorway() -> rx.Component:
    """An open doorway with light, a ramp up to it and a hand-rail beside the ramp."""
    return rx.el.svg(
        rx.el.path(d="M130 300V150a80 80 0 0 1 160 0v150z", class_name="drawing-light"),
        rx.el.path(d="M130 300V150a80 80 0 0 1 160 0v150", class_name="drawing-wall"),
        rx.el.path(d="M0 360 130 300h3000v60z", class_name="drawing-floor"),
        rx.el.path(d="M40 340v-72M100 312v-72M160 298v-74", class_name="drawing-post"),
        rx.el.path(d="M14 282c10-6 16-9 26-14l60-28c24-11 36-16 60-16h22", class_name="drawing-rail"),
        view_box="0 0 350 360",
        class_name="drawing hero-drawing",
        aria_hidden="true",
        custom_attrs={"focusable": "false"},
    )
