"""The frame of every page: skip link, landmarks, breadcrumb, the one h1, live region."""

import reflex as rx

from portal.texts import common
from portal.ui.anchor import anchor
from portal.ui.content import Content, Text, classes
from portal.ui.failure import failure_notice
from portal.ui.footer import footer
from portal.ui.header import header
from portal.ui.layout import lead
from portal.ui.links import phone_link
from portal.ui.notices import notice
from portal.ui.who import session_warning

MAIN_ID = "innehall"
HEADING_ID = "rubrik"
LIVE_REGION_ID = "meddelanden"

Crumb = tuple[Text, Text]
"""A step of the breadcrumb: (text, address)."""


def page(
    title: Text,
    *content: Content,
    breadcrumb: tuple[Crumb, ...] = (),
    intro: Content | None = None,
    part: str = "",
    wide: bool = False,
) -> rx.Component:
    """A page under its title. `breadcrumb` are the steps between start and here; `part` the address of the
    navigation's part it belongs to (else the first crumb's); `wide` lets the content use the whole frame."""
    first = breadcrumb[0][1] if breadcrumb else ""
    inner = rx.el.div(
        _breadcrumb(breadcrumb, title),
        heading(title),
        lead(intro) if intro is not None else rx.fragment(),
        *content,
        class_name=classes("frame", "page", None if wide else "page-text"),
    )
    return frame(inner, part=part or (first if isinstance(first, str) else ""))


def frame(*content: Content, part: str = "") -> rx.Component:
    """Header, main and footer around content that brings its own h1 (see `heading`)."""
    return rx.fragment(
        anchor(common.SKIP_TO_CONTENT, href=f"#{MAIN_ID}", class_name="skip-link"),
        header(part),
        rx.el.main(_without_script(), failure_notice(), *content, id=MAIN_ID, tab_index=-1),
        footer(),
        session_warning(),
        rx.el.div(id=LIVE_REGION_ID, role="status", aria_live="polite", class_name="visually-hidden"),
    )


def _without_script() -> rx.Component:
    """What to do when the browser runs no JavaScript."""
    phone = rx.el.p(phone_link(common.PHONE_SHOWN, common.PHONE_NUMBER), rx.el.br(), common.PHONE_HOURS)
    told = notice(common.NO_SCRIPT, phone, title=common.NO_SCRIPT_TITLE, kind="warning")
    return rx.el.noscript(rx.el.div(told, class_name="frame no-script"))


def heading(title: Text) -> rx.Component:
    """The page's only h1; focus is moved here after navigation inside the portal."""
    return rx.el.h1(title, id=HEADING_ID, tab_index=-1)


def _breadcrumb(steps: tuple[Crumb, ...], title: Text) -> rx.Component:
    links = [rx.el.li(anchor(text, href=href)) for text, href in ((common.START_PAGE, "/"), *steps)]
    here = rx.el.li(rx.el.span(title, aria_current="page"))
    return rx.el.nav(rx.el.ol(*links, here), class_name="breadcrumb", aria_label=common.BREADCRUMB_LABEL)
