"""Requests for erasure (GDPR article 17): asked once, withdrawn until they are decided, and recorded.

The portal never erases by itself: patient records follow the patient data act (2008:355) and a region's
documents the archive act (1990:782), so somebody at HMC decides what may go.
"""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, select

from auth import access_log
from auth.guard import SignedIn
from portal.account.errors import NothingToWithdrawError
from portal.account.models import ErasureRequest

OBJECT = "begäran om radering"


class Outcome(StrEnum):
    """How a request ended."""

    WITHDRAWN = "återtagen"


def open_request(session: Session, *, person_id: str) -> ErasureRequest | None:
    """The person's request that is not decided yet, or None."""
    mine = select(ErasureRequest).where(
        col(ErasureRequest.person_id) == person_id, col(ErasureRequest.closed_at).is_(None)
    )
    return session.exec(mine).first()


def requests_of(session: Session, *, person_id: str) -> list[ErasureRequest]:
    """Everything that the person has asked, oldest first."""
    mine = select(ErasureRequest).where(col(ErasureRequest.person_id) == person_id)
    return list(session.exec(mine.order_by(col(ErasureRequest.asked_at))))


def ask(session: Session, *, by: SignedIn, now: datetime) -> ErasureRequest:
    """The caller's own request, made now unless one is open already."""
    already = open_request(session, person_id=by.person_id)
    if already is not None:
        return already
    request = ErasureRequest(person_id=by.person_id, asked_at=now)
    session.add(request)
    session.flush()
    _record(session, by, request, access_log.What.CREATED, now)
    return request


def withdraw(session: Session, *, by: SignedIn, now: datetime) -> None:
    """Take the caller's own open request back; raises NothingToWithdrawError."""
    request = open_request(session, person_id=by.person_id)
    if request is None:
        raise NothingToWithdrawError
    request.closed_at = now
    request.outcome = Outcome.WITHDRAWN.value
    session.add(request)
    session.flush()
    _record(session, by, request, access_log.What.CHANGED, now)


def _record(
    session: Session, by: SignedIn, request: ErasureRequest, what: "access_log.What", now: datetime
) -> None:
    access_log.record(
        session,
        reader=by,
        subject_person_id=by.person_id,
        object_kind=OBJECT,
        object_id=request.id,
        what=what,
        now=now,
    )
