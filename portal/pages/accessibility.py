"""/tillganglighet: the accessibility statement that the law asks for, with a way to report hindrances."""

import reflex as rx

from portal import ui
from portal.texts import accessibility as texts


def accessibility() -> rx.Component:
    """The statement."""
    return ui.page(
        texts.TITLE,
        ui.section(texts.STATUS_TITLE, *map(ui.paragraph, texts.STATUS), section_id="status"),
        ui.section(texts.LIMITS_TITLE, ui.bullet_list(*texts.LIMITS), section_id="brister"),
        ui.contact_box(texts.REPORT_TITLE, intro=texts.REPORT, section_id="saga-till"),
        _supervision(),
        ui.section(texts.TESTED_TITLE, ui.bullet_list(*texts.TESTED), section_id="testat"),
        ui.section(texts.DATE_TITLE, ui.paragraph(texts.DATE), section_id="datum"),
        intro=texts.INTRO,
    )


def _supervision() -> rx.Component:
    report = ui.link(texts.SUPERVISION_LINK, texts.SUPERVISION_ADDRESS)
    text = ui.paragraph(texts.SUPERVISION_BEFORE, report, texts.SUPERVISION_AFTER)
    return ui.section(texts.SUPERVISION_TITLE, text, section_id="tillsyn")
