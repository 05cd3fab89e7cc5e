"""What the reader sees when a handler on the server failed: a notice with a number to tell kundtjänst."""

from typing import cast

import reflex as rx

from portal.texts import common
from portal.ui.links import phone_link
from portal.ui.notices import notice

REFERENCE_LENGTH = 8


class FailureState(rx.State):
    """The latest failure of this visit; it shows only on the page and connection where it happened."""

    reference: str = ""
    session: str = ""
    path: str = ""

    @rx.event
    def show(self, reference: str) -> None:
        """Sent by the exception handler; anybody may send it, but only to themselves."""
        if not isinstance(reference, str) or not reference.isalnum() or len(reference) != REFERENCE_LENGTH:
            return
        self.reference = reference
        self.session = self.router.session.session_id
        self.path = self.router.url.path

    @rx.var
    def shown(self) -> bool:
        """Whether the failure belongs to what is on the screen: a reload or another page clears it."""
        here = (self.router.session.session_id, self.router.url.path)
        return bool(self.reference) and here == (self.session, self.path)


def failure_notice() -> rx.Component:
    """The place for the notice; a screen reader tells it at once when it appears."""
    message = notice(
        rx.el.p(common.FAILURE_TEXT, " ", rx.el.strong(cast("rx.Var[str]", FailureState.reference)), "."),
        rx.el.p(phone_link(common.PHONE_SHOWN, common.PHONE_NUMBER), rx.el.br(), common.PHONE_HOURS),
        title=common.FAILURE_TITLE,
        kind="error",
    )
    return rx.el.div(rx.cond(FailureState.shown, message, rx.fragment()), role="alert", class_name="frame")
