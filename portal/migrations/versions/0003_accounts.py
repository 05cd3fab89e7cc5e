"""A person's own account: contact details and requests for erasure."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables of the account."""
    op.create_table(
        "contact_details",
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("notify_by", sa.String(length=20), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("phone", sa.String(length=16), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_contact_details"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_contact_details_person_id_person", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "erasure_request",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_erasure_request"),
    )
    op.create_index("ix_erasure_request_person_id", "erasure_request", ["person_id"])
    open_only = sa.text("closed_at IS NULL")
    op.create_index(
        "uq_erasure_request_open",
        "erasure_request",
        ["person_id"],
        unique=True,
        sqlite_where=open_only,
        postgresql_where=open_only,
    )


def downgrade() -> None:
    """Drop the tables of the account."""
    op.drop_table("erasure_request")
    op.drop_table("contact_details")
