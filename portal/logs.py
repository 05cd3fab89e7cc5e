"""JSON logs to stderr that hold no personal data and no question text, whoever writes them.

Two nets: keys that carry what people wrote or who they are never get out, and anything in the remaining
values that looks like a personal number is masked. An exception is told by its type and where it happened;
its message is left out, since it may quote what somebody wrote. So is every message of the libraries that
handle what browsers send: they quote events, addresses, headers and state tokens in full.
"""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

from portal.masking import mask_personal_numbers

FORBIDDEN_KEYS = frozenset(
    {
        "question",
        "questions",
        "query",
        "query_string",
        "q",
        "reason",
        "answer",
        "text",
        "body",
        "form",
        "payload",
        "personnummer",
        "personal_number",
        "person",
        "name",
        "first_name",
        "last_name",
        "email",
        "phone",
        "address",
        "client",
        "ip",
        "host_address",
        "cookie",
        "cookies",
        "authorization",
        "set_cookie",
        "headers",
        "token",
        "secret",
        "password",
        "url",
    }
)
# Chatty libraries that tell addresses (with queries) or file names at INFO.
QUIET = (
    "httpx",
    "httpx2",
    "httpcore",
    "urllib3",
    "huggingface_hub",
    "sentence_transformers",
    "alembic",
    "faiss",
)
# Libraries that quote what clients send: told by the place that spoke, never by its words.
QUOTING = ("reflex", "engineio", "socketio", "asyncio", "_granian")
UNSAID = "a library's message, left out since it may quote a reader"
# These would otherwise write to the terminal by a handler of their own, past every net.
OWN_HANDLERS = ("engineio.server", "socketio.server", "_granian", "granian.access")
LONGEST_VALUE = 500


def drop_forbidden(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Leave out forbidden keys, at any depth, and name them under "dropped" so that the mistake is seen."""
    dropped: set[str] = set()
    kept = _without(event, dropped)
    if dropped:
        kept["dropped"] = sorted(dropped)
    return kept


def _without(values: MutableMapping[str, Any], dropped: set[str]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, value in values.items():
        if str(key).lower().replace("-", "_") in FORBIDDEN_KEYS:
            dropped.add(str(key))
        else:
            kept[key] = _without(value, dropped) if isinstance(value, dict) else value
    return kept


def mask(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Mask and shorten every text, and tell any other object by its type only."""
    return {key: value if key.startswith("_") else _masked(value) for key, value in event.items()}


def _masked(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return mask_personal_numbers(value)[:LONGEST_VALUE]
    if isinstance(value, dict):
        return {str(key): _masked(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_masked(inner) for inner in value]
    return f"<{type(value).__name__}>"


def tell_exception(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Replace exc_info by the exception's type and the places it passed, without any message."""
    raised = event.pop("exc_info", None)
    if raised is True:
        raised = sys.exc_info()
    error = raised[1] if isinstance(raised, tuple) else raised
    if isinstance(error, BaseException):
        event["exception"] = type(error).__name__
        frames = traceback.extract_tb(error.__traceback__)[-12:]
        event["places"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return event


def leave_out_quotes(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Replace the message of a library that quotes clients by the file and line that logged it."""
    record = event.get("_record")
    if isinstance(record, logging.LogRecord) and record.name.startswith(QUOTING):
        event["event"] = UNSAID
        event["place"] = f"{record.pathname}:{record.lineno} {record.funcName}"
    return event


_PROCESSORS: tuple[Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    tell_exception,
    drop_forbidden,
    mask,
    structlog.processors.JSONRenderer(ensure_ascii=False),
)


def configure_logs(level: str = "INFO") -> None:
    """Send every log of the process, structlog's and the standard library's, to stderr as JSON."""
    structlog.configure(
        processors=[structlog.processors.add_log_level, *_PROCESSORS],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    standard = logging.StreamHandler(sys.stderr)
    standard.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                # What sign-in says of a refusal: codes and names of ours, never anybody's words.
                structlog.stdlib.ExtraAdder(allow=("fault", "provider")),
                leave_out_quotes,
            ],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_PROCESSORS],
        )
    )
    root.handlers = [standard]
    root.setLevel(level)
    # A line that cannot be written is lost; the library would print its arguments instead.
    logging.raiseExceptions = False
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in OWN_HANDLERS:
        _give_up_own_handlers(logging.getLogger(name))


def _give_up_own_handlers(logger: logging.Logger) -> None:
    """Send the logger's lines through the root; engine.io adds a handler only where no level is set yet."""
    logger.handlers = []
    logger.propagate = True
    if logger.level == logging.NOTSET:
        logger.setLevel(logging.ERROR)
