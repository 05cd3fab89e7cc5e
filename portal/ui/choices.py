"""Choices one ticks: radios and checkboxes in a fieldset whose legend is the question."""

from collections.abc import Sequence
from typing import Any, Literal

import reflex as rx

from portal.texts import common
from portal.ui.content import Text, classes, given
from portal.ui.fields import described_by, explanation

Kind = Literal["radio", "checkbox"]

Option = tuple[str, Text] | tuple[str, Text, Text]
"""(value, label) or (value, label, help)."""


def radios(
    field_id: str,
    legend: Text,
    options: Sequence[Option],
    *,
    name: str | None = None,
    value: str | None = None,
    hint: Text | None = None,
    error: Text | None = None,
    inline: bool = False,
    **attributes: Any,
) -> rx.Component:
    """One answer of several; `value` is the one chosen from the start."""
    chosen = {value} if value is not None else set()
    return _choices("radio", field_id, legend, options, name, chosen, hint, error, inline, attributes)


def checkboxes(
    field_id: str,
    legend: Text,
    options: Sequence[Option],
    *,
    name: str | None = None,
    values: frozenset[str] = frozenset(),
    hint: Text | None = None,
    error: Text | None = None,
    inline: bool = False,
    **attributes: Any,
) -> rx.Component:
    """Any number of answers; `values` are those ticked from the start."""
    return _choices("checkbox", field_id, legend, options, name, set(values), hint, error, inline, attributes)


def _choices(
    kind: Kind,
    field_id: str,
    legend: Text,
    options: Sequence[Option],
    name: str | None,
    chosen: set[str],
    hint: Text | None,
    error: Text | None,
    inline: bool,
    attributes: dict[str, Any],
) -> rx.Component:
    boxes = [
        _choice(
            kind, f"{field_id}-{number}" if number else field_id, name or field_id, option, chosen, attributes
        )
        for number, option in enumerate(options)
    ]
    return rx.el.fieldset(
        rx.el.legend(legend, class_name="label"),
        explanation(field_id, hint, error, common.ERROR_PREFIX),
        rx.el.div(*boxes, class_name=classes("choices", "choices-inline" if inline else None)),
        class_name="field",
        **given(aria_describedby=described_by(field_id, hint, error)),
    )


def _choice(
    kind: Kind, box_id: str, name: str, option: Option, chosen: set[str], attributes: dict[str, Any]
) -> rx.Component:
    """One box; the first has the field's own id so that the error summary can lead to it."""
    value, label, *helps = option
    help_id = f"{box_id}-hjalp-val"
    return rx.el.div(
        rx.el.input(
            type=kind,
            id=box_id,
            name=name,
            value=value,
            **given(
                default_checked=True if value in chosen else None,
                aria_describedby=help_id if helps else None,
                **attributes,
            ),
        ),
        rx.el.label(label, html_for=box_id),
        *(rx.el.p(text, id=help_id, class_name="hint") for text in helps),
        class_name="choice",
    )
