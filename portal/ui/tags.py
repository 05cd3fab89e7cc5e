"""Tags: a state in one or two words. The word says it; colour and shape only help the eye."""

from typing import Literal

import reflex as rx

from portal.ui.content import Text, classes

Kind = Literal["plain", "good", "coming", "attention", "old"]


def tag(text: Text, *, kind: Kind = "plain") -> rx.Component:
    """A short label; `kind`: good = in force, coming = proposal, attention = incomplete, old = replaced."""
    return rx.el.span(text, class_name=classes("tag", f"tag-{kind}"))


def tag_of(text: rx.Var[str], kind: rx.Var[str]) -> rx.Component:
    """A tag whose text and kind are a state's; `kind` is one of the names of Kind."""
    return rx.el.span(text, class_name=f"tag tag-{kind}")


def tag_row(*tags: rx.Component) -> rx.Component:
    """Tags beside each other."""
    return rx.el.p(*tags, class_name="tag-row")
