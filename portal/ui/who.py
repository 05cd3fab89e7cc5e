"""Who is signed in, on every page, and the warning before the time runs out.

It comes after the page lives: pages are the same files for everybody. What it shows belongs to the cookie
that it was read with.
"""

from typing import Any
from urllib.parse import urlencode

import reflex as rx

from auth.next_address import own_address
from portal.access import SIGN_IN, session_key, visitor
from portal.texts import sign_in as words
from portal.ui.anchor import anchor
from portal.ui.buttons import button
from portal.ui.content import given
from portal.ui.forms import NativeForm
from portal.ui.links import action_link

ACCOUNT = "/mitt-konto"
LOG_CHECK = "/disk/loggkontroll"


class WhoState(rx.State):
    """The visitor's own name, for their own eyes."""

    _name: str = ""
    _unit: str = ""
    _read_with: str = ""

    @rx.var
    def name(self) -> str:
        """Whose session the socket's cookie is, "" for nobody's."""
        mine = bool(self._read_with) and self._read_with == session_key(self.router.headers.cookie)
        return self._name if mine else ""

    @rx.var
    def unit(self) -> str:
        """Under which unit or in which role they act."""
        mine = bool(self._read_with) and self._read_with == session_key(self.router.headers.cookie)
        return self._unit if mine else ""

    @rx.var
    def sign_in_address(self) -> str:
        """To sign in, and back to the page on the screen afterwards."""
        url = self.router.url
        here = own_address(f"{url.path}?{url.query}" if url.query else url.path)
        return (
            SIGN_IN if here == "/" or here.startswith(SIGN_IN) else f"{SIGN_IN}?{urlencode({'next': here})}"
        )

    @rx.event
    async def load(self) -> None:
        """Look up who it is; tells nobody anything but about themselves."""
        person = await visitor(self)
        self._read_with = session_key(self.router.headers.cookie)
        self._name = person.name if person else ""
        self._unit = (person.unit_name or words.ROLES[person.role]) if person else ""


def who(current: str) -> rx.Component:
    """The line above the page: to sign in, or who is signed in and the way out."""
    name: Any = WhoState.name
    return rx.el.div(
        rx.cond(name != "", _signed_in(current), _nobody(current)),
        class_name="frame who",
        on_mount=WhoState.load,
    )


def _nobody(current: str) -> rx.Component:
    address: Any = WhoState.sign_in_address
    return anchor(words.SIGN_IN, href=address, **given(aria_current="page" if current == SIGN_IN else None))


def _signed_in(current: str) -> rx.Component:
    name: Any = WhoState.name
    unit: Any = WhoState.unit
    return rx.fragment(
        rx.el.p(
            rx.el.span(f"{words.SIGNED_IN_LABEL}: ", class_name="visually-hidden"),
            rx.el.strong(name),
            ", ",
            unit,
            class_name="who-name",
        ),
        anchor(words.MY_ACCOUNT, href=ACCOUNT, **given(aria_current="true" if current == ACCOUNT else None)),
        _sign_out(words.SIGN_OUT),
    )


def _sign_out(text: str) -> rx.Component:
    return NativeForm.create(
        button(text, kind="quiet", submit=True), action="/auth/logout", method="post", class_name="sign-out"
    )


def session_warning() -> rx.Component:
    """For whoever is signed in: the dialog that assets/session.js opens when little time is left, or none."""
    name: Any = WhoState.name
    return rx.cond(name != "", _warning(), rx.fragment())


def _warning() -> rx.Component:
    return rx.el.dialog(
        rx.el.div(
            rx.el.h2(words.WARNING_TITLE, id="tid-rubrik"),
            rx.el.p(words.WARNING, id="tid-text"),
            rx.el.p(words.MINUTES_LEFT, " ", rx.el.span(data_time="", class_name="nowrap")),
            rx.el.div(
                button(words.STAY, data_stay="", data_done=words.STAYED, auto_focus=True),
                _sign_out(words.SIGN_OUT),
                class_name="row",
            ),
            data_ending="",
            class_name="flow",
        ),
        rx.el.div(
            rx.el.h2(words.ENDED_TITLE),
            rx.el.p(words.ENDED),
            rx.el.div(
                action_link(words.SIGN_IN_AGAIN, SIGN_IN, data_again=""),
                button(words.BACK_TO_PAGE, kind="secondary", data_close=""),
                class_name="row",
            ),
            data_ended="",
            hidden=True,
            class_name="flow",
        ),
        id="tid",
        role="alertdialog",
        class_name="dialog",
        aria_labelledby="tid-rubrik",
        aria_describedby="tid-text",
        data_session="",
    )
