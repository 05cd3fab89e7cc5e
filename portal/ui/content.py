"""What a component takes as its content, and how an optional text is told from none."""

from collections.abc import Callable
from typing import Any

import reflex as rx

Text = str | rx.Var[str]
"""A text a user reads: fixed in portal/texts, or a state's."""

Content = rx.Component | rx.Var[Any] | str
"""Anything that may stand inside an element."""

Attributes = dict[str, Any]
"""Props handed on to an element."""


def when(text: Text | None, render: Callable[[Text], rx.Component]) -> rx.Component:
    """`render(text)` where there is a text, nothing without one; a state's text decides in the browser."""
    if text is None or (isinstance(text, str) and not text):
        return rx.fragment()
    if isinstance(text, str):
        return render(text)
    return rx.cond(text != "", render(text), rx.fragment())


def either(test: rx.Var[bool], yes: Any, no: Any) -> Any:
    """One of two values of an attribute, decided in the browser (`rx.cond` is only typed for components)."""
    return rx.cond(test, rx.Var.create(yes), rx.Var.create(no))


def classes(*names: str | None) -> str:
    """The class names that are there, as one attribute value."""
    return " ".join(name for name in names if name)


def current_page(here: bool) -> Attributes:
    """The attribute that says which link is the page itself."""
    return given(aria_current="page" if here else None)


def given(**attributes: Any) -> Attributes:
    """Only the attributes that have a value: Reflex renders None as a literal otherwise."""
    return {name: value for name, value in attributes.items() if value is not None}
