"""Handbokens avsnitt: one static page per section, every version of it a state away."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import reflex as rx

from knowledge.model import Section, SectionVersion
from portal import knowing
from portal.clock import today
from portal.pages.script import reading_script
from portal.pages.section_compare import comparison
from portal.pages.section_facts import version_facts
from portal.pages.section_state import SectionState, shown_key
from portal.pages.section_text import version_text
from portal.reading.address import LIST, list_address, section_address
from portal.reading.shelf import lead
from portal.reading.versions import Position, version_to_show
from portal.texts import handbook as words
from portal.ui import link, notice, page, two_columns


class SectionPage(NamedTuple):
    """What it takes to add one section's page; its on_load is `SectionState.load`."""

    route: str
    title: str
    description: str
    component: Callable[[], rx.Component]


def section_pages() -> Iterator[SectionPage]:
    """A page per section of the handbook, showing the version valid on the day of the build."""
    for whole in knowing.handbook().sections.values():
        built = version_to_show(whole, today())
        yield SectionPage(
            route=section_address(whole.id),
            title=built.title,
            description=words.section_description(built.title, lead(built)),
            component=_page_of(whole, built),
        )


def _page_of(whole: Section, built: SectionVersion) -> Callable[[], rx.Component]:
    def section_page() -> rx.Component:
        area = words.AREAS.get(built.area, built.area)
        return page(
            built.title,
            _position(whole),
            rx.cond(
                SectionState.current & (SectionState.note != ""),
                notice(SectionState.note, role="status"),
                rx.fragment(),
            ),
            comparison(),
            _versions(whole, built),
            reading_script(),
            breadcrumb=((words.TITLE, LIST), (area, list_address(area=built.area))),
            wide=True,
        )

    section_page.__name__ = f"section_{whole.id.replace('-', '_')}"
    return section_page


def _versions(whole: Section, built: SectionVersion) -> rx.Component:
    """All versions are in the page; which one shows is the only thing the state decides."""
    others = [(shown_key(one), _columns(whole, one)) for one in whole.versions if one is not built]
    shown = _columns(whole, built)
    return rx.fragment(rx.match(SectionState.shown, *others, shown) if others else shown)


def _columns(whole: Section, version: SectionVersion) -> rx.Component:
    return two_columns(
        version_text(whole, version, today()),
        version_facts(whole, version, today()),
        aside_label=words.ABOUT_SECTION,
    )


def _position(whole: Section) -> rx.Component:
    current = rx.el.p(link(words.READ_CURRENT, section_address(whole.id)))
    state: Any = SectionState.position
    told = rx.match(
        state,
        (Position.PAST.value, notice(current, title=words.PAST_TITLE, kind="warning")),
        (Position.COMING.value, notice(current, title=words.FUTURE_TITLE, kind="warning")),
        rx.fragment(),
    )
    return rx.cond(SectionState.current, told, rx.fragment())
