"""The portal's own design system: plain HTML elements with our own style sheets, no theme from outside.

Every component is a function that takes its texts as arguments and returns a `rx.Component`. Texts may be
fixed (`portal/texts`) or a state's (`rx.Var[str]`). /designsystem shows every one in every state.
"""

from portal.ui.anchor import anchor
from portal.ui.buttons import button, button_row, copy_button, dialog_button, print_button
from portal.ui.choices import checkboxes, radios
from portal.ui.contact import contact_box
from portal.ui.content import Content, Text, classes, either, given, when
from portal.ui.details import details
from portal.ui.dialog import dialog
from portal.ui.errors import error_summary, error_summary_of
from portal.ui.fields import date_field, select_field, text_area, text_field
from portal.ui.forms import NativeForm, get_form, post_form, search_field, search_form
from portal.ui.layout import box, hidden_text, lead, paragraph, row, section, two_columns
from portal.ui.links import action_link, back_link, citation_link, link, mail_link, phone_link
from portal.ui.lists import bullet_list, link_list, number_list, summary_list, way_in, ways_in
from portal.ui.notices import empty_state, notice, status_message
from portal.ui.pagination import pagination
from portal.ui.shell import frame, heading, page
from portal.ui.skeleton import skeleton
from portal.ui.symbol import symbol
from portal.ui.tables import table, table_frame
from portal.ui.tabs import tab_links, tabs
from portal.ui.tags import tag, tag_of, tag_row

__all__ = [
    "Content",
    "NativeForm",
    "Text",
    "action_link",
    "anchor",
    "back_link",
    "box",
    "bullet_list",
    "button",
    "button_row",
    "checkboxes",
    "citation_link",
    "classes",
    "contact_box",
    "copy_button",
    "date_field",
    "details",
    "dialog",
    "dialog_button",
    "either",
    "empty_state",
    "error_summary",
    "error_summary_of",
    "frame",
    "get_form",
    "given",
    "heading",
    "hidden_text",
    "lead",
    "link",
    "link_list",
    "mail_link",
    "notice",
    "number_list",
    "page",
    "pagination",
    "paragraph",
    "phone_link",
    "post_form",
    "print_button",
    "radios",
    "row",
    "search_field",
    "search_form",
    "section",
    "select_field",
    "skeleton",
    "status_message",
    "summary_list",
    "symbol",
    "tab_links",
    "table",
    "table_frame",
    "tabs",
    "tag",
    "tag_of",
    "tag_row",
    "text_area",
    "text_field",
    "two_columns",
    "way_in",
    "ways_in",
    "when",
]
