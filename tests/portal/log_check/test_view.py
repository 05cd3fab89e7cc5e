"""A check shows the sample and its verdicts, and not whose data was read."""

from datetime import timedelta

from sqlmodel import Session

from auth import access_log, log_review
from auth.log_review import Verdict
from auth.roles import Role
from portal.log_check.view import checks
from tests.auth.builders import NOW, identity, signed_in


def test_a_check_is_listed_opened_and_judged(session: Session) -> None:
    admin = signed_in(session, identity(Role.STAFF_ADMIN, name="Ebbe Exempel"))
    staff = signed_in(session, identity(Role.STAFF, name="Kim Exempel"))
    resident = signed_in(session, identity(name="Rut Exempel"))
    access_log.record(
        session,
        reader=staff,
        subject_person_id=resident.person_id,
        object_kind="ärende",
        what=access_log.What.READ,
        now=NOW,
    )
    later = NOW + timedelta(hours=1)
    review = log_review.draw(
        session,
        reviewer=admin,
        n=5,
        seed=1,
        period_from=NOW - timedelta(days=1),
        period_to=later,
        now=later,
    )
    session.flush()

    before = checks(session, open_id=review.id)
    log_review.judge(
        session,
        reviewer=admin,
        review_id=review.id,
        entry_id=before.listed[0].id,
        verdict=Verdict.JUSTIFIED,
        note="Ringde",
        now=later,
    )
    session.flush()
    after = checks(session, open_id=review.id)

    assert before.latest[0].progress == "0 av 1 bedömda"
    assert before.listed[0].judged == ""
    assert "Kim Exempel" in before.listed[0].who
    assert "Rut" not in str(before)
    assert after.latest[0].progress == "1 av 1 bedömda"
    assert after.listed[0].judged.startswith("Befogad, bedömd av Ebbe Exempel")
    assert after.listed[0].note == "Ringde"


def test_a_check_that_is_not_there_opens_nothing(session: Session) -> None:
    view = checks(session, open_id="' OR 1=1 --")

    assert (view.loaded, view.open_id, view.listed) == (True, "", [])
