"""Takes a reader's word on an answer: checks it, masks it, stores it once."""

import re
from datetime import date

from assistant.answer import AnswerStatus
from portal import clock, rate_limits
from portal.database import session_scope
from portal.feedback import repository
from portal.feedback.errors import InvalidFeedbackError, TooMuchFeedbackError
from portal.feedback.models import LONGEST_QUESTION, LONGEST_REASON, AnswerFeedback
from portal.masking import mask_personal_numbers

MOST_SECTIONS = 50
_KEY = re.compile(r"[A-Za-z0-9_.:-]{8,128}", re.ASCII)
_SECTION_ID = re.compile(r"[a-z0-9-]{1,80}", re.ASCII)


def record(
    *,
    question: str,
    as_of: date,
    status: str,
    section_ids: list[str],
    helpful: bool,
    reason: str,
    key: str,
) -> None:
    """Store whether an answer helped, once per `key`; a second call changes the verdict and adds the reason.

    Blocking: call it in a thread. Raises InvalidFeedbackError or TooMuchFeedbackError, and then nothing is
    stored. Numbers that look like personal numbers are masked before anything is kept.
    """
    _check(question, as_of, status, section_ids, helpful, reason, key)
    if rate_limits.feedback().wait(rate_limits.EVERYBODY):
        raise TooMuchFeedbackError("the portal stores no more feedback this hour")
    moment = clock.now()
    feedback = AnswerFeedback(
        key=key,
        question=_stored(question, LONGEST_QUESTION),
        as_of=as_of,
        status=status,
        section_ids=list(section_ids),
        helpful=helpful,
        reason=_stored(reason, LONGEST_REASON),
        created_at=moment,
        changed_at=moment,
    )
    with session_scope() as session:
        repository.upsert(session, feedback=feedback)


def _stored(text: str, longest: int) -> str:
    """`text` as it is kept. The mask may be longer than what it hides; no database takes half a character."""
    storable = text.encode("utf-8", "ignore").decode().replace("\x00", "")
    return mask_personal_numbers(storable).strip()[:longest]


def _check(
    question: str, as_of: date, status: str, section_ids: list[str], helpful: bool, reason: str, key: str
) -> None:
    """Refuse what no form of ours sends: the values come from a browser, whatever the annotations say."""
    strings = (question, status, reason, key)
    if not all(isinstance(value, str) for value in strings) or not isinstance(as_of, date):
        raise InvalidFeedbackError("a value is of the wrong type")
    if not isinstance(helpful, bool) or not isinstance(section_ids, list | tuple):
        raise InvalidFeedbackError("a value is of the wrong type")
    if not 0 < len(question) <= LONGEST_QUESTION or len(reason) > LONGEST_REASON:
        raise InvalidFeedbackError("a text is missing or too long")
    if status not in set(AnswerStatus) or not _KEY.fullmatch(key):
        raise InvalidFeedbackError("the status or the key is unknown")
    if len(section_ids) > MOST_SECTIONS:
        raise InvalidFeedbackError("too many sections")
    if not all(isinstance(one, str) and _SECTION_ID.fullmatch(one) for one in section_ids):
        raise InvalidFeedbackError("a section id is malformed")
