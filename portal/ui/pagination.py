"""Pagination: the pages of a long list as ordinary links, the number in the address."""

from collections.abc import Callable

import reflex as rx

from portal.ui.anchor import anchor
from portal.ui.content import Text, current_page


def pagination(
    label: Text,
    current: int,
    last: int,
    href: Callable[[int], str],
    *,
    previous: Text,
    following: Text,
    page_name: Callable[[int], str],
) -> rx.Component:
    """Pages 1..`last` around `current`; `page_name(n)` is what a screen reader reads for the number."""
    if last <= 1:
        return rx.fragment()
    items = [_number(n, current, href, page_name) if n else _gap() for n in _shown(current, last)]
    if current > 1:
        items.insert(0, rx.el.li(anchor(previous, href=href(current - 1), rel="prev")))
    if current < last:
        items.append(rx.el.li(anchor(following, href=href(current + 1), rel="next")))
    return rx.el.nav(rx.el.ul(*items), class_name="pagination", aria_label=label)


def _shown(current: int, last: int) -> list[int]:
    """The page numbers to show: first, last and those beside the current; 0 stands for a gap."""
    near = sorted({1, last, *range(max(1, current - 1), min(last, current + 1) + 1)})
    shown: list[int] = []
    for number in near:
        if shown and number - shown[-1] > 1:
            shown.append(0)
        shown.append(number)
    return shown


def _number(
    number: int, current: int, href: Callable[[int], str], page_name: Callable[[int], str]
) -> rx.Component:
    return rx.el.li(
        anchor(
            str(number), href=href(number), aria_label=page_name(number), **current_page(number == current)
        )
    )


def _gap() -> rx.Component:
    return rx.el.li("…", aria_hidden="true")
