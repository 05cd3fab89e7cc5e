"""What stands in the head of every page, and the style sheets that Reflex joins into one file."""

import reflex as rx

from portal.texts import common

STYLESHEETS = [
    "/css/tokens.css",
    "/css/base.css",
    "/css/shell.css",
    "/css/controls.css",
    "/css/content.css",
    "/css/reading.css",
    "/css/conversation.css",
    "/css/home.css",
    "/css/account.css",
    "/css/forced.css",
    "/css/print.css",
]
"""In this order: what comes later may lean on and override what came before."""


def head_components() -> list[rx.Component]:
    """Icon, colours of the browser's own frame, and the scripts of ours."""
    return [
        rx.el.link(rel="icon", href="/favicon.svg", type="image/svg+xml"),
        rx.el.meta(
            name="theme-color", content="#fffdf9", custom_attrs={"media": "(prefers-color-scheme: light)"}
        ),
        rx.el.meta(
            name="theme-color", content="#15231f", custom_attrs={"media": "(prefers-color-scheme: dark)"}
        ),
        rx.el.script(
            src="/portal.js",
            defer=True,
            data_new_version=common.NEW_VERSION,
            data_reload=common.CRASH_RELOAD,
            data_broken=common.CRASH_TITLE,
            data_broken_help=common.CRASH_TEXT,
        ),
        rx.el.script(src="/session.js", defer=True),
    ]
