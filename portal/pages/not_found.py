"""404: an address that leads nowhere, and where to go instead."""

import reflex as rx

from portal import ui
from portal.texts import not_found as texts


def not_found() -> rx.Component:
    """Shown with status 404 for every address without a page."""
    return ui.page(
        texts.TITLE,
        ui.search_form("fraga", texts.SEARCH_LABEL, texts.SEARCH_BUTTON, action="/fraga"),
        ui.section(texts.ELSEWHERE_TITLE, ui.link_list(texts.LINKS), section_id="vidare"),
        intro=texts.INTRO,
    )
