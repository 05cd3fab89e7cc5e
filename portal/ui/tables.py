"""Tables: a caption, column headings, and sideways scroll inside the frame when the screen is narrow."""

from collections.abc import Sequence

import reflex as rx

from portal.ui.content import Attributes, Content, Text, given


def table(
    caption: Text,
    columns: Sequence[Text],
    rows: Sequence[Sequence[Content]],
    *,
    numeric: frozenset[int] = frozenset(),
    row_headings: bool = True,
) -> rx.Component:
    """`rows` hold one cell per column; `numeric` are the indexes of columns with figures."""
    head = rx.el.tr(*(rx.el.th(text, scope="col", **_align(at, numeric)) for at, text in enumerate(columns)))
    body = [_row(cells, numeric, row_headings) for cells in rows]
    return table_frame(caption, rx.el.thead(head), rx.el.tbody(*body))


def table_frame(caption: Text, *parts: rx.Component) -> rx.Component:
    """A table of one's own thead and tbody (e.g. with rx.foreach) in the frame that scrolls."""
    return rx.el.div(
        rx.el.table(rx.el.caption(caption), *parts, class_name="table"),
        class_name="table-frame",
        role="region",
        tab_index=0,
        aria_label=caption,
    )


def _row(cells: Sequence[Content], numeric: frozenset[int], row_headings: bool) -> rx.Component:
    def cell(at: int, content: Content) -> rx.Component:
        if row_headings and at == 0:
            return rx.el.th(content, scope="row")
        return rx.el.td(content, **_align(at, numeric))

    return rx.el.tr(*(cell(at, content) for at, content in enumerate(cells)))


def _align(at: int, numeric: frozenset[int]) -> Attributes:
    return given(class_name="numeric" if at in numeric else None)
