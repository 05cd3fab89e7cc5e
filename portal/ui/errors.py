"""The list of what is wrong, first on the page, with a link to each field."""

from collections.abc import Sequence

import reflex as rx
from reflex_base.vars.sequence import ArrayVar

from portal.ui.anchor import anchor
from portal.ui.content import Text


def error_summary(
    title: Text, errors: Sequence[tuple[str, Text]], *, summary_id: str = "felsammanfattning"
) -> rx.Component:
    """`errors` are (field id, text), in the fields' own words and order. portal.js moves the focus here."""
    items = [rx.el.li(anchor(text, href=f"#{field_id}")) for field_id, text in errors]
    return _summary(title, rx.el.ul(*items), summary_id)


def error_summary_of(
    title: Text, errors: ArrayVar[list[tuple[str, str]]], *, summary_id: str = "felsammanfattning"
) -> rx.Component:
    """The same for a state's list of (field id, text); nothing is shown while it is empty."""
    items = rx.el.ul(rx.foreach(errors, lambda error: rx.el.li(anchor(error[1], href="#" + error[0]))))
    return rx.cond(errors.length() > 0, _summary(title, items, summary_id), rx.fragment())


def _summary(title: Text, items: rx.Component, summary_id: str) -> rx.Component:
    return rx.el.div(
        rx.el.h2(title, id=f"{summary_id}-rubrik"),
        items,
        id=summary_id,
        class_name="notice notice-error error-summary",
        role="alert",
        tab_index=-1,
        aria_labelledby=f"{summary_id}-rubrik",
        data_focus="",
    )
