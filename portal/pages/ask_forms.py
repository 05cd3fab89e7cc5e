"""The forms of the page that asks: the question, the follow-up, and the day the answers hold for.

They carry `action` and `method` besides their handlers, so that they work before the page is alive as well.
"""

from typing import Any

import reflex as rx

from portal.asking.address import FIRST_DAY, LAST_DAY, PATH
from portal.pages.ask_state import DAY_ID, QUESTION_ID, AskState
from portal.texts import ask as words
from portal.ui import button, date_field, text_field


def question_form(label: str, hint: str) -> rx.Component:
    """One field for a question; after an answer it adds to the conversation."""
    asked: Any = AskState.questions
    return rx.el.form(
        _earlier_questions(),
        _day_of_address(),
        text_field(
            QUESTION_ID,
            label,
            hint=hint,
            error=AskState.question_error,
            autocomplete="off",
            enter_key_hint="send",
        ),
        button(words.ASK, submit=True),
        action=PATH,
        method="get",
        on_submit=AskState.ask,
        role="search",
        aria_label=words.TITLE,
        class_name="search search-large ask-form",
        # A question that became an answer leaves an empty field behind; one that was refused stays.
        key=asked.length().to_string(),
    )


def day_form() -> rx.Component:
    """The day that the whole conversation is answered for."""
    return rx.el.form(
        _earlier_questions(),
        date_field(
            DAY_ID,
            words.DAY_LABEL,
            hint=words.DAY_HELP,
            error=AskState.day_error,
            earliest=FIRST_DAY.isoformat(),
            latest=LAST_DAY.isoformat(),
            default_value=AskState.shown_day,
        ),
        button(words.DAY_SHOW, kind="secondary", submit=True),
        action=PATH,
        method="get",
        on_submit=AskState.change_day,
        class_name="day-form",
        key=AskState.shown_day,
    )


def _earlier_questions() -> rx.Component:
    return rx.fragment(
        rx.foreach(AskState.questions, lambda question: rx.el.input(type="hidden", name="q", value=question))
    )


def _day_of_address() -> rx.Component:
    return rx.cond(
        AskState.day != "", rx.el.input(type="hidden", name="per", value=AskState.day), rx.fragment()
    )
