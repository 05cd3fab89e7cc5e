"""The script of the pages that show handbook text; a file of our own, never code in the page."""

import reflex as rx


def reading_script() -> rx.Component:
    """Loads assets/reading.js."""
    return rx.el.script(src="/reading.js", async_=True)
