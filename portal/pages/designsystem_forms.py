"""The buttons and fields of /designsystem, in every state."""

import reflex as rx

from portal import ui
from portal.texts import designsystem as texts


def buttons() -> rx.Component:
    """Every kind of button, and what they can do without a handler."""
    return ui.section(
        texts.BUTTONS,
        ui.button_row(
            ui.button(texts.PRIMARY),
            ui.button(texts.SECONDARY, kind="secondary"),
            ui.button(texts.QUIET, kind="quiet"),
            ui.button(texts.DANGER, kind="danger"),
            ui.button(texts.DISABLED, aria_disabled="true"),
        ),
        ui.button_row(
            ui.action_link(texts.STEP_LINK, "/om"), ui.action_link(texts.STEP_LINK, "/om", kind="secondary")
        ),
        rx.el.p(texts.COPY_LINE, id="kopieras"),
        ui.button_row(
            ui.copy_button(texts.COPY, "kopieras", texts.COPIED), ui.print_button(texts.PRINT, kind="quiet")
        ),
        section_id="knappar",
    )


def fields() -> rx.Component:
    """Every field as it is met, without errors."""
    return ui.section(
        texts.FIELDS,
        ui.text_field("namn", texts.NAME, hint=texts.NAME_HINT, autocomplete="name", width="half"),
        ui.text_field("last", texts.LOCKED, disabled=True, width="half"),
        ui.text_area("beskrivning", texts.MESSAGE, hint=texts.MESSAGE_HINT),
        ui.select_field("plats", texts.PLACE, texts.PLACES, width="half"),
        ui.date_field("dag", texts.DAY, hint=texts.DAY_HINT),
        ui.radios("saker", texts.SAFE, texts.SAFE_OPTIONS, hint=texts.SAFE_HINT, value="ja"),
        ui.checkboxes("hjalp", texts.HELP, texts.HELP_OPTIONS, values=frozenset({"lana"}), inline=True),
        ui.search_form(
            "sok",
            texts.SEARCH,
            texts.SEARCH_BUTTON,
            action="/handbok",
            hint=texts.SEARCH_HINT,
            value=texts.SEARCH_VALUE,
        ),
        section_id="falt",
    )


def fields_with_errors() -> rx.Component:
    """The error summary and the fields it leads to."""
    wrong = [
        ("telefon-fel", texts.PHONE_ERROR),
        ("beskriv-fel", texts.MESSAGE_ERROR),
        ("plats-fel", texts.PLACE_ERROR),
        ("dag-fel", texts.DAY_ERROR),
        ("saker-fel", texts.SAFE_ERROR),
    ]
    return rx.el.div(
        ui.error_summary(texts.ERRORS_TITLE, wrong),
        ui.text_field(
            "telefon-fel",
            texts.PHONE,
            error=texts.PHONE_ERROR,
            type="tel",
            autocomplete="tel",
            width="half",
        ),
        ui.text_area("beskriv-fel", texts.MESSAGE, hint=texts.MESSAGE_HINT, error=texts.MESSAGE_ERROR),
        ui.select_field("plats-fel", texts.PLACE, texts.PLACES, error=texts.PLACE_ERROR, width="half"),
        ui.date_field("dag-fel", texts.DAY, hint=texts.DAY_HINT, error=texts.DAY_ERROR),
        ui.radios("saker-fel", texts.SAFE, texts.SAFE_OPTIONS[:2], error=texts.SAFE_ERROR),
        class_name="flow",
    )
