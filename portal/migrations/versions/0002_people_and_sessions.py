"""People, their units and sessions, and the access log, which the database itself keeps append-only."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Each append-only table with what makes a row in it the same row.
APPEND_ONLY = {
    "access_entry": "id = NEW.id",
    "access_review": "id = NEW.id",
    "access_verdict": "id = NEW.id OR (review_id = NEW.review_id AND entry_id = NEW.entry_id)",
}
REFUSAL = "the access log is append-only"


def upgrade() -> None:
    """Create the tables, and let the database refuse to change what has been logged."""
    _create_people()
    _create_sessions()
    _create_access_log()
    if op.get_bind().dialect.name == "postgresql":
        _protect_postgresql()
    else:
        _protect_sqlite()


def downgrade() -> None:
    """Drop the tables; their triggers go with them."""
    for table in ("access_verdict", "access_review", "access_entry", "login_session", "staff_unit", "person"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")


def _create_people() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("identity_kind", sa.String(length=40), nullable=False),
        sa.Column("identity_fingerprint", sa.String(length=64), nullable=False),
        sa.Column("identity_sealed", sa.Text(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_in_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("identity_fingerprint", name="uq_person_identity_fingerprint"),
    )
    op.create_table(
        "staff_unit",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("code", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("unit_code", sa.String(length=200), nullable=False),
        sa.Column("unit_name", sa.String(length=200), nullable=False),
        _of_person("staff_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_staff_unit"),
        sa.UniqueConstraint("person_id", "role", "code", name="uq_staff_unit_person_id_role_code"),
    )


def _create_sessions() -> None:
    op.create_table(
        "login_session",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("must_choose", sa.Boolean(), nullable=False),
        sa.Column("profession", sa.String(length=40), nullable=True),
        sa.Column("commission_code", sa.String(length=200), nullable=True),
        sa.Column("unit_code", sa.String(length=200), nullable=True),
        sa.Column("unit_name", sa.String(length=200), nullable=True),
        sa.Column("provider", sa.String(length=100), nullable=False),
        sa.Column("acr", sa.String(length=200), nullable=False),
        sa.Column("device", sa.String(length=100), nullable=False),
        sa.Column("id_token_sealed", sa.Text(), nullable=True),
        sa.Column("idle_seconds", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        _of_person("login_session"),
        sa.PrimaryKeyConstraint("id", name="pk_login_session"),
        sa.UniqueConstraint("token_hash", name="uq_login_session_token_hash"),
    )
    op.create_index("ix_login_session_person_id", "login_session", ["person_id"])
    op.create_index("ix_login_session_ends_at", "login_session", ["ends_at"])


def _create_access_log() -> None:
    op.create_table(
        "access_entry",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reader_id", sa.String(length=36), nullable=False),
        sa.Column("reader_role", sa.String(length=40), nullable=False),
        sa.Column("reader_name", sa.String(length=200), nullable=False),
        sa.Column("reader_unit", sa.String(length=200), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=True),
        sa.Column("object_kind", sa.String(length=100), nullable=False),
        sa.Column("object_id", sa.String(length=100), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("why", sa.String(length=500), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_access_entry"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_access_entry_at", "access_entry", ["at"])
    op.create_index("ix_access_entry_reader_id", "access_entry", ["reader_id"])
    op.create_index("ix_access_entry_subject_id_at", "access_entry", ["subject_id", "at"])
    op.create_table(
        "access_review",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("drawn_by", sa.String(length=36), nullable=False),
        sa.Column("drawn_by_name", sa.String(length=200), nullable=False),
        sa.Column("period_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("period_to", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("entry_ids", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_access_review"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_access_review_drawn_at", "access_review", ["drawn_at"])
    op.create_table(
        "access_verdict",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("review_id", sa.String(length=36), nullable=False),
        sa.Column("entry_id", sa.String(length=36), nullable=False),
        sa.Column("reviewer_id", sa.String(length=36), nullable=False),
        sa.Column("reviewer_name", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verdict", sa.String(length=40), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["access_review.id"], name="fk_access_verdict_review_id_access_review"
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["access_entry.id"], name="fk_access_verdict_entry_id_access_entry"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_access_verdict"),
        sa.UniqueConstraint("review_id", "entry_id", name="uq_access_verdict_review_id_entry_id"),
        sqlite_with_rowid=False,
    )


def _of_person(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["person_id"], ["person.id"], name=f"fk_{table}_person_id_person", ondelete="CASCADE"
    )


def _protect_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def _protect_sqlite() -> None:
    """Refuse UPDATE and DELETE, and INSERT OR REPLACE, which deletes without asking the triggers for DELETE.

    The tables have no rowid: by that, too, an entry could be replaced.
    """
    refuse = f"SELECT RAISE(ABORT, '{REFUSAL}');"
    for table, same in APPEND_ONLY.items():
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN {refuse} END"
            )
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}"  # noqa: S608 - names from above
            f" WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) BEGIN {refuse} END"
        )
