"""Beside a section's text: where it comes from, its versions, the day to show, and where to go next."""

from datetime import date

import reflex as rx

from knowledge.model import Section, SectionVersion, Source
from portal import knowing
from portal.asking.address import FIRST_DAY, LAST_DAY, write_address
from portal.pages.section_state import SectionState
from portal.reading.address import compare_address, list_address, section_address
from portal.reading.shelf import RULE_AREAS
from portal.reading.versions import Position, day_within, position, version_to_show
from portal.texts import handbook as words
from portal.texts.dates import validity
from portal.ui import (
    Content,
    Text,
    box,
    bullet_list,
    button,
    date_field,
    details,
    get_form,
    link,
    link_list,
    section,
    summary_list,
)

COMPARISON_ID = "jamforelse"


def version_facts(whole: Section, version: SectionVersion, today: date) -> rx.Component:
    """Everything beside the text of `version`; `today` is the day of the build."""
    return rx.fragment(
        box(section(words.SOURCE, _facts(version, today), *_more_sources(version), section_id="kalla")),
        *_versions(whole, version, today),
        _day_form(whole),
        *_see_also(version, today),
        _next_steps(version),
    )


def _facts(version: SectionVersion, today: date) -> rx.Component:
    status = words.status(version.status, past=position(version, today) is Position.PAST)
    rows: list[tuple[Text, Content]] = [
        *_source_rows(version.source),
        (words.VALIDITY, validity(version.valid_from, version.valid_to)),
        (words.STATUS_LABEL, status),
        (words.AREA, link(words.AREAS.get(version.area, version.area), list_address(area=version.area))),
    ]
    if version.audience:
        rows.append((words.AUDIENCE, ", ".join(version.audience)))
    return summary_list(rows)


def _source_rows(source: Source) -> list[tuple[Text, Content]]:
    rows: list[tuple[Text, Content]] = [(words.DOCUMENT, source.document)]
    if source.diary_number:
        rows.append((words.DIARY, source.diary_number))
    if source.page:
        rows.append((words.PLACE, source.page))
    if source.url:
        rows.append((words.ADDRESS, link(words.at_host(source.url), source.url)))
    return rows


def _more_sources(version: SectionVersion) -> list[rx.Component]:
    if not version.further_sources:
        return []
    return [
        details(words.MORE_SOURCES, *(summary_list(_source_rows(one)) for one in version.further_sources))
    ]


def _versions(whole: Section, shown: SectionVersion, today: date) -> list[rx.Component]:
    """The versions newest first; alone, a section has nothing to choose between."""
    if len(whole.versions) == 1:
        return []
    items = [_version(whole, one, shown, today) for one in reversed(whole.versions)]
    return [section(words.VERSIONS, bullet_list(*items), section_id="versioner")]


def _version(whole: Section, one: SectionVersion, shown: SectionVersion, today: date) -> rx.Component:
    status = words.status(one.status, past=position(one, today) is Position.PAST)
    line = words.version_line(validity(one.valid_from, one.valid_to), status)
    day = day_within(one, today)
    parts: list[Content] = [
        rx.el.strong(f"{line} – {words.SHOWN}")
        if one is shown
        else link(line, section_address(whole.id, day)),
    ]
    before = whole.before(one)
    if before is not None:
        address = f"{compare_address(whole.id, day, before.key)}#{COMPARISON_ID}"
        label = words.what_changed(validity(one.valid_from, one.valid_to))
        parts += [rx.el.br(), link(words.COMPARE, address, aria_label=label)]
    return rx.fragment(*parts)


def _day_form(whole: Section) -> rx.Component:
    return get_form(
        date_field(
            "per",
            words.DAY_LABEL,
            hint=words.DAY_HELP,
            error=SectionState.day_error,
            earliest=FIRST_DAY.isoformat(),
            latest=LAST_DAY.isoformat(),
            default_value=SectionState.day,
            key=SectionState.day,
        ),
        button(words.DAY_SHOW, kind="secondary", submit=True),
        action=section_address(whole.id),
        label=words.DAY_LABEL,
    )


def _see_also(version: SectionVersion, today: date) -> list[rx.Component]:
    links: list[tuple[Text, Text]] = []
    for named in version.see_also:
        section_id, _, anchor = named.partition("#")
        other = knowing.handbook().section(section_id)
        if other is not None:
            links.append((version_to_show(other, today).title, section_address(section_id, None, anchor)))
    return [section(words.SEE_ALSO, link_list(links), section_id="las-ocksa")] if links else []


def _next_steps(version: SectionVersion) -> rx.Component:
    question = words.question_about(version.title, is_rule=version.area in RULE_AREAS)
    links: list[tuple[Text, Text]] = [(words.ASK_ABOUT, write_address((question,))), *words.NEXT_LINKS]
    return section(words.NEXT_STEPS, link_list(links), section_id="ga-vidare")
