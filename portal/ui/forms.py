"""Forms. A GET form is the browser's own, so that it works before and without JavaScript."""

from typing import Any

import reflex as rx
from reflex_components_core.el.element import Element

from portal.ui.buttons import button
from portal.ui.content import Content, Text, given


class NativeForm(Element):
    """The form element as the browser knows it: Reflex's own always stops the submit."""

    tag = "form"
    action: rx.Var[str]
    method: rx.Var[str]
    role: rx.Var[str]


def get_form(*content: Content, action: str, label: Text | None = None, search: bool = False) -> rx.Component:
    """A form whose fields become the query of `action`: the answer has an address of its own."""
    return NativeForm.create(
        *content,
        action=action,
        method="get",
        **given(role="search" if search else None, aria_label=label),
    )


def post_form(*content: Content, action: str, **attributes: Any) -> rx.Component:
    """A form that is really posted, for what needs an HTTP answer, such as a changed cookie."""
    return NativeForm.create(*content, action=action, method="post", **attributes)


def search_form(
    field_id: str,
    label: Text,
    submit: Text,
    *,
    action: str,
    name: str = "q",
    hint: Text | None = None,
    value: Text | None = None,
    max_length: int | None = None,
    large: bool = False,
) -> rx.Component:
    """One search field with its button; sends `name` to `action`."""
    field = search_field(field_id, label, submit, name=name, hint=hint, value=value, max_length=max_length)
    return rx.el.div(
        get_form(field, action=action, search=True), class_name="search search-large" if large else "search"
    )


def search_field(
    field_id: str,
    label: Text,
    submit: Text,
    *,
    name: str = "q",
    hint: Text | None = None,
    value: Text | None = None,
    max_length: int | None = None,
    **attributes: Any,
) -> rx.Component:
    """Label, search input and button, for use inside a form of one's own."""
    hint_id = f"{field_id}-hjalp"
    return rx.el.div(
        rx.el.label(label, html_for=field_id, class_name="label"),
        rx.el.p(hint, id=hint_id, class_name="hint") if hint else rx.fragment(),
        rx.el.div(
            rx.el.input(
                id=field_id,
                name=name,
                type="search",
                auto_complete="off",
                enter_key_hint="search",
                class_name="input",
                **given(
                    default_value=value,
                    max_length=max_length,
                    aria_describedby=hint_id if hint else None,
                    **attributes,
                ),
            ),
            button(submit, submit=True),
            class_name="search-row",
        ),
        class_name="field",
    )
