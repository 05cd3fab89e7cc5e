"""Buttons: things that happen on the page; going somewhere is a link."""

from typing import Any, Literal

import reflex as rx

from portal.ui.content import Content, Text, classes

Kind = Literal["primary", "secondary", "quiet", "danger"]


def button(text: Content, *, kind: Kind = "primary", submit: bool = False, **attributes: Any) -> rx.Component:
    """A button; `submit=True` sends its form. Pass on_click, disabled, aria_* as attributes."""
    attributes.setdefault("type", "submit" if submit else "button")
    return rx.el.button(text, class_name=classes("button", f"button-{kind}"), **attributes)


def copy_button(text: Text, target_id: str, done: Text, *, kind: Kind = "secondary") -> rx.Component:
    """Copies the text of the element `target_id`; `done` is then told in the live region."""
    return button(text, kind=kind, data_copy=f"#{target_id}", data_done=done)


def print_button(text: Text, *, kind: Kind = "secondary") -> rx.Component:
    """Opens the browser's print window."""
    return button(text, kind=kind, data_print="")


def dialog_button(text: Text, dialog_id: str, *, kind: Kind = "secondary") -> rx.Component:
    """Opens the dialog `dialog_id`; the browser gives the focus back here when it closes."""
    return button(text, kind=kind, data_dialog=f"#{dialog_id}", aria_haspopup="dialog")


def button_row(*buttons: rx.Component) -> rx.Component:
    """Buttons that belong together, side by side where there is room."""
    return rx.el.div(*buttons, class_name="row")
