"""The account and the log as rows of texts."""

import pytest
from sqlmodel import Session

from auth import access_log
from auth.roles import Role
from portal.account import contact, erasure
from portal.account.contact import Contact, Notify
from portal.account.readings import readings_of
from portal.account.view import account_of, device_name, moment
from tests.auth.builders import NOW, identity, sign_in, signed_in

EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1"


def test_an_account_says_who_where_and_how(session: Session) -> None:
    person = signed_in(session)
    sign_in(session, device=EDGE)
    contact.save(session, by=person, contact=Contact(Notify.SMS, "", "+46701740605"), now=NOW)
    erasure.ask(session, by=person, now=NOW)

    view = account_of(session, person=person, now=NOW)

    assert (view.name, view.role, view.phone) == ("Exempel Exempelsson", "Invånare", "+46701740605")
    assert sorted(row.here for row in view.sessions) == [False, True]
    assert "21 november 2026" in view.erasure_asked
    assert not view.reviews_log


def test_an_administrator_is_led_to_the_log(session: Session) -> None:
    person = signed_in(session, identity(Role.STAFF_ADMIN))

    view = account_of(session, person=person, now=NOW)

    assert view.reviews_log
    assert view.unit == "Exempelenheten"


@pytest.mark.parametrize(
    ("agent", "name"),
    [(EDGE, "Edge, Windows"), (IPHONE, "Safari, iOS"), ("", "Okänd webbläsare"), ("<b>", "Okänd webbläsare")],
)
def test_a_browser_is_named_in_two_words(agent: str, name: str) -> None:
    assert device_name(agent) == name


def test_moments_are_told_as_in_stockholm() -> None:
    assert moment(NOW) == "21 november 2026 kl. 10.00"


def test_who_read_what_and_why_is_told_but_not_one_s_own_readings(session: Session) -> None:
    person, staff = signed_in(session), signed_in(session, identity(Role.STAFF, name="Kim Exempel"))
    told = {"subject_person_id": person.person_id, "object_kind": "ärende", "now": NOW}
    access_log.record(session, reader=staff, what=access_log.What.READ, why="Ringde om rollator", **told)  # type: ignore[arg-type]
    access_log.record(session, reader=person, what=access_log.What.READ, **told)  # type: ignore[arg-type]

    rows = readings_of(session, person_id=person.person_id)

    assert [(row.who, row.what, row.why) for row in rows] == [
        ("Kim Exempel, Kundtjänst, Exempelenheten", "Läste: ärende", "Ringde om rollator")
    ]


def test_a_reader_with_protected_data_has_no_name_in_the_list(session: Session) -> None:
    person = signed_in(session)
    staff = signed_in(session, identity(Role.STAFF, name="Kim Exempel", protected=True))
    access_log.record(
        session,
        reader=staff,
        subject_person_id=person.person_id,
        object_kind="ärende",
        what=access_log.What.READ,
        now=NOW,
    )

    assert "Kim" not in readings_of(session, person_id=person.person_id)[0].who
