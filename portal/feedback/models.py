"""The table of answer feedback: about an answer, never about a person."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

LONGEST_REASON = 1000
LONGEST_QUESTION = 2000


class AnswerFeedback(SQLModel, table=True):
    """One reader's word on one answer; `key` is drawn anew for each shown answer and says nothing of who."""

    __tablename__ = "answer_feedback"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(max_length=128, unique=True)
    question: str = Field(max_length=LONGEST_QUESTION)
    as_of: date
    status: str = Field(max_length=20)
    section_ids: list[str] = Field(sa_type=sa.JSON)
    helpful: bool
    reason: str = Field(default="", max_length=LONGEST_REASON)
    created_at: datetime = Field(index=True)
    changed_at: datetime
