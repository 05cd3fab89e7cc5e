"""The published handbook's library, opened once for all tests of the assistant."""

import pytest

from assistant.ask import Assistant
from knowledge.library import Library, open_library


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library()


@pytest.fixture(scope="session")
def assistant(library: Library) -> Assistant:
    return Assistant(library)
