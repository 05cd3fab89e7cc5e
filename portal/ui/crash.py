"""What the reader sees when the page itself breaks in the browser, in place of Reflex's English boundary."""

import reflex as rx
from reflex_components_core.base.error_boundary import ErrorBoundary

from portal.texts import common
from portal.ui.links import action_link, phone_link


def crash_boundary() -> rx.Component:
    """Wraps the whole portal. Nothing is sent anywhere: a stack trace can hold what the reader wrote."""
    return ErrorBoundary.create(on_error=rx.noop(), fallback_render=rx.Var.create(crash_page()))


def crash_page() -> rx.Component:
    """A whole page: nothing else of the portal is on the screen when it shows."""
    return rx.fragment(
        rx.el.title(common.page_title(common.CRASH_TITLE)),
        rx.el.main(rx.el.h1(common.CRASH_TITLE), *crash_content(), class_name="frame page page-text"),
    )


def crash_content() -> tuple[rx.Component, ...]:
    """What to do when it has happened."""
    return (
        rx.el.p(common.CRASH_TEXT),
        rx.el.p(phone_link(common.PHONE_SHOWN, common.PHONE_NUMBER), rx.el.br(), common.PHONE_HOURS),
        rx.el.div(
            action_link(common.CRASH_RELOAD, ""),
            action_link(common.CRASH_HOME, "/", kind="secondary"),
            class_name="row",
        ),
    )
