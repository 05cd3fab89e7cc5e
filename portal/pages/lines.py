"""Statements on the page: their text in parts, some of them links, fixed or held by a state."""

from typing import Any

import reflex as rx

from portal.reading.inline import Part
from portal.ui import link

# Keeps what follows on the line of the last word.
GLUE = "\u00a0"


def fixed_parts(parts: list[Part]) -> list[rx.Component | str]:
    """Parts known when the page is built."""
    return [link(part.text, part.href) if part.href else part.text for part in parts]


def parts_of(parts: Any) -> rx.Component:
    """Parts that a state holds: a `Var` of `list[Part]`."""
    return rx.foreach(
        parts,
        lambda part: rx.cond(part.href != "", link(part.text, part.href), rx.fragment(part.text)),
    )
