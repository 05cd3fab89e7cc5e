"""Who asks, and whether they may: the cookie, the person behind it, and the one line that refuses.

Every handler and route begins with `require(signed_in, Role.…)`; `sessions.look_up` tells who is signed in.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypedDict

from auth.errors import NotAllowed, NotSignedIn, UnitNotChosen
from auth.roles import Role

SECURE_COOKIE = "__Host-session"
LOCAL_COOKIE = "session"
TOUCH_EVERY = timedelta(minutes=1)
# 32 random bytes in URL-safe base64, without padding.
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class SignedIn:
    """A person with an open session. `name` is for the person's own eyes: others see `people.shown_name`.

    `must_choose` is true for somebody with several commissions who has not said which one they act under.
    """

    person_id: str
    session_id: str
    role: Role
    name: str
    protected: bool
    provider: str
    profession: str | None
    commission_code: str | None
    unit_code: str | None
    unit_name: str | None
    must_choose: bool
    seen_at: datetime
    idle_ends_at: datetime
    ends_at: datetime

    def seconds_left(self, now: datetime) -> int:
        """Whole seconds until the session ends if nothing more is heard, never below 0."""
        return max(0, int((min(self.idle_ends_at, self.ends_at) - now).total_seconds()))

    def touch_due(self, now: datetime) -> bool:
        """True when the last stored sign of life is so old that a new one is worth a write."""
        return now - self.seen_at >= TOUCH_EVERY


class CookieArguments(TypedDict):
    """Keywords for Starlette's `set_cookie` and `delete_cookie`."""

    key: str
    path: str
    secure: bool
    httponly: bool
    samesite: str


def require(signed_in: SignedIn | None, *roles: Role, without_unit: bool = False) -> SignedIn:
    """The person, when signed in as one of `roles` (any role when none is named).

    Raises NotSignedIn, NotAllowed, or UnitNotChosen for somebody with several units who has chosen none;
    `without_unit` lets those through, for the page where they choose and for signing out.
    """
    if signed_in is None:
        raise NotSignedIn
    if signed_in.must_choose and not without_unit:
        raise UnitNotChosen
    if roles and signed_in.role not in roles:
        raise NotAllowed
    return signed_in


def cookie_name(https: bool) -> str:
    """`__Host-session` over TLS, which no other host can set; plain on localhost, where it cannot be used."""
    return SECURE_COOKIE if https else LOCAL_COOKIE


def cookie_arguments(https: bool) -> CookieArguments:
    """How the session cookie is set and deleted; without a Max-Age it goes when the browser is closed."""
    return CookieArguments(key=cookie_name(https), path="/", secure=https, httponly=True, samesite="lax")


def read_cookie(header: str, *, https: bool) -> str | None:
    """The session token in a Cookie header, or None when there is none, two, or one of the wrong form.

    Two cookies of the same name mean that somebody else has planted one: neither is believed.
    """
    name = cookie_name(https)
    pairs = (part.strip().partition("=") for part in header.split(";"))
    found = [value for key, _, value in pairs if key == name]
    return found[0] if len(found) == 1 and is_token(found[0]) else None


def is_token(text: str) -> bool:
    """True when `text` has the form of a session token."""
    return _TOKEN.fullmatch(text) is not None
