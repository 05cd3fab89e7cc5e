"""The queries on answer feedback; every function works within the caller's transaction."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from portal.feedback.models import AnswerFeedback


def upsert(session: Session, *, feedback: AnswerFeedback) -> None:
    """Insert `feedback`, or, when its key is known, let its verdict win and a reason replace an older one.

    One statement, so that two clicks at the same time leave one row on either database.
    """
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    values = feedback.model_dump(exclude={"id"})
    statement = insert(AnswerFeedback).values(**values)
    said = statement.excluded
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["key"],
            set_={
                "helpful": said.helpful,
                "reason": sa.case((said.reason != "", said.reason), else_=col(AnswerFeedback.reason)),
                "changed_at": said.changed_at,
            },
        )
    )


def by_key(session: Session, *, key: str) -> AnswerFeedback | None:
    """The feedback stored under `key`, or None."""
    return session.exec(select(AnswerFeedback).where(col(AnswerFeedback.key) == key)).one_or_none()


def since(session: Session, *, moment: datetime, limit: int = 100) -> list[AnswerFeedback]:
    """The feedback first given at or after `moment`, newest first, at most `limit`."""
    newest = select(AnswerFeedback).where(col(AnswerFeedback.created_at) >= moment)
    return list(session.exec(newest.order_by(col(AnswerFeedback.created_at).desc()).limit(limit)))
