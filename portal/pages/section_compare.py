"""What differs between two versions of a section, word by word, told by words and marks besides colour."""

from typing import Any

import reflex as rx

from portal.pages.section_facts import COMPARISON_ID
from portal.pages.section_state import SectionState
from portal.texts import handbook as words
from portal.ui import hidden_text, link, section


def comparison() -> rx.Component:
    """The comparison the address asks for; nothing when it asks for none."""
    fields: Any = SectionState.comparison
    shown = section(
        words.COMPARED,
        rx.el.p(SectionState.compared),
        rx.cond(fields.length() > 0, rx.el.p(words.COMPARE_HELP, class_name="hint"), rx.fragment()),
        rx.el.p(link(words.COMPARE_CLOSE, SectionState.address)),
        rx.foreach(fields, _field),
        section_id=COMPARISON_ID,
    )
    return rx.cond(
        SectionState.current & (SectionState.compared != ""),
        rx.el.div(shown, class_name="box comparison"),
        rx.fragment(),
    )


def _field(field: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h3(field.heading),
        rx.cond(
            field.changed,
            rx.el.ul(rx.foreach(field.lines, _line)),
            rx.el.p(words.UNCHANGED, class_name="hint"),
        ),
    )


def _line(line: Any) -> rx.Component:
    kind = rx.match(
        line.kind,
        ("added", _label(words.WHOLE_ADDED)),
        ("removed", _label(words.WHOLE_REMOVED)),
        ("reworded", _label(words.REWORDED)),
        rx.fragment(),
    )
    group = rx.cond(line.group != "", rx.el.span(line.group, class_name="said-group"), rx.fragment())
    return rx.el.li(group, kind, rx.foreach(line.segments, _segment))


def _label(text: str) -> rx.Component:
    return rx.el.strong(text, ": ")


def _segment(segment: Any) -> rx.Component:
    """A stretch of words; the marks of a change are read out as words too."""
    shown: Any = rx.match(
        segment.change,
        (
            "added",
            # A line may break before new words, also where nothing but removed ones stand before them.
            rx.fragment(
                rx.el.wbr(),
                rx.el.ins(hidden_text(words.ADDED_STARTS), segment.text, hidden_text(words.CHANGE_ENDS)),
            ),
        ),
        (
            "removed",
            rx.el.del_(hidden_text(words.REMOVED_STARTS), segment.text, hidden_text(words.CHANGE_ENDS)),
        ),
        rx.fragment(segment.text),
    )
    return rx.fragment(shown)
