"""The a element as the browser knows it: `rx.el.a` is React Router's, which takes over the navigation.

A full load works without JavaScript, after a new version has been put in place, and moves focus and reading
by itself; React Router's link also drops the query of the address when it leads to a part of the same page.
"""

from typing import Any

import reflex as rx
from reflex_components_core.el.elements.inline import A

from portal.ui.content import Content, Text


def anchor(*content: Content, href: Text, **attributes: Any) -> rx.Component:
    """A plain link."""
    return A.create(*content, href=href, **attributes)
