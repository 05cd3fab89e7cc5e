"""Notices: something the reader should know, told by word and shape and never by colour alone."""

from typing import Any, Literal

import reflex as rx

from portal.texts import common
from portal.ui.content import Content, Text, classes, given

Kind = Literal["info", "success", "warning", "error"]

LABELS: dict[Kind, str] = {
    "info": common.NOTICE_INFO,
    "success": common.NOTICE_SUCCESS,
    "warning": common.NOTICE_WARNING,
    "error": common.NOTICE_ERROR,
}


def notice(
    *content: Content,
    title: Text | None = None,
    kind: Kind = "info",
    role: Literal["status", "alert"] | None = None,
    **attributes: Any,
) -> rx.Component:
    """A framed message. `role` only for one that appears while the reader is on the page."""
    heading = title if title is not None else LABELS[kind]
    return rx.el.div(
        rx.el.p(heading, class_name="notice-title"),
        *(rx.el.p(item) if isinstance(item, str | rx.Var) else item for item in content),
        class_name=classes("notice", f"notice-{kind}"),
        **given(role=role, **attributes),
    )


def status_message(text: Text, *, message_id: str) -> rx.Component:
    """A line that a screen reader tells when its text changes, e.g. how many hits a filter leaves."""
    return rx.el.p(text, id=message_id, role="status", class_name="status")


def empty_state(title: Text, *content: Content) -> rx.Component:
    """What is said where a list has nothing to show, and what to do instead."""
    return rx.el.div(
        rx.el.p(title, class_name="notice-title"),
        *(rx.el.p(item) if isinstance(item, str | rx.Var) else item for item in content),
        class_name="empty",
    )
