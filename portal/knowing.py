"""The portal's one handbook and one assistant, opened once and off the event loop.

The handbook as plain data is quick to read and used when pages are built; the assistant with its index takes
seconds the first time and is therefore opened by `warm_up` in a thread while the pages are already served.
"""

import asyncio
import threading
from functools import cache

from assistant.ask import Assistant
from knowledge.files import DEFAULT_HANDBOOK, read_handbook
from knowledge.library import Library, open_library
from knowledge.model import Handbook
from portal.settings import settings

_opening = threading.Lock()
_opened: list[Assistant] = []


@cache
def handbook() -> Handbook:
    """The handbook as it lies in the files, read once; raises `HandbookError` naming file and line."""
    return read_handbook(DEFAULT_HANDBOOK)


def assistant() -> Assistant:
    """The assistant, opened on the first call (seconds: call it in a thread), the same to every caller."""
    if _opened:
        return _opened[0]
    with _opening:
        if not _opened:
            chosen = settings()
            library = open_library(model=chosen.knowledge_model, cache_dir=chosen.cache_dir)
            _opened.append(Assistant(library))
    return _opened[0]


def library() -> Library:
    """What the assistant stands on: handbook, word lists and searcher (blocking like `assistant`)."""
    return assistant().library


def is_ready() -> bool:
    """True once the assistant can answer without first opening its index."""
    return bool(_opened)


async def warm_up() -> None:
    """Open the assistant without holding up the pages; meant as a lifespan task."""
    await asyncio.to_thread(assistant)
