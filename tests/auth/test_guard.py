"""The guard lets through whom it should, and believes a cookie only when it is alone and well formed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from auth import guard
from auth.errors import NotAllowed, NotSignedIn, UnitNotChosen
from auth.guard import SignedIn
from auth.roles import AT_HMC, Role
from tests.auth.builders import NOW

TOKEN, OTHER = "a" * 43, "b" * 43
PERSON = SignedIn(
    person_id="p", session_id="s", role=Role.RESIDENT, name="Exempel", protected=False, provider="demo",
    profession=None, commission_code=None, unit_code=None, unit_name=None, must_choose=False,
    seen_at=NOW, idle_ends_at=NOW + timedelta(minutes=30), ends_at=NOW + timedelta(hours=8),
)  # fmt: skip


@pytest.mark.parametrize("role", list(Role))
def test_somebody_of_the_role_is_let_through(role: Role) -> None:
    person = replace(PERSON, role=role)

    assert guard.require(person, role) is person
    assert guard.require(person) is person


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("asked", list(Role))
def test_every_other_role_is_refused(role: Role, asked: Role) -> None:
    if role is asked:
        return
    with pytest.raises(NotAllowed):
        guard.require(replace(PERSON, role=role), asked)


def test_one_of_several_roles_is_enough() -> None:
    person = replace(PERSON, role=Role.STAFF_ADMIN)

    assert guard.require(person, *AT_HMC) is person


def test_nobody_is_refused() -> None:
    with pytest.raises(NotSignedIn):
        guard.require(None)


def test_who_must_choose_a_unit_does_nothing_else_first() -> None:
    person = replace(PERSON, role=Role.STAFF, must_choose=True)

    with pytest.raises(UnitNotChosen):
        guard.require(person, Role.STAFF)
    assert guard.require(person, without_unit=True) is person


@pytest.mark.parametrize(
    ("https", "header", "token"),
    [
        (True, f"__Host-session={TOKEN}", TOKEN),
        (True, f"theme=dark; __Host-session={TOKEN}; other=1", TOKEN),
        (False, f"session={TOKEN}", TOKEN),
        (True, f"session={TOKEN}", None),
        (True, f"__host-session={TOKEN}", None),
        (False, f"__Host-session={TOKEN}", None),
        (False, "", None),
        (False, "session", None),
        (False, "session=", None),
        (False, f"session={TOKEN}x", None),
        (False, f"session={TOKEN[1:]}", None),
        (False, f'session="{TOKEN}"', None),
        (False, f"session={'å' * 43}", None),
        (False, f"session={TOKEN}; session={OTHER}", None),
        (False, f"session={OTHER}; session={TOKEN}", None),
        (False, f"session={TOKEN}; session={TOKEN}", None),
        (False, f"session=; session={TOKEN}", None),
    ],
)
def test_only_one_cookie_of_the_right_form_is_believed(https: bool, header: str, token: str | None) -> None:
    assert guard.read_cookie(header, https=https) == token


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites() -> None:
    assert guard.cookie_arguments(True) == {
        "key": "__Host-session", "path": "/", "secure": True, "httponly": True, "samesite": "lax",
    }  # fmt: skip
    assert guard.cookie_arguments(False) == {
        "key": "session", "path": "/", "secure": False, "httponly": True, "samesite": "lax",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("later", "left"),
    [
        (timedelta(), 1800),
        (timedelta(minutes=29, seconds=59), 1),
        (timedelta(minutes=30), 0),
        (timedelta(days=2), 0),
    ],
)
def test_the_time_left_counts_down_to_nothing(later: timedelta, left: int) -> None:
    assert PERSON.seconds_left(NOW + later) == left


def test_the_time_left_never_passes_the_absolute_end() -> None:
    assert replace(PERSON, ends_at=NOW + timedelta(seconds=7)).seconds_left(NOW) == 7
