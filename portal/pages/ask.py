"""Fråga: a conversation with the handbook, every answer with its sources one click away."""

from typing import Any

import reflex as rx

from portal.asking.address import MOST_QUESTIONS, PATH, write_address
from portal.pages.ask_answer import answer
from portal.pages.ask_forms import day_form, question_form
from portal.pages.ask_section import opened_section
from portal.pages.ask_state import AskState
from portal.pages.ask_verdict import verdict
from portal.pages.script import reading_script
from portal.texts import ask as words
from portal.ui import (
    action_link,
    button_row,
    copy_button,
    either,
    error_summary_of,
    link,
    link_list,
    page,
    print_button,
    section,
    skeleton,
)


def ask() -> rx.Component:
    """The page; without a question in the address it is the field and some examples."""
    errors: Any = AskState.errors
    return page(
        words.TITLE,
        rx.cond(AskState.current, error_summary_of(words.ERROR_TITLE, errors), rx.fragment()),
        rx.match(
            AskState.shows,
            ("conversation", _conversation()),
            ("waiting", skeleton(words.WAITING, lines=4)),
            _start(),
        ),
        rx.el.p(AskState.told, role="status", data_title=AskState.title, class_name="visually-hidden"),
        reading_script(),
        part=PATH,
        wide=True,
    )


def _start() -> rx.Component:
    examples = [(example, write_address((example,))) for example in words.EXAMPLES]
    return rx.fragment(
        rx.el.div(
            rx.el.p(words.LEAD, class_name="lead"),
            question_form(words.QUESTION_LABEL, words.QUESTION_HELP),
            section(words.EXAMPLES_TITLE, link_list(examples)),
            class_name="ask-start flow",
        ),
        # Until the page is alive its prerendered start shows; reading.js sees when the address asks.
        rx.el.p(words.WAITING, class_name="ask-waiting"),
    )


def _conversation() -> rx.Component:
    asked: Any = AskState.questions
    more = rx.cond(
        asked.length() < MOST_QUESTIONS,
        question_form(words.FOLLOW_UP_LABEL, words.FOLLOW_UP_HELP),
        rx.el.p(words.FULL),
    )
    return rx.el.div(
        rx.foreach(AskState.turns, _turn),
        rx.cond(AskState.waiting, skeleton(words.WAITING, lines=4), rx.fragment()),
        rx.el.div(more, day_form(), class_name="next-question"),
        button_row(action_link(words.NEW_QUESTION, PATH, kind="secondary"), print_button(words.PRINT)),
        class_name="conversation",
    )


def _turn(turn: Any) -> rx.Component:
    opened: Any = AskState.opened
    asked: Any = AskState.questions
    newest = AskState.asked_here & (turn.number == asked.length())
    heading_id = f"fraga-{turn.number}"
    heading = rx.fragment(rx.el.span(words.YOUR_QUESTION, class_name="visually-hidden"), turn.question)
    return rx.el.article(
        # The field it was asked in is gone or empty: reading goes on at the answer.
        rx.el.h2(
            heading,
            id=heading_id,
            class_name="question",
            tab_index=-1,
            data_focus=either(newest, "", None),
        ),
        rx.el.div(
            rx.el.div(answer(turn), _after(turn), class_name="turn-answer"),
            rx.cond(opened.turn == turn.number, opened_section(), rx.fragment()),
            class_name=either(opened.turn == turn.number, "turn turn-open", "turn"),
        ),
        aria_labelledby=heading_id,
    )


def _after(turn: Any) -> rx.Component:
    """What one may do with an answer."""
    text_id = f"text-{turn.number}"
    copies = either(turn.sources.length() > 0, words.COPY, words.COPY_REFUSAL)
    return rx.fragment(
        rx.el.pre(turn.copy_text, id=text_id, hidden=True),
        rx.el.div(
            copy_button(copies, text_id, words.COPIED),
            link(words.PERMALINK, turn.permalink, data_copies=words.LINK_COPIED),
            class_name="row not-on-paper",
        ),
        verdict(turn),
    )
