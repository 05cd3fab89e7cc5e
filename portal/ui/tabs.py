"""Tabs: parts of one page. Without JavaScript they are links to sections that all show, one after another."""

from collections.abc import Sequence

import reflex as rx

from portal.ui.anchor import anchor
from portal.ui.content import Content, Text, current_page


def tabs(label: Text, parts: Sequence[tuple[str, Text, Content]]) -> rx.Component:
    """`parts` are (id, title, content). portal.js makes them tabs by the WAI-ARIA pattern."""
    links = [rx.el.li(anchor(title, href=f"#{part_id}")) for part_id, title, _ in parts]
    panels = [
        rx.el.section(
            rx.el.h2(title, class_name="tab-heading"),
            content,
            id=part_id,
            class_name="tab-panel",
            aria_label=title,
        )
        for part_id, title, content in parts
    ]
    return rx.el.div(
        rx.el.ul(*links, class_name="tab-list", aria_label=label), *panels, class_name="tabs", data_tabs=""
    )


def tab_links(label: Text, links: Sequence[tuple[Text, str]], current: str) -> rx.Component:
    """Views that have addresses of their own, (text, address), shown as tabs; `current` is this one's."""
    items = [rx.el.li(anchor(text, href=href, **current_page(href == current))) for text, href in links]
    return rx.el.nav(rx.el.ul(*items, class_name="tab-list"), aria_label=label)
