"""/om: what the portal is, where its answers come from, and what becomes of what one writes."""

import reflex as rx

from portal import ui
from portal.texts import about as texts


def about() -> rx.Component:
    """The page about the portal."""
    return ui.page(
        texts.TITLE,
        _paragraphs(texts.ANSWERS_TITLE, texts.ANSWERS, "svaren"),
        ui.section(texts.LIMITS_TITLE, ui.bullet_list(*texts.LIMITS), section_id="granser"),
        _paragraphs(texts.HANDBOOK_TITLE, texts.HANDBOOK, "om-handboken"),
        _paragraphs(texts.PRIVACY_TITLE, texts.PRIVACY, "det-du-skriver"),
        ui.section(texts.READ_MORE_TITLE, ui.link_list(texts.READ_MORE), section_id="las-mer"),
        intro=texts.INTRO,
    )


def _paragraphs(title: str, paragraphs: tuple[str, ...], section_id: str) -> rx.Component:
    return ui.section(title, *(ui.paragraph(text) for text in paragraphs), section_id=section_id)
