"""Mitt konto: who one is signed in as, how one is reached, where one is signed in, and one's own data."""

from typing import Any

import reflex as rx

from portal import ui
from portal.access import CHOOSE_UNIT
from portal.account.contact import Notify
from portal.pages.account_state import EMAIL_ID, NOTIFY_ID, PHONE_ID, AccountState
from portal.pages.log_check_state import PATH as LOG_CHECK
from portal.texts import account as words

PATH = "/mitt-konto"
READINGS_PATH = "/mitt-konto/lasningar"
DATA_PATH = "/mitt-konto/data.zip"


def account() -> rx.Component:
    """The page; until the account has been read it says so."""
    mine: Any = AccountState.account
    errors: Any = AccountState.errors
    return ui.page(
        words.TITLE,
        ui.error_summary_of(words.ERROR_TITLE, errors),
        rx.cond(mine.loaded, _account(mine), ui.skeleton(words.LOADING, lines=6)),
        intro=words.INTRO,
        part=PATH,
    )


def _account(mine: Any) -> rx.Component:
    # A fragment and no box: the page spaces its own sections.
    return rx.fragment(
        ui.section(words.WHO_TITLE, _who(mine), section_id="inloggad"),
        ui.section(
            words.CONTACT_TITLE, rx.el.p(words.CONTACT_INTRO), _contact_form(mine), section_id="kontakt"
        ),
        ui.section(words.SESSIONS_TITLE, *_sessions(mine), section_id="inloggningar"),
        ui.section(
            words.DATA_TITLE,
            rx.el.p(words.DATA_TEXT),
            ui.link_list([(words.DATA_LINK, DATA_PATH), (words.READINGS_LINK, READINGS_PATH)]),
            section_id="uppgifter",
        ),
        ui.section(words.ERASURE_TITLE, *_erasure(mine), section_id="radera"),
    )


def _who(mine: Any) -> rx.Component:
    def fact(name: str, value: Any) -> rx.Component:
        return rx.cond(value != "", rx.el.div(rx.el.dt(name), rx.el.dd(value)), rx.fragment())

    return rx.fragment(
        rx.el.dl(
            fact(words.NAME, mine.name),
            fact(words.ROLE, mine.role),
            fact(words.PROFESSION, mine.profession),
            fact(words.UNIT, mine.unit),
            class_name="summary-list",
        ),
        rx.cond(mine.protected, ui.notice(words.PROTECTED), rx.fragment()),
        rx.cond(mine.may_choose, rx.el.p(ui.link(words.CHANGE_UNIT, CHOOSE_UNIT)), rx.fragment()),
        rx.cond(mine.reviews_log, rx.el.p(ui.link(words.REVIEW_LOG, LOG_CHECK)), rx.fragment()),
    )


def _contact_form(mine: Any) -> rx.Component:
    return rx.el.form(
        ui.select_field(
            NOTIFY_ID,
            words.NOTIFY_LABEL,
            [(one.value, words.NOTIFY[one]) for one in Notify],
            error=AccountState.notify_error,
            default_value=mine.notify_by,
        ),
        ui.text_field(
            EMAIL_ID,
            words.EMAIL_LABEL,
            type="email",
            autocomplete="email",
            error=AccountState.email_error,
            default_value=mine.email,
        ),
        ui.text_field(
            PHONE_ID,
            words.PHONE_LABEL,
            type="tel",
            autocomplete="tel",
            width="half",
            hint=words.PHONE_HELP,
            error=AccountState.phone_error,
            default_value=mine.phone,
        ),
        ui.button(words.SAVE, submit=True),
        ui.status_message(AccountState.contact_told, message_id="kontakt-sparat"),
        on_submit=AccountState.save_contact,
        # The browser's own words for a bad address are not ours, and come before the server has been asked.
        no_validate=True,
        # Filled anew when what is kept has changed; what somebody is writing stays through everything else.
        key=f"{mine.notify_by}|{mine.email}|{mine.phone}",
    )


def _sessions(mine: Any) -> tuple[rx.Component, ...]:
    return (
        rx.el.p(words.SESSIONS_INTRO),
        rx.el.ul(rx.foreach(mine.sessions, _session), class_name="sessions"),
        ui.status_message(AccountState.sessions_told, message_id="inloggningar-andrade"),
        ui.post_form(
            ui.button(words.SIGN_OUT_EVERYWHERE, kind="secondary", submit=True),
            action="/auth/logout-everywhere",
        ),
    )


def _session(row: Any) -> rx.Component:
    end: Any = AccountState.end_session
    return rx.el.li(
        rx.el.p(rx.el.strong(row.device), rx.cond(row.here, ui.tag(words.THIS_SESSION, kind="good"), "")),
        rx.el.p(
            f"{words.SESSION_OPENED} ",
            row.opened,
            f". {words.SESSION_SEEN} ",
            row.seen,
            ".",
            class_name="hint",
        ),
        rx.cond(
            row.here,
            rx.fragment(),
            ui.button(words.SESSION_END, kind="secondary", aria_label=row.label, on_click=end(row.id)),
        ),
        key=row.id,
    )


def _erasure(mine: Any) -> tuple[rx.Component, ...]:
    asked = rx.fragment(
        ui.notice(mine.erasure_asked),
        ui.button(words.ERASURE_WITHDRAW, kind="secondary", on_click=AccountState.withdraw_erasure),
    )
    return (
        rx.el.p(words.ERASURE_TEXT),
        ui.section(
            words.ERASURE_KEPT_TITLE, ui.bullet_list(*words.ERASURE_KEPT), section_id="radera-inte", level=3
        ),
        rx.cond(
            mine.erasure_asked != "",
            asked,
            ui.button(words.ERASURE_ASK, kind="danger", on_click=AccountState.ask_erasure),
        ),
        ui.status_message(AccountState.erasure_told, message_id="radering-andrad"),
    )
