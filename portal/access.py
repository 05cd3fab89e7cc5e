"""Who asks: the guard's one line for handlers and routes, answered from the database each time.

The cookie is HttpOnly and read from the websocket's handshake or the request; what a state holds about a
person is never proof of anything. A refusal is an exception: `portal.failing` turns it into a visit to the
sign-in page, and the routes of `portal.account.routes` into an answer.
"""

import asyncio
import hashlib
from urllib.parse import urlencode

import reflex as rx
import structlog
from starlette.requests import Request

from auth import guard, sessions
from auth.errors import AuthError, NotAllowed, NotSignedIn, UnitNotChosen
from auth.guard import SignedIn
from auth.next_address import own_address
from auth.roles import Role
from portal import clock, database
from portal.settings import settings

log = structlog.get_logger(__name__)

SIGN_IN = "/logga-in"
CHOOSE_UNIT = "/valj-uppdrag"
WRONG_ROLE = "roll"
LONGEST_COOKIES = 16_384


class RefusedError(Exception):
    """A call that was not this person's to make; `address` is where they can do something about it."""

    def __init__(self, why: AuthError, asked_from: str) -> None:
        super().__init__(type(why).__name__)
        self.why = why
        self.address = _way_on(why, own_address(asked_from, otherwise="/mitt-konto"))


async def signed_in(state: rx.State, *roles: Role, without_unit: bool = False) -> SignedIn:
    """Who calls the handler of `state`, when signed in as one of `roles` (any when none is named).

    The first line of every handler that is not for anybody; raises RefusedError, which is logged.
    """
    cookie, asked_from = str(state.router.headers.cookie), str(state.router.url.path)
    try:
        return await asyncio.to_thread(_person, cookie, roles, without_unit)
    except AuthError as error:
        _log_refusal(type(state).__name__, error, roles)
        raise RefusedError(error, asked_from) from None


async def person_of(request: Request, *roles: Role, without_unit: bool = False) -> SignedIn:
    """The same for an HTTP route; raises RefusedError."""
    cookie = request.headers.get("cookie", "")
    try:
        return await asyncio.to_thread(_person, cookie, roles, without_unit)
    except AuthError as error:
        _log_refusal(request.url.path, error, roles)
        raise RefusedError(error, request.url.path) from None


async def visitor(state: rx.State) -> SignedIn | None:
    """Who looks at a page for everybody, or None; nobody is refused and no sign of life is stored."""
    return await asyncio.to_thread(_look_up, str(state.router.headers.cookie), False)


def session_key(cookies: str) -> str:
    """A digest of the session token in a Cookie header, "" when there is none: whom a state's data is for.

    A state outlives a sign-out and can be resumed by whoever holds its token. Personal data in it is
    therefore shown only while the socket carries the cookie that it was read with.
    """
    token = token_of(cookies)
    return hashlib.sha256(f"state/{token}".encode()).hexdigest() if token else ""


def token_of(cookies: str) -> str | None:
    """The session token in a Cookie header, or None."""
    return guard.read_cookie(cookies[:LONGEST_COOKIES], https=settings().is_https)


def _person(cookies: str, roles: tuple[Role, ...], without_unit: bool) -> SignedIn:
    """Blocking: who holds the cookie; raises AuthError."""
    return guard.require(_look_up(cookies, True), *roles, without_unit=without_unit)


def _look_up(cookies: str, touch: bool) -> SignedIn | None:
    """Blocking: reads without the lock of a writer, and writes a sign of life only when one is due."""
    token, now = token_of(cookies), clock.now()
    if token is None:
        return None
    with database.reading_scope() as session:
        found = sessions.look_up(session, token=token, now=now, touch=False)
    if found is not None and touch and found.touch_due(now):
        with database.session_scope() as session:
            sessions.touch_session(session, session_id=found.session_id, now=now)
    return found


def _way_on(why: AuthError, address: str) -> str:
    """Where to go after a refusal, to come back to `address` afterwards."""
    if isinstance(why, UnitNotChosen):
        return f"{CHOOSE_UNIT}?{urlencode({'next': address})}"
    query = {"next": address}
    if isinstance(why, NotAllowed) and not isinstance(why, NotSignedIn):
        query["varfor"] = WRONG_ROLE
    return f"{SIGN_IN}?{urlencode(query)}"


def _log_refusal(where: str, error: AuthError, roles: tuple[Role, ...]) -> None:
    """Which part of the portal refused, and why; never who."""
    log.warning("refused", where=where, why=type(error).__name__, roles=[role.value for role in roles])
