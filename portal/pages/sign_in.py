"""Logga in: choose how. Residents by e-legitimation, those who work by SITHS, in a demonstration anybody."""

from typing import Any

import reflex as rx

from portal import ui
from portal.pages.sign_in_state import AFTERWARDS, SignInState
from portal.texts import common
from portal.texts import sign_in as words


def sign_in() -> rx.Component:
    """The page; the ways come from the settings of the running portal."""
    return ui.page(
        words.TITLE,
        rx.cond(
            SignInState.wrong_role,
            ui.notice(words.WRONG_ROLE, title=words.WRONG_ROLE_TITLE, kind="warning"),
            rx.fragment(),
        ),
        rx.cond(SignInState.already, _already(), rx.fragment()),
        rx.cond(SignInState.loaded, _ways(), ui.skeleton(words.LOADING)),
        ui.section(words.LASTS_TITLE, rx.el.p(words.LASTS), section_id="bra-att-veta"),
        intro=words.INTRO,
        part="/logga-in",
    )


def _already() -> rx.Component:
    return ui.notice(rx.el.p(ui.link(words.TO_ACCOUNT, AFTERWARDS)), title=words.ALREADY_TITLE)


def _ways() -> rx.Component:
    residents: Any = SignInState.residents
    work: Any = SignInState.work
    demo: Any = SignInState.demo
    none = (residents.length() == 0) & (work.length() == 0) & (demo.length() == 0)
    return rx.fragment(
        _some(residents, words.FOR_RESIDENTS, "invanare"),
        _some(work, words.FOR_WORK, "arbete"),
        _some(demo, words.DEMO_TITLE, "exempelpersoner", words.DEMO_TEXT),
        rx.cond(none, _no_way(), rx.fragment()),
    )


def _some(ways: Any, title: str, section_id: str, text: str = "") -> rx.Component:
    shown = ui.section(
        title,
        rx.el.p(text) if text else rx.fragment(),
        rx.el.div(rx.foreach(ways, lambda way: ui.action_link(way.label, way.href)), class_name="row"),
        section_id=section_id,
    )
    return rx.cond(ways.length() > 0, shown, rx.fragment())


def _no_way() -> rx.Component:
    phone = rx.el.p(ui.phone_link(common.PHONE_SHOWN, common.PHONE_NUMBER), ", ", common.PHONE_HOURS)
    return ui.notice(words.NO_WAY, phone, title=words.NO_WAY_TITLE, kind="warning")
