"""Contact details are checked as a whole, kept once, and every change is recorded."""

import pytest
from sqlmodel import Session

from auth import access_log
from portal.account import contact
from portal.account.contact import Contact, Notify, checked, international
from portal.account.errors import ContactFault, ContactFaultsError
from tests.auth.builders import NOW, OTHER_NUMBER, identity, signed_in


def faults(notify_by: str = "ingen", email: str = "", phone: str = "") -> dict[str, ContactFault]:
    with pytest.raises(ContactFaultsError) as caught:
        checked(notify_by=notify_by, email=email, phone=phone)
    return caught.value.faults


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("070-174 06 05", "+46701740605"),
        ("0046 70 174 06 05", "+46701740605"),
        ("+46701740605", "+46701740605"),
        ("(021) 17 30 48", "+4621173048"),
        ("070–174 06 05", "+46701740605"),
    ],
)
def test_telephone_numbers_are_kept_in_one_form(written: str, kept: str) -> None:
    assert international(written) == kept


@pytest.mark.parametrize(
    "written", ["", "noll", "112", "+46", "070-174 06 05 06 07 08", "٠٧٠١٧٤٠٦٠٥", "++46701"]
)
def test_what_is_no_telephone_number_is_none(written: str) -> None:
    assert international(written) is None


def test_nothing_needs_to_be_given() -> None:
    assert checked(notify_by="ingen", email="", phone=" ") == Contact()


@pytest.mark.parametrize(
    "email",
    [
        *("namn", "namn@", "@exempel.se", "a b@exempel.se", "a@exempel", "a@b@exempel.se", "a..b@exempel.se"),
        *("a@exempel.se\nx", "x" * 250 + "@exempel.se", "a,b@exempel.se", "<a@exempel.se>"),
    ],
)
def test_what_is_no_address_is_refused(email: str) -> None:
    assert faults(email=email) == {contact.EMAIL: ContactFault.EMAIL_FORM}


def test_every_fault_is_told_at_once() -> None:
    assert faults("brevduva", "namn", "12") == {
        contact.NOTIFY: ContactFault.NOTIFY_UNKNOWN,
        contact.EMAIL: ContactFault.EMAIL_FORM,
        contact.PHONE: ContactFault.PHONE_FORM,
    }


def test_who_wants_to_be_told_says_where() -> None:
    assert faults("e-post") == {contact.EMAIL: ContactFault.EMAIL_MISSING}
    assert faults("sms") == {contact.PHONE: ContactFault.PHONE_MISSING}
    assert faults("sms", phone="021-17 30 48") == {contact.PHONE: ContactFault.PHONE_MISSING}


def test_details_are_kept_changed_and_recorded(session: Session) -> None:
    person = signed_in(session)
    first = Contact(Notify.EMAIL, "exempel@exempel.se", "")
    second = Contact(Notify.SMS, "exempel@exempel.se", "+46701740605")

    assert contact.read(session, person_id=person.person_id) == Contact()
    assert contact.save(session, by=person, contact=first, now=NOW)
    assert contact.save(session, by=person, contact=second, now=NOW)
    session.expire_all()

    assert contact.read(session, person_id=person.person_id) == second
    entries = access_log.entries_about(session, person_id=person.person_id, own=True)
    assert [(one.object_kind, one.what) for one in entries] == [(contact.OBJECT, "changed")] * 2


def test_the_same_details_again_change_and_record_nothing(session: Session) -> None:
    person = signed_in(session)
    kept = Contact(Notify.EMAIL, "exempel@exempel.se", "")
    contact.save(session, by=person, contact=kept, now=NOW)

    assert not contact.save(session, by=person, contact=kept, now=NOW)
    assert len(access_log.entries_about(session, person_id=person.person_id, own=True)) == 1


def test_nobody_s_details_are_another_s(session: Session) -> None:
    one, other = signed_in(session), signed_in(session, identity(identity_number=OTHER_NUMBER))
    contact.save(session, by=one, contact=Contact(Notify.EMAIL, "exempel@exempel.se", ""), now=NOW)

    assert contact.read(session, person_id=other.person_id) == Contact()
