"""What happens when a handler fails unexpectedly: a log line without anybody's words, and a notice."""

import secrets
import traceback
from typing import Any

import reflex as rx
import structlog
from reflex.event import EventSpec

from portal.access import RefusedError
from portal.ui.failure import REFERENCE_LENGTH, FailureState

log = structlog.get_logger(__name__)


def on_server_failure(exception: Exception) -> EventSpec:
    """Log where and what kind, never the message, which may hold the question; the reader gets its number.

    A refusal is no failure: it has been logged as what it is, and leads to where one can sign in.
    """
    if isinstance(exception, RefusedError):
        return rx.redirect(exception.address)
    reference = secrets.token_hex(REFERENCE_LENGTH // 2)
    log.error("handler_failed", reference=reference, kind=type(exception).__name__, where=_where(exception))
    # rx.event hides from mypy that a decorated handler is called to make an event.
    show: Any = FailureState.show
    event: EventSpec = show(reference)
    return event


def on_browser_failure(exception: Exception) -> None:
    """A failure told by a browser: that it happened is all that is kept."""
    log.warning("browser_failed", kind=type(exception).__name__)


def _where(exception: Exception) -> list[str]:
    """The calls that led to the failure, innermost last, as file:line."""
    innermost = traceback.extract_tb(exception.__traceback__)[-5:]
    return [f"{frame.filename}:{frame.lineno}" for frame in innermost]
