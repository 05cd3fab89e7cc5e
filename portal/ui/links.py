"""Links. Plain anchors: every page can be opened, reloaded, kept and sent to somebody by its address."""

from typing import Any, Literal

import reflex as rx

from portal.ui.anchor import anchor
from portal.ui.content import Content, Text, classes

Kind = Literal["primary", "secondary", "quiet"]


def link(content: Content, href: Text, *, current: bool = False, **attributes: Any) -> rx.Component:
    """A link in running text or a list; `current` marks the page the reader is on."""
    if current:
        attributes["aria_current"] = "page"
    return anchor(content, href=href, **attributes)


def action_link(text: Content, href: Text, *, kind: Kind = "primary", **attributes: Any) -> rx.Component:
    """A link that looks like a button because it is the next step of a task."""
    return anchor(text, href=href, class_name=classes("button", f"button-{kind}"), **attributes)


def back_link(text: Text, href: Text) -> rx.Component:
    """One step up in the order of the pages; the arrow is decoration."""
    return anchor(text, href=href, class_name="back-link")


def phone_link(shown: Text, number: str) -> rx.Component:
    """A telephone number that a phone can dial; `number` is international, e.g. +4621173048."""
    return anchor(shown, href=f"tel:{number}", class_name="nowrap")


def mail_link(address: str) -> rx.Component:
    """An e-mail address, which may break after its @ on a narrow screen."""
    name, _, domain = address.partition("@")
    return anchor(f"{name}@", rx.el.wbr(), domain, href=f"mailto:{address}")


def citation_link(number: Content, href: Text, label: Text, **attributes: Any) -> rx.Component:
    """The small numbered link after a sentence; `label` says in words where it leads."""
    return anchor(number, href=href, class_name="citation", aria_label=label, **attributes)
