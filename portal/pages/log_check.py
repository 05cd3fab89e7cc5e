"""Loggkontroll: an administrator draws a random sample of the access log and judges each entry."""

from typing import Any

import reflex as rx

from auth.log_review import Verdict
from portal import ui
from portal.pages.log_check_state import COUNT_ID, DAYS_ID, OPEN, PATH, LogCheckState
from portal.texts import account as account_words
from portal.texts import log_check as words


def log_check() -> rx.Component:
    """The page; until the checks have been read it says so."""
    view: Any = LogCheckState.view
    errors: Any = LogCheckState.errors
    return ui.page(
        words.TITLE,
        ui.error_summary_of(words.ERROR_TITLE, errors),
        rx.cond(view.loaded, _checks(view), ui.skeleton(words.LOADING)),
        intro=words.INTRO,
        part=PATH,
    )


def _checks(view: Any) -> rx.Component:
    # A fragment and no box: the page spaces its own sections.
    return rx.fragment(
        rx.cond(view.open_id != "", _opened(view), rx.fragment()),
        ui.section(words.DRAW_TITLE, _draw_form(), section_id="ny-kontroll"),
        ui.section(words.LATEST_TITLE, _latest(view), section_id="tidigare"),
    )


def _opened(view: Any) -> rx.Component:
    return ui.section(
        words.OPEN_TITLE,
        rx.el.p(view.open_drawn),
        ui.status_message(LogCheckState.told, message_id="bedomning-sparad"),
        rx.cond(
            view.listed.length() > 0,
            rx.el.ol(rx.foreach(view.listed, _entry), class_name="flow"),
            ui.empty_state(words.EMPTY),
        ),
        section_id="urval",
    )


def _entry(entry: Any) -> rx.Component:
    def fact(name: str, value: Any) -> rx.Component:
        return rx.el.div(rx.el.dt(name), rx.el.dd(value))

    return rx.el.li(
        rx.el.dl(
            fact(account_words.READING_WHEN, entry.when),
            fact(account_words.READING_WHO, entry.who),
            fact(account_words.READING_WHAT, entry.what),
            fact(words.ROW_WHY, entry.why),
            class_name="summary-list",
        ),
        rx.cond(
            entry.judged != "", rx.el.p(rx.el.strong(entry.judged), " ", entry.note), _verdict_form(entry)
        ),
        key=entry.id,
    )


def _verdict_form(entry: Any) -> rx.Component:
    return rx.el.form(
        rx.el.input(type="hidden", name="entry", value=entry.id),
        ui.select_field(
            f"fann-{entry.id}",
            words.VERDICT_LABEL,
            [(one.value, words.VERDICTS[one]) for one in Verdict],
            name="verdict",
        ),
        ui.text_field(f"anteckning-{entry.id}", words.NOTE_LABEL, name="note"),
        ui.button(words.JUDGE, kind="secondary", submit=True),
        on_submit=LogCheckState.judge,
    )


def _draw_form() -> rx.Component:
    return rx.el.form(
        ui.text_field(
            DAYS_ID,
            words.DAYS_LABEL,
            hint=words.DAYS_HELP,
            error=LogCheckState.days_error,
            width="short",
            default_value="30",
            input_mode="numeric",
        ),
        ui.text_field(
            COUNT_ID,
            words.COUNT_LABEL,
            hint=words.COUNT_HELP,
            error=LogCheckState.count_error,
            width="short",
            default_value="20",
            input_mode="numeric",
        ),
        ui.button(words.DRAW, submit=True),
        on_submit=LogCheckState.draw,
        no_validate=True,
    )


def _latest(view: Any) -> rx.Component:
    rows = rx.el.ul(
        rx.foreach(
            view.latest,
            lambda one: rx.el.li(
                ui.link(one.drawn, f"{PATH}?{OPEN}={one.id}"), " ", one.progress, ". ", one.by
            ),
        )
    )
    return rx.cond(view.latest.length() > 0, rows, ui.empty_state(words.LATEST_NONE))
