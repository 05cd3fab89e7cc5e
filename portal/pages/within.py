"""Links inside the page one is on.

`rx.el.a` is React Router's link: a bare "#anchor" there drops the query of the address, and with it the
conversation or the day one reads for. These are the browser's own anchors, which only change the fragment.
"""

from typing import Any

import reflex as rx
from reflex_components_core.el.elements.inline import A

from portal.ui import Content, Text


def link_within(content: Content, anchor: Text, **attributes: Any) -> rx.Component:
    """A link to the element with the id `anchor` on this page."""
    return A.create(content, href=f"#{anchor}", **attributes)
