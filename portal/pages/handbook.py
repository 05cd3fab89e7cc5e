"""Handboken: every section by area, with filters that live in the address and search as one types."""

from typing import Any

import reflex as rx

from knowledge.model import Status
from portal import knowing
from portal.asking.address import PATH as ASK
from portal.clock import today
from portal.pages.handbook_state import HandbookState
from portal.pages.script import reading_script
from portal.reading.address import LIST, section_address
from portal.reading.shelf import Entry, Shelf, entries, shelves
from portal.texts import handbook as words
from portal.texts.common import MEANT
from portal.ui import (
    Content,
    NativeForm,
    Text,
    action_link,
    button_row,
    details,
    either,
    empty_state,
    link,
    page,
    search_field,
    section,
    select_field,
    status_message,
    summary_list,
    tag,
    tag_of,
    text_field,
)


def handbook() -> rx.Component:
    """The page; its list is part of it, so that it can be read and found without a server's help."""
    shelved = shelves(entries(knowing.handbook(), today()))
    return page(
        words.TITLE,
        _filters(),
        status_message(either(HandbookState.current, HandbookState.count, ""), message_id="antal"),
        details(words.STATUS_HELP_TITLE, summary_list(_statuses())),
        rx.cond(HandbookState.current & HandbookState.filtering, _results(), _all(shelved)),
        reading_script(),
        intro=words.LEAD,
        part=LIST,
    )


def _filters() -> rx.Component:
    state: Any = HandbookState
    areas = [("", words.ALL_AREAS), *words.AREAS.items()]
    return NativeForm.create(
        rx.el.div(
            search_field(
                "sok",
                words.SEARCH_LABEL,
                words.FILTER,
                hint=words.SEARCH_HELP,
                value=state.text,
                on_change=state.search.debounce(200),
            ),
            rx.el.div(
                select_field(
                    "omrade",
                    words.AREA_LABEL,
                    areas,
                    default_value=state.area,
                    on_change=state.choose_area,
                ),
                text_field(
                    "iso",
                    words.ISO_LABEL,
                    hint=words.ISO_HELP,
                    autocomplete="off",
                    default_value=state.iso,
                    on_change=state.choose_iso.debounce(200),
                ),
                class_name="filter-row",
            ),
            # The fields keep what is typed; they are built anew only when the address says something else.
            key=state.filled.to_string(),
        ),
        action=LIST,
        method="get",
        role="search",
        aria_label=words.FILTERS,
        data_address="",
        class_name="search",
    )


def _statuses() -> list[tuple[Text, Content]]:
    """The tags of the list and what they mean."""
    told = (Status.INCOMPLETE, Status.PROPOSED)
    return [(words.STATUS[one], words.STATUS_HELP[one]) for one in told]


def _all(shelved: list[Shelf]) -> rx.Component:
    jumps = [rx.el.li(link(shelf.name, f"#{shelf.area}")) for shelf in shelved]
    return rx.fragment(
        rx.el.nav(rx.el.ul(*jumps, class_name="link-list contents"), aria_label=words.AREAS_ON_PAGE),
        *(_shelf(shelf) for shelf in shelved),
    )


def _shelf(shelf: Shelf) -> rx.Component:
    items = [_entry(one) for one in shelf.entries]
    return section(shelf.name, rx.el.ul(*items, class_name="shelf"), section_id=shelf.area)


def _entry(one: Entry) -> rx.Component:
    return rx.el.li(
        link(one.title, section_address(one.section_id)),
        *([" ", tag(one.status, kind=one.tag_kind)] if one.status else []),
        *([rx.el.span(f"{words.ISO} {one.iso}", class_name="hint")] if one.iso else []),
    )


def _results() -> rx.Component:
    found: Any = HandbookState.found
    nothing = empty_state(words.NONE_FOUND, button_row(action_link(words.ASK_INSTEAD, ASK, kind="secondary")))
    listed = rx.el.ul(rx.foreach(found, _result), class_name="shelf")
    return rx.el.section(
        rx.el.h2(words.RESULTS, id="traffar"),
        rx.cond(
            HandbookState.meant != "",
            rx.el.p(f"{MEANT} ", link(HandbookState.meant, HandbookState.meant_href), "?"),
            rx.fragment(),
        ),
        rx.cond(found.length() > 0, listed, nothing),
        rx.el.p(link(words.CLEAR, LIST)),
        aria_labelledby="traffar",
    )


def _result(one: Any) -> rx.Component:
    return rx.el.li(
        link(one.title, one.href),
        rx.cond(one.status != "", rx.el.span(" ", tag_of(one.status, one.tag_kind)), rx.fragment()),
        rx.cond(one.iso != "", rx.el.span(f"{words.ISO} ", one.iso, class_name="hint"), rx.fragment()),
        rx.cond(
            one.pieces.length() > 0,
            rx.el.p(rx.foreach(one.pieces, _piece), class_name="hint"),
            rx.el.p(one.lead, class_name="hint"),
        ),
    )


def _piece(piece: Any) -> rx.Component:
    return rx.cond(piece.marked, rx.el.mark(piece.text), rx.fragment(piece.text))
