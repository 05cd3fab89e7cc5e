"""One answer on the page: what is said with its citations, then coming changes, steps and sources."""

from typing import Any

import reflex as rx

from portal.pages.ask_state import AskState
from portal.pages.lines import GLUE, parts_of
from portal.texts import ask as words
from portal.texts.common import MEANT
from portal.ui import citation_link, link, tag, tag_of


def answer(turn: Any) -> rx.Component:
    """Everything under the question of `turn`, a `Var` of TurnRow."""
    return rx.el.div(
        rx.el.p(
            tag_of(turn.status, _tag_kind(turn)),
            " ",
            rx.el.span(turn.as_of_line, class_name="status"),
            class_name="tag-row",
        ),
        rx.cond(turn.message.length() > 0, rx.el.p(parts_of(turn.message)), rx.fragment()),
        rx.foreach(turn.meant, lambda meant: rx.el.p(f"{MEANT} ", link(meant.label, meant.href), "?")),
        rx.foreach(turn.blocks, _block),
        _links(turn.nearest, words.NEAREST, words.NEAREST_HELP),
        rx.cond(turn.changes.length() > 0, _changes(turn.changes), rx.fragment()),
        rx.el.div(_links(turn.actions, words.ACTIONS), class_name="not-on-paper"),
        rx.cond(turn.sources.length() > 0, _sources(turn.sources), rx.fragment()),
        class_name="answer flow",
    )


def _tag_kind(turn: Any) -> Any:
    return rx.match(
        turn.kind,
        ("answered", "good"),
        ("partial", "coming"),
        ("conflict", "attention"),
        "plain",
    )


def _block(block: Any) -> rx.Component:
    return rx.el.section(
        rx.cond(block.heading != "", rx.el.h3(block.heading), rx.fragment()),
        rx.cond(
            block.proposed != "",
            rx.el.p(tag(block.proposed, kind="coming"), class_name="tag-row"),
            rx.fragment(),
        ),
        rx.foreach(block.groups, _group),
    )


def _group(group: Any) -> rx.Component:
    return rx.fragment(
        rx.cond(group.name != "", rx.el.h4(group.name, class_name="said-group"), rx.fragment()),
        rx.el.ul(rx.foreach(group.said, _item), class_name="said"),
    )


def _item(item: Any) -> rx.Component:
    return rx.el.li(
        rx.el.span(parts_of(item.parts), GLUE, rx.foreach(item.citations, _citation)),
        rx.cond(item.proposed != "", rx.el.span(" ", tag(item.proposed, kind="coming")), rx.fragment()),
    )


def _citation(citation: Any) -> rx.Component:
    return _numbered(citation, citation.ids[0])


def _citation_in_sources(citation: Any) -> rx.Component:
    return _numbered(citation, citation.ids[1])


def _numbered(citation: Any, link_id: Any) -> rx.Component:
    """A real link to the statement; a plain click opens the section beside the answer instead."""
    return citation_link(
        citation.number,
        citation.href,
        citation.label,
        id=link_id,
        on_click=lambda click: _open_beside(click, citation, link_id),
    )


def _place(place: Any) -> rx.Component:
    return rx.el.li(place.place, ": ", rx.foreach(place.citations, _citation_in_sources))


def _open_beside(click: Any, citation: Any, came_from: Any) -> Any:
    """Leave a click with a modifier to the browser: it opens a tab or a window."""
    modified = click.ctrl_key | click.meta_key | click.shift_key | click.alt_key
    opens: Any = AskState.open_citation
    return rx.cond(modified, rx.noop(), opens(citation.turn, citation.number, came_from).prevent_default)


def _changes(changes: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h3(words.UPCOMING),
        rx.el.ul(
            rx.foreach(
                changes,
                lambda change: rx.el.li(change.summary, " ", link(change.begins, change.href)),
            )
        ),
        class_name="notice notice-warning",
    )


def _links(links: Any, title: str, hint: str = "") -> rx.Component:
    shown = rx.el.section(
        rx.el.h3(title),
        rx.el.p(hint, class_name="hint") if hint else rx.fragment(),
        rx.el.ul(rx.foreach(links, lambda one: rx.el.li(link(one.label, one.href))), class_name="link-list"),
    )
    return rx.cond(links.length() > 0, shown, rx.fragment())


def _sources(sources: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h3(words.SOURCES), rx.el.ul(rx.foreach(sources, _source), class_name="sources")
    )


def _source(source: Any) -> rx.Component:
    document = rx.cond(
        source.address != "", link(source.document, source.address), rx.fragment(source.document)
    )
    return rx.el.li(
        rx.el.p(rx.el.strong(link(source.title, source.href)), " ", tag_of(source.status, source.tag_kind)),
        rx.cond(source.note != "", rx.el.p(source.note), rx.fragment()),
        rx.el.p(source.validity, ". ", document, ".", class_name="hint"),
        rx.el.ul(rx.foreach(source.places, _place), class_name="source-places"),
    )
