"""The migrations make exactly the declared tables, forwards and backwards, on both databases."""

import threading

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from portal import database
from portal.migrations import running


def tables(engine: sa.Engine) -> set[str]:
    return set(sa.inspect(engine).get_table_names()) - {"alembic_version"}


def test_there_is_one_head() -> None:
    assert len(running.scripts().get_heads()) == 1


def test_a_fresh_upgrade_equals_the_metadata(empty_database: sa.Engine) -> None:
    database.migrate(empty_database)

    with empty_database.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, database.metadata()) == []


def test_migrating_twice_changes_nothing(empty_database: sa.Engine) -> None:
    database.migrate(empty_database)
    database.migrate(empty_database)

    assert tables(empty_database) == set(database.metadata().tables)


def test_every_migration_can_be_taken_back(empty_database: sa.Engine) -> None:
    database.migrate(empty_database)
    with empty_database.begin() as connection:
        running.downgrade(connection, "base")
    assert tables(empty_database) == set()

    database.migrate(empty_database)

    assert tables(empty_database) == set(database.metadata().tables)


def test_two_processes_may_migrate_at_once(empty_database: sa.Engine) -> None:
    failures: list[Exception] = []

    def run() -> None:
        engine = database.make_engine(empty_database.url.render_as_string(hide_password=False))
        try:
            database.migrate(engine)
        except Exception as error:
            failures.append(error)
        finally:
            engine.dispose()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []


def test_every_constraint_and_index_has_a_name() -> None:
    for table in database.metadata().tables.values():
        assert all(constraint.name for constraint in table.constraints), table.name
        assert all(index.name for index in table.indexes), table.name
