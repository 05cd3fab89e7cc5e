"""Fields one writes in: label, then help, then what is wrong, then the field, tied together by ids."""

from collections.abc import Sequence
from typing import Any, Literal

import reflex as rx

from portal.texts import common
from portal.ui.content import Content, Text, classes, either, given, when

Width = Literal["full", "half", "short"]


def described_by(field_id: str, hint: Text | None, error: Text | None) -> Any:
    """The ids of a field's help and error, as aria-describedby; None when it has neither."""
    hint_id = f"{field_id}-hjalp" if hint else ""
    error_id = f"{field_id}-fel"
    if isinstance(error, rx.Var):
        # Without either the attribute is left out, which React does for undefined.
        return either(error != "", f"{hint_id} {error_id}".strip(), hint_id or rx.Var("undefined"))
    return classes(hint_id, error_id if error else None) or None


def invalid(error: Text | None) -> Any:
    """The value of aria-invalid for an error that may be a state's."""
    if isinstance(error, rx.Var):
        return either(error != "", "true", "false")
    return "true" if error else None


def explanation(field_id: str, hint: Text | None, error: Text | None, error_prefix: Text) -> rx.Component:
    """A field's help and its error, in that order."""
    return rx.fragment(
        when(hint, lambda text: rx.el.p(text, id=f"{field_id}-hjalp", class_name="hint")),
        when(
            error,
            lambda text: rx.el.p(
                rx.el.span(error_prefix, class_name="visually-hidden"),
                text,
                id=f"{field_id}-fel",
                class_name="field-error",
            ),
        ),
    )


def field(
    control: Content, field_id: str, label: Text, hint: Text | None, error: Text | None
) -> rx.Component:
    """A labelled control with its help and error."""
    return rx.el.div(
        rx.el.label(label, html_for=field_id, class_name="label"),
        explanation(field_id, hint, error, common.ERROR_PREFIX),
        control,
        class_name="field",
    )


def control_attributes(
    field_id: str, name: str | None, hint: Text | None, error: Text | None, **attributes: Any
) -> dict[str, Any]:
    """The props every control has in common."""
    return given(
        id=field_id,
        name=name or field_id,
        aria_describedby=described_by(field_id, hint, error),
        aria_invalid=invalid(error),
        **attributes,
    )


def text_field(
    field_id: str,
    label: Text,
    *,
    name: str | None = None,
    hint: Text | None = None,
    error: Text | None = None,
    type: Literal["text", "email", "tel", "url", "password", "number"] = "text",
    autocomplete: str | None = None,
    width: Width = "full",
    **attributes: Any,
) -> rx.Component:
    """One line of text. Pass value/default_value, on_change, on_blur, max_length as attributes."""
    control = rx.el.input(
        type=type,
        class_name=classes("input", f"input-{width}"),
        **control_attributes(field_id, name, hint, error, auto_complete=autocomplete, **attributes),
    )
    return field(control, field_id, label, hint, error)


def text_area(
    field_id: str,
    label: Text,
    *,
    name: str | None = None,
    hint: Text | None = None,
    error: Text | None = None,
    rows: int = 5,
    **attributes: Any,
) -> rx.Component:
    """Several lines of text."""
    control = rx.el.textarea(
        rows=str(rows), class_name="input", **control_attributes(field_id, name, hint, error, **attributes)
    )
    return field(control, field_id, label, hint, error)


def select_field(
    field_id: str,
    label: Text,
    options: Sequence[tuple[str, Text]],
    *,
    name: str | None = None,
    hint: Text | None = None,
    error: Text | None = None,
    width: Width = "full",
    **attributes: Any,
) -> rx.Component:
    """The browser's own drop-down list; `options` are (value, text)."""
    control = rx.el.select(
        *(rx.el.option(text, value=value) for value, text in options),
        class_name=classes("input", "select", f"input-{width}"),
        **control_attributes(field_id, name, hint, error, **attributes),
    )
    return field(control, field_id, label, hint, error)


def date_field(
    field_id: str,
    label: Text,
    *,
    name: str | None = None,
    hint: Text | None = None,
    error: Text | None = None,
    earliest: str | None = None,
    latest: str | None = None,
    **attributes: Any,
) -> rx.Component:
    """The browser's own date input; the value is YYYY-MM-DD."""
    control = rx.el.input(
        type="date",
        class_name="input input-short",
        **control_attributes(field_id, name, hint, error, min=earliest, max=latest, **attributes),
    )
    return field(control, field_id, label, hint, error)
