"""What is sealed opens with our keys at its own place and nowhere else, also after keys have changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auth.errors import CannotUnseal, KeyNotUsable
from auth.sealing import Sealer
from tests.auth.builders import KEY, NUMBER, OTHER_KEY, OTHER_PEPPER, PEPPER, SEALER


@given(st.text())
def test_what_is_sealed_opens_again(text: str) -> None:
    assert SEALER.unseal(SEALER.seal(text, place="a/b"), place="a/b") == text


def test_the_same_text_is_sealed_differently_each_time_and_shows_nothing() -> None:
    one, other = SEALER.seal(NUMBER, place="p"), SEALER.seal(NUMBER, place="p")

    assert one != other
    assert NUMBER not in one


def test_it_does_not_open_at_another_place() -> None:
    with pytest.raises(CannotUnseal):
        SEALER.unseal(SEALER.seal(NUMBER, place="person/1"), place="person/2")


@pytest.mark.parametrize("broken", ["", "nonsense", "gAAAAA", "å"])
def test_what_was_not_sealed_does_not_open(broken: str) -> None:
    with pytest.raises(CannotUnseal):
        SEALER.unseal(broken, place="p")


def test_a_changed_byte_does_not_open() -> None:
    sealed = SEALER.seal(NUMBER, place="p")
    changed = sealed[:40] + ("A" if sealed[40] != "A" else "B") + sealed[41:]

    with pytest.raises(CannotUnseal):
        SEALER.unseal(changed, place="p")


def test_an_older_key_opens_and_the_newest_seals() -> None:
    both = Sealer(keys=[OTHER_KEY, KEY], peppers=[PEPPER])
    old = SEALER.seal(NUMBER, place="p")

    assert both.unseal(old, place="p") == NUMBER
    assert not both.is_newest(old)
    assert both.is_newest(both.seal(NUMBER, place="p"))
    with pytest.raises(CannotUnseal):
        SEALER.unseal(both.seal(NUMBER, place="p"), place="p")


def test_a_fingerprint_is_the_same_each_time_and_depends_on_the_pepper() -> None:
    other = Sealer(keys=[KEY], peppers=[OTHER_PEPPER, PEPPER])

    assert SEALER.fingerprint(NUMBER) == SEALER.fingerprint(NUMBER)
    assert len(SEALER.fingerprint(NUMBER)) == 64
    assert other.fingerprint(NUMBER) != SEALER.fingerprint(NUMBER)
    assert other.fingerprints(NUMBER)[1] == SEALER.fingerprint(NUMBER)


@pytest.mark.parametrize(
    ("keys", "peppers"),
    [([], [PEPPER]), (["short"], [PEPPER]), (["å" * 44], [PEPPER]), ([KEY], []), ([KEY], [PEPPER, "short"])],
)
def test_a_key_that_cannot_seal_is_refused_without_being_shown(keys: list[str], peppers: list[str]) -> None:
    with pytest.raises(KeyNotUsable) as caught:
        Sealer(keys=keys, peppers=peppers)

    assert not any(word in str(caught.value) for word in (KEY, PEPPER, "å"))


def test_keys_are_not_shown_by_accident() -> None:
    assert KEY not in repr(SEALER)
