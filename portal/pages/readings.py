"""Vem har läst mina uppgifter: the access log as the person it is about may see it."""

from typing import Any

import reflex as rx

from portal import ui
from portal.pages.account import PATH
from portal.pages.readings_state import ReadingsState
from portal.texts import account as words


def readings() -> rx.Component:
    """The page; until the log has been read it says so."""
    return ui.page(
        words.READINGS_TITLE,
        rx.cond(ReadingsState.loaded, _readings(), ui.skeleton(words.LOADING)),
        intro=words.READINGS_INTRO,
        breadcrumb=((words.TITLE, PATH),),
        wide=True,
    )


def _readings() -> rx.Component:
    rows: Any = ReadingsState.rows
    heads = (words.READING_WHEN, words.READING_WHO, words.READING_WHAT, words.READING_WHY)
    table = ui.table_frame(
        words.READINGS_CAPTION,
        rx.el.thead(rx.el.tr(*(rx.el.th(text, scope="col") for text in heads))),
        rx.el.tbody(rx.foreach(rows, _row)),
    )
    return rx.cond(
        rows.length() > 0,
        rx.fragment(table, rx.cond(ReadingsState.full, rx.el.p(words.READINGS_MORE), rx.fragment())),
        ui.empty_state(words.READINGS_NONE_TITLE, words.READINGS_NONE),
    )


def _row(row: Any) -> rx.Component:
    return rx.el.tr(rx.el.th(row.when, scope="row"), rx.el.td(row.who), rx.el.td(row.what), rx.el.td(row.why))
