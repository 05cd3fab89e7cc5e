"""Systematic checks of the access log: a random sample is drawn, and each entry in it is judged.

HSLF-FS 2016:40, 4 kap. 9 §: checks are systematic and recurrent, and are documented. The sample, who drew it
and every verdict are written once, in tables that the database keeps append-only; drawing a sample is itself
an entry in the access log. Nobody judges their own readings.
"""

import random
from datetime import datetime
from enum import StrEnum

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from auth.access_log import What, record
from auth.errors import ReviewFault, ReviewRefused
from auth.guard import SignedIn
from auth.models import LONGEST_WHY, AccessEntry, AccessReview, AccessVerdict
from auth.people import shown_name

REVIEW = "log review"
MOST = 200


class Verdict(StrEnum):
    """What a reviewer found."""

    JUSTIFIED = "justified"
    UNCLEAR = "unclear"
    UNJUSTIFIED = "unjustified"


def sample(
    session: Session, *, n: int, seed: int, period_from: datetime, period_to: datetime, reviewer_id: str = ""
) -> tuple[list[str], int]:
    """The ids of `n` random entries of the period, [from, to), and how many there were to choose among.

    The same seed gives the same sample, so that a check can be checked. The reviewer's own entries are left
    out, and so is what people did with their own data: there is nothing to find in it.
    """
    others = select(AccessEntry.id).where(
        col(AccessEntry.at) >= period_from,
        col(AccessEntry.at) < period_to,
        col(AccessEntry.reader_id) != reviewer_id,
        col(AccessEntry.reader_id).is_distinct_from(col(AccessEntry.subject_id)),
    )
    ids = list(session.exec(others.order_by(col(AccessEntry.at), col(AccessEntry.id))))
    chosen = random.Random(seed).sample(ids, min(n, len(ids), MOST))  # noqa: S311 - to be repeatable, not secret
    return chosen, len(ids)


def draw(
    session: Session,
    *,
    reviewer: SignedIn,
    n: int,
    seed: int,
    period_from: datetime,
    period_to: datetime,
    now: datetime,
) -> AccessReview:
    """Draw a sample to be reviewed, and record who drew it. `seed` comes from `secrets.randbelow(2**31)`."""
    chosen, population = sample(
        session,
        n=n,
        seed=seed,
        period_from=period_from,
        period_to=period_to,
        reviewer_id=reviewer.person_id,
    )
    review = AccessReview(
        drawn_at=now,
        drawn_by=reviewer.person_id,
        drawn_by_name=shown_name(reviewer),
        period_from=period_from,
        period_to=period_to,
        seed=seed,
        population=population,
        entry_ids=chosen,
    )
    session.add(review)
    record(
        session,
        reader=reviewer,
        subject_person_id=None,
        object_kind=REVIEW,
        object_id=review.id,
        what=What.CREATED,
        now=now,
    )
    return review


def reviews(session: Session, *, limit: int = 50) -> list[AccessReview]:
    """The samples drawn, newest first."""
    return list(session.exec(select(AccessReview).order_by(col(AccessReview.drawn_at).desc()).limit(limit)))


def entries_of(session: Session, *, review: AccessReview) -> list[AccessEntry]:
    """The entries of a sample, in the order drawn."""
    found = session.exec(select(AccessEntry).where(col(AccessEntry.id).in_(review.entry_ids)))
    by_id = {entry.id: entry for entry in found}
    return [by_id[entry_id] for entry_id in review.entry_ids]


def verdicts_of(session: Session, *, review_id: str) -> dict[str, AccessVerdict]:
    """The verdicts given in a review, by the entry's id."""
    given = session.exec(select(AccessVerdict).where(col(AccessVerdict.review_id) == review_id))
    return {verdict.entry_id: verdict for verdict in given}


def judge(
    session: Session,
    *,
    reviewer: SignedIn,
    review_id: str,
    entry_id: str,
    verdict: Verdict,
    note: str = "",
    now: datetime,
) -> AccessVerdict:
    """Record what the reviewer found of one entry, and that they read about its subject.

    Raises ReviewRefused for an entry outside the sample, of the reviewer's own, or judged already.
    """
    review = session.get(AccessReview, review_id)
    if review is None or entry_id not in review.entry_ids:
        raise ReviewRefused(ReviewFault.NOT_IN_SAMPLE)
    entry = session.get_one(AccessEntry, entry_id)
    if reviewer.person_id in (entry.reader_id, entry.subject_id):
        raise ReviewRefused(ReviewFault.OWN_ENTRY)
    given = AccessVerdict(
        review_id=review_id,
        entry_id=entry_id,
        reviewer_id=reviewer.person_id,
        reviewer_name=shown_name(reviewer),
        at=now,
        verdict=verdict,
        note=note[:LONGEST_WHY],
    )
    try:
        with session.begin_nested():
            session.add(given)
    except IntegrityError:
        raise ReviewRefused(ReviewFault.ALREADY_JUDGED) from None
    record(
        session,
        reader=reviewer,
        subject_person_id=entry.subject_id,
        object_kind=REVIEW,
        object_id=review_id,
        what=What.READ,
        now=now,
    )
    return given
