"""Where a reader is, so that a page can tell its own state from that of the page before.

A visit's states outlive a full load: until a page's `load` has run they still hold what the last page showed.
"""

from reflex.istate.data import ReflexURL

NOWHERE = "?"


def place(url: ReflexURL) -> str:
    """Path and query of `url`, without the part of the page; NOWHERE while a page is being built."""
    return f"{url.path.rstrip('/')}?{url.query}"
