"""The text of one version of a section: what to know about it first, its fields, its table of payers."""

from datetime import date

import reflex as rx

from knowledge.model import ArticleClass, Conflict, Section, SectionVersion, Status
from knowledge.payer import Housing, PayerName, PayerNotStatedError, who_pays
from portal import knowing
from portal.pages.lines import GLUE, fixed_parts
from portal.reading.address import section_address
from portal.reading.inline import plain
from portal.reading.outline import FieldOutline, Group, Line, heading, outline
from portal.reading.shelf import TAG_KINDS
from portal.reading.versions import Position, day_within, following, position
from portal.texts import handbook as words
from portal.texts.dates import long_date, validity
from portal.ui import bullet_list, details, link, notice, section, table, tag, tag_row


def version_text(whole: Section, version: SectionVersion, today: date) -> rx.Component:
    """Tags, notices, contents, fields and who pays; `today` is the day of the build."""
    fields = outline(version)
    return rx.fragment(
        _tags(version, today),
        *_notices(whole, version, today),
        _contents(fields),
        *(_field(one) for one in fields),
        *_payers(version, today),
    )


def _tags(version: SectionVersion, today: date) -> rx.Component:
    status = words.status(version.status, past=position(version, today) is Position.PAST)
    if version.status is Status.PROPOSED and version.source.diary_number:
        status = f"{status} ({version.source.diary_number})"
    kind = "old" if status == words.EARLIER else TAG_KINDS[version.status]
    codes = [tag(f"{words.ISO} {code}") for code in version.iso_codes]
    return rx.fragment(
        tag_row(tag(status, kind=kind), *codes),
        rx.el.p(validity(version.valid_from, version.valid_to), "."),
    )


def _notices(whole: Section, version: SectionVersion, today: date) -> list[rx.Component]:
    shown: list[rx.Component] = []
    if version.status is Status.PROPOSED:
        meaning = f"{words.STATUS_HELP[version.status]} {words.ASK_TO_BE_SURE}"
        shown.append(notice(meaning, title=words.PROPOSED_TITLE, kind="warning"))
    if version.missing:
        missing = details(words.INCOMPLETE_MORE, bullet_list(*version.missing))
        shown.append(notice(words.INCOMPLETE_LEAD, missing, title=words.INCOMPLETE_TITLE, kind="warning"))
    shown += [_conflict(version, one) for one in version.conflicts]
    after = following(whole, version)
    if after is not None and after.valid_from is not None:
        shown.append(_change(after, coming=after.valid_from > today))
    return shown


def _change(after: SectionVersion, *, coming: bool) -> rx.Component:
    """That another text follows this one, and what it changes when the handbook says so."""
    begins = long_date(after.valid_from) if after.valid_from else ""
    read = rx.el.p(
        link(
            words.READ_COMING if coming else words.READ_NEXT,
            section_address(after.section_id, after.valid_from),
        )
    )
    said = [after.change] if after.change else []
    title = words.change_title(begins, coming=coming, proposed=after.status is Status.PROPOSED)
    return notice(*said, read, title=title)


def _conflict(version: SectionVersion, conflict: Conflict) -> rx.Component:
    named = [(anchor, version.statement(anchor)) for anchor in conflict.anchors]
    lines = [link(words.opening(plain(one.text)), f"#{anchor}") for anchor, one in named if one is not None]
    return notice(
        conflict.about,
        rx.el.p(words.CONFLICT_WHERE),
        bullet_list(*lines),
        title=words.CONFLICT_TITLE,
        kind="warning",
    )


def _contents(fields: list[FieldOutline]) -> rx.Component:
    links = [rx.el.li(link(one.heading, f"#{one.anchor}")) for one in fields]
    return rx.el.nav(rx.el.ul(*links, class_name="link-list contents"), aria_label=words.ON_PAGE)


def _field(one: FieldOutline) -> rx.Component:
    return section(one.heading, *(_group(group, one) for group in one.groups), section_id=one.anchor)


def _group(group: Group, field: FieldOutline) -> rx.Component:
    lines = rx.el.ul(*(_line(line, field) for line in group.lines), class_name="statements")
    return rx.el.div(rx.el.h3(group.heading), lines, class_name="group") if group.heading else lines


def _line(line: Line, field: FieldOutline) -> rx.Component:
    number = line.anchor.rsplit("-", 1)[-1]
    copies = link(
        "#",
        f"#{line.anchor}",
        class_name="anchor-link",
        aria_label=words.statement_link(field.heading, number),
        data_copies=words.LINK_COPIED,
    )
    return rx.el.li(*fixed_parts(line.parts), GLUE, copies, id=line.anchor, class_name="statement")


def _payers(version: SectionVersion, today: date) -> list[rx.Component]:
    """The table of payers for the section's class; nothing where the handbook doesn't state it."""
    if version.article_class is None:
        return []
    day = day_within(version, today)
    rows = [_payer_row(version.article_class, housing, day) for housing in Housing]
    known = [row for row in rows if row is not None]
    if len(known) < len(rows):
        return []
    payers = table(words.who_pays(version.article_class), list(words.WHO_PAYS_COLUMNS), known)
    return [section(words.WHO_PAYS, rx.el.p(words.WHO_PAYS_HELP), payers, section_id="vem-betalar")]


def _payer_row(article_class: ArticleClass, housing: Housing, day: date) -> list[rx.Component | str] | None:
    cells: list[rx.Component | str] = [heading(housing.value)]
    for habilitation in (False, True):
        try:
            payer = who_pays(article_class, housing, habilitation, day, handbook=knowing.handbook())
        except PayerNotStatedError:
            return None
        if payer.name is PayerName.CLASS_ENDED:
            return None
        address = section_address(payer.section_id, day, payer.anchor)
        cells.append(link(heading(payer.name.value), address))
    return cells
