"""The tests of log checks run in a transaction on both databases, like those of `auth`."""

from tests.auth.conftest import kept_database, session

__all__ = ["kept_database", "session"]
