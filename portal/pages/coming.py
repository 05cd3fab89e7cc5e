"""/hyra, /arende, /reparation: what will come, the rules in brief, and how to get it done meanwhile."""

import reflex as rx

from portal import ui
from portal.pages.lines import fixed_parts
from portal.reading.inline import parts
from portal.texts import coming as texts


def rent() -> rx.Component:
    """Private rental."""
    return _coming(texts.RENT, "/hyra")


def errand() -> rx.Component:
    """Errands to kundtjänst."""
    return _coming(texts.ERRAND, "/arende")


def repair() -> rx.Component:
    """Repair requests."""
    return _coming(texts.REPAIR, "/reparation")


def _line(text: str) -> rx.Component:
    """A step, with the telephone number in it ready to dial."""
    return rx.fragment(*fixed_parts(parts(text)))


def _coming(what: texts.Coming, address: str) -> rx.Component:
    return ui.page(
        what.title,
        ui.notice(what.not_yet, title=texts.INTRO_NOTICE_TITLE),
        ui.section(
            texts.MEANWHILE_TITLE, ui.number_list(*map(_line, what.meanwhile)), section_id="tills-vidare"
        ),
        ui.section(what.rules_title, ui.bullet_list(*what.rules), section_id="korthet"),
        ui.section(texts.READ_TITLE, ui.link_list(what.reading), section_id="regler"),
        ui.section(texts.WILL_COME_TITLE, ui.bullet_list(*what.will_come), section_id="kommer"),
        ui.contact_box(texts.CONTACT_TITLE),
        intro=what.intro,
        part=address,
    )
