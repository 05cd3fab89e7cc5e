"""Dialogs: the browser's own, opened by `dialog_button`; it keeps the focus inside and gives it back."""

import reflex as rx

from portal.ui.buttons import button
from portal.ui.content import Content, Text


def dialog(
    dialog_id: str, title: Text, *content: Content, close: Text, actions: tuple[rx.Component, ...] = ()
) -> rx.Component:
    """A modal dialog; Escape, the close button and a click outside all close it."""
    return rx.el.dialog(
        rx.el.h2(title, id=f"{dialog_id}-rubrik"),
        *(rx.el.p(item) if isinstance(item, str | rx.Var) else item for item in content),
        rx.el.div(*actions, button(close, kind="secondary", data_close=""), class_name="row"),
        id=dialog_id,
        class_name="dialog",
        aria_labelledby=f"{dialog_id}-rubrik",
    )
