"""Välj uppdrag: somebody with several commissions says under which one they work."""

from typing import Any

import reflex as rx

from portal import ui
from portal.account.routes import UNIT
from portal.pages.unit_state import UnitState
from portal.texts import sign_in as words


def unit() -> rx.Component:
    """The page; each commission is a form of its own, since the choice changes the cookie."""
    rows: Any = UnitState.rows
    chosen = rx.cond(
        rows.length() > 0,
        rx.el.ul(rx.foreach(rows, _row), class_name="flow"),
        ui.empty_state(words.UNIT_NONE, ui.link(words.TO_ACCOUNT, "/mitt-konto")),
    )
    return ui.page(
        words.UNIT_TITLE,
        rx.cond(UnitState.loaded, chosen, ui.skeleton(words.UNIT_LOADING)),
        intro=words.UNIT_INTRO,
    )


def _row(row: Any) -> rx.Component:
    name = rx.cond(row.unit != "", f"{row.name}, {row.unit}", row.name)
    return rx.el.li(
        rx.el.h2(name),
        rx.el.p(row.role),
        ui.post_form(
            rx.el.input(type="hidden", name="uppdrag", value=row.id),
            rx.el.input(type="hidden", name="next", value=UnitState.next_address),
            ui.button(rx.fragment(words.UNIT_CHOOSE, ui.hidden_text(f" {row.name}")), submit=True),
            action=UNIT,
        ),
        key=row.id,
    )
