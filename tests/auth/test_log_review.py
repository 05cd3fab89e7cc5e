"""A sample of the log is random, repeatable and complete, and each check is itself on record."""

import pytest
from sqlmodel import Session, select

from auth import access_log, log_review
from auth.access_log import What
from auth.errors import ReviewFault, ReviewRefused
from auth.guard import SignedIn
from auth.log_review import Verdict
from auth.models import AccessEntry, AccessReview
from auth.roles import Role
from tests.auth.builders import MINUTE, NOW, identity, signed_in

START, END = NOW, NOW + 100 * MINUTE


@pytest.fixture
def admin(session: Session) -> SignedIn:
    return signed_in(session, identity(Role.STAFF_ADMIN, name="Granskare"))


@pytest.fixture
def staff(session: Session) -> SignedIn:
    return signed_in(session, identity(Role.STAFF))


@pytest.fixture
def resident(session: Session) -> SignedIn:
    return signed_in(session)


def read(session: Session, reader: SignedIn, subject: SignedIn, minute: int) -> str:
    return access_log.record(
        session, reader=reader, subject_person_id=subject.person_id, object_kind="errand",
        what=What.READ, now=NOW + minute * MINUTE,
    ).id  # fmt: skip


def drawn(session: Session, admin: SignedIn, n: int = 5, seed: int = 1) -> AccessReview:
    return log_review.draw(
        session, reviewer=admin, n=n, seed=seed, period_from=START, period_to=END, now=END + MINUTE
    )


def chosen(session: Session, n: int, seed: int) -> list[str]:
    return log_review.sample(session, n=n, seed=seed, period_from=START, period_to=END)[0]


def refused(session: Session, admin: SignedIn, review: AccessReview, entry_id: str) -> ReviewFault:
    with pytest.raises(ReviewRefused) as caught:
        log_review.judge(
            session,
            reviewer=admin,
            review_id=review.id,
            entry_id=entry_id,
            verdict=Verdict.JUSTIFIED,
            now=END,
        )
    return caught.value.code


def test_a_sample_is_repeatable_by_its_seed(session: Session, staff: SignedIn, resident: SignedIn) -> None:
    ids = {read(session, staff, resident, minute) for minute in range(40)}

    assert chosen(session, 10, seed=7) == chosen(session, 10, seed=7)
    assert chosen(session, 10, seed=7) != chosen(session, 10, seed=8)
    assert len(set(chosen(session, 10, seed=7))) == 10
    assert set(chosen(session, 10, seed=7)) <= ids


def test_every_entry_of_the_period_can_be_drawn_and_no_other(
    session: Session, staff: SignedIn, resident: SignedIn
) -> None:
    inside = {read(session, staff, resident, minute) for minute in (0, 50, 99)}
    for minute in (-1, 100):
        read(session, staff, resident, minute)

    assert set(chosen(session, 200, seed=1)) == inside


def test_over_many_seeds_all_are_drawn_about_equally_often(
    session: Session, staff: SignedIn, resident: SignedIn
) -> None:
    ids = [read(session, staff, resident, minute) for minute in range(10)]
    drawn_ids = [one for seed in range(100) for one in chosen(session, 5, seed)]

    assert all(30 <= drawn_ids.count(one) <= 70 for one in ids)


def test_what_people_did_with_their_own_data_is_not_drawn(session: Session, resident: SignedIn) -> None:
    read(session, resident, resident, 1)

    assert chosen(session, 10, seed=1) == []


def test_the_draw_is_recorded(session: Session, admin: SignedIn, staff: SignedIn, resident: SignedIn) -> None:
    ids = {read(session, staff, resident, minute) for minute in range(8)}
    review = drawn(session, admin)

    (stored,) = log_review.reviews(session)
    assert (stored.drawn_by_name, stored.population, stored.seed) == ("Granskare", 8, 1)
    assert set(stored.entry_ids) <= ids
    assert [entry.id for entry in log_review.entries_of(session, review=review)] == stored.entry_ids
    logged = session.exec(select(AccessEntry).where(AccessEntry.object_id == review.id)).one()
    assert (logged.reader_id, logged.what) == (admin.person_id, "created")


def test_a_verdict_is_recorded_and_the_subject_sees_that_the_log_was_read(
    session: Session, admin: SignedIn, staff: SignedIn, resident: SignedIn
) -> None:
    entry_id = read(session, staff, resident, 1)
    review = drawn(session, admin)
    log_review.judge(
        session, reviewer=admin, review_id=review.id, entry_id=entry_id,
        verdict=Verdict.UNCLEAR, note="Fråga chefen", now=END,
    )  # fmt: skip

    given = log_review.verdicts_of(session, review_id=review.id)[entry_id]
    assert (given.verdict, given.note, given.reviewer_name) == ("unclear", "Fråga chefen", "Granskare")
    seen = access_log.entries_about(session, person_id=resident.person_id, object_kind=log_review.REVIEW)
    assert [one.reader_name for one in seen] == ["Granskare"]


def test_a_verdict_is_given_once(
    session: Session, admin: SignedIn, staff: SignedIn, resident: SignedIn
) -> None:
    entry_id = read(session, staff, resident, 1)
    review = drawn(session, admin)
    log_review.judge(
        session, reviewer=admin, review_id=review.id, entry_id=entry_id, verdict=Verdict.UNJUSTIFIED, now=END
    )

    assert refused(session, admin, review, entry_id) is ReviewFault.ALREADY_JUDGED
    assert log_review.verdicts_of(session, review_id=review.id)[entry_id].verdict == "unjustified"


def test_only_what_was_drawn_is_judged(
    session: Session, admin: SignedIn, staff: SignedIn, resident: SignedIn
) -> None:
    review = drawn(session, admin)
    later = read(session, staff, resident, 1)

    assert refused(session, admin, review, later) is ReviewFault.NOT_IN_SAMPLE
    assert refused(session, admin, AccessReview(id="none"), later) is ReviewFault.NOT_IN_SAMPLE


def test_nobody_judges_their_own_readings(
    session: Session, admin: SignedIn, staff: SignedIn, resident: SignedIn
) -> None:
    entry_id = read(session, staff, resident, 1)
    own = read(session, admin, resident, 2)
    review = drawn(session, admin)

    assert review.entry_ids == [entry_id]
    assert refused(session, staff, review, entry_id) is ReviewFault.OWN_ENTRY
    assert refused(session, admin, review, own) is ReviewFault.NOT_IN_SAMPLE
