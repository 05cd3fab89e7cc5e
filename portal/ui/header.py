"""The head of every page: the name, which leads home, and the five ways in."""

import reflex as rx

from portal.texts import common
from portal.ui.anchor import anchor
from portal.ui.content import given
from portal.ui.symbol import symbol
from portal.ui.who import who


def header(current: str = "") -> rx.Component:
    """`current` is the address of the part of the portal the page belongs to, e.g. "/handbok"."""
    return rx.el.header(
        rx.el.div(_wordmark(), _navigation(current), class_name="frame header-row"),
        who(current),
        class_name="site-header",
    )


def _wordmark() -> rx.Component:
    return anchor(
        symbol(),
        rx.el.span(common.SITE_NAME_BREAKING, class_name="wordmark-name"),
        href="/",
        class_name="wordmark",
        aria_label=common.TO_START_PAGE,
    )


def _navigation(current: str) -> rx.Component:
    items = [
        rx.el.li(anchor(text, href=href, **given(aria_current="true" if href == current else None)))
        for text, href in common.NAVIGATION
    ]
    return rx.el.nav(rx.el.ul(*items), class_name="navigation", aria_label=common.NAVIGATION_LABEL)
