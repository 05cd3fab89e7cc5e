"""/designsystem: every component in every state, for those who build and check. Not in the sitemap."""

from typing import get_args

import reflex as rx

from portal import ui
from portal.pages import designsystem_forms as forms
from portal.texts import common
from portal.texts import designsystem as texts
from portal.ui.connection import connection_text
from portal.ui.crash import crash_content
from portal.ui.tags import Kind

TAG_KINDS = get_args(Kind)


def designsystem() -> rx.Component:
    """The page, in the order one meets the components."""
    return ui.page(
        texts.TITLE,
        _symbol(),
        _colours(),
        _type(),
        forms.buttons(),
        forms.fields(),
        forms.fields_with_errors(),
        _notices(),
        _facts(),
        _folding(),
        _reading(),
        ui.contact_box(texts.CONTACT, section_id="kontaktruta"),
        intro=texts.INTRO,
        wide=True,
    )


def _symbol() -> rx.Component:
    return ui.section(
        texts.SYMBOL,
        ui.row(ui.symbol(96), rx.el.span(common.SITE_NAME, class_name="wordmark-name")),
        ui.paragraph(texts.SYMBOL_TEXT),
        section_id="tecken",
    )


def _colours() -> rx.Component:
    swatches = [
        rx.el.li(rx.el.span(class_name=f"swatch swatch-{name}"), text) for name, text in texts.COLOUR_NAMES
    ]
    return ui.section(texts.COLOURS, rx.el.ul(*swatches, class_name="swatches"), section_id="farger")


def _type() -> rx.Component:
    return ui.section(
        texts.TYPE,
        ui.paragraph(texts.RUNNING, " ", ui.link(texts.LINK_TEXT, "/om"), "."),
        ui.section(texts.HEADING_3, ui.bullet_list(*texts.POINTS), level=3),
        ui.section(texts.HEADING_4, ui.number_list(*texts.STEPS), level=4),
        ui.link_list(texts.LINKS),
        ui.link_list(texts.CHIPS, class_name="chips"),
        ui.back_link(texts.BACK, "/"),
        section_id="text",
    )


def _notices() -> rx.Component:
    return ui.section(
        texts.NOTICES,
        ui.notice(texts.NOTICE),
        ui.notice(texts.NOTICE_SUCCESS, kind="success"),
        ui.notice(texts.NOTICE_WARNING, kind="warning"),
        ui.notice(texts.NOTICE_ERROR, kind="error"),
        ui.status_message(texts.STATUS, message_id="antal"),
        ui.empty_state(texts.EMPTY_TITLE, texts.EMPTY_TEXT),
        ui.section(texts.CONNECTION, connection_text(), level=3),
        ui.section(texts.CRASH, ui.box(*crash_content()), level=3),
        section_id="notiser",
    )


def _facts() -> rx.Component:
    return ui.section(
        texts.FACTS,
        ui.summary_list(texts.SUMMARY),
        ui.table(
            texts.TABLE_CAPTION,
            texts.TABLE_COLUMNS,
            texts.TABLE_ROWS,
            numeric=frozenset({2}),
        ),
        ui.tag_row(*(ui.tag(text, kind=kind) for text, kind in zip(texts.TAGS, TAG_KINDS, strict=True))),
        ui.ways_in(
            ui.way_in(texts.WAY_TITLE, texts.WAY_TEXT, "/handbok", sign="book"),
            ui.way_in(texts.WAY_TITLE, texts.WAY_TEXT, "/hyra", sign="calendar"),
        ),
        section_id="fakta",
    )


def _folding() -> rx.Component:
    parts = [(part, title, ui.paragraph(text)) for part, title, text in texts.TAB_PARTS]
    return ui.section(
        texts.FOLDING,
        ui.details(texts.DETAILS, ui.paragraph(texts.DETAILS_TEXT)),
        ui.details(texts.DETAILS, ui.paragraph(texts.DETAILS_TEXT), open=True),
        ui.tabs(texts.TABS, parts),
        ui.tab_links(texts.TABS, texts.TAB_LINKS, "/designsystem"),
        ui.dialog_button(texts.DIALOG_OPEN, "dialog"),
        ui.dialog(
            "dialog",
            texts.DIALOG_TITLE,
            texts.DIALOG_TEXT,
            close=texts.DIALOG_CLOSE,
            actions=(ui.button(texts.DIALOG_YES, data_close=""),),
        ),
        ui.pagination(
            texts.PAGES,
            5,
            12,
            lambda number: f"/designsystem?sida={number}",
            previous=texts.PREVIOUS,
            following=texts.NEXT,
            page_name=texts.page_name,
        ),
        ui.skeleton(texts.LOADING),
        section_id="oppnas",
    )


def _reading() -> rx.Component:
    cited = ui.citation_link("1", "#rad-1", texts.CITATION_LABEL)
    return ui.section(
        texts.READING,
        rx.el.p(texts.QUESTION, class_name="question"),
        rx.el.p(texts.QUOTE, " ", cited, class_name="quote"),
        ui.paragraph(ui.link(texts.TARGET_LINK, "#rad-1")),
        rx.el.ul(rx.el.li(texts.TARGET, id="rad-1", class_name="statement")),
        ui.paragraph(texts.CHANGED_BEFORE, rx.el.del_(texts.CHANGED_FROM), " ", rx.el.ins(texts.CHANGED_TO)),
        section_id="lasa",
    )
