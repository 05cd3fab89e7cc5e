"""The account's HTTP routes: what a websocket cannot do, to hand out a file and to change the cookie."""

import asyncio
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from auth import session_cookie, sessions
from auth.errors import NotAllowed, NotSignedIn
from auth.guard import SignedIn
from auth.next_address import own_address
from auth.same_origin import from_own_page
from portal import clock
from portal.access import RefusedError, person_of, token_of
from portal.account import own_data
from portal.database import session_scope
from portal.settings import settings
from portal.sign_in_pages import SignInPages, plain_page
from portal.texts import own_data as data_words
from portal.texts import sign_in as words

DATA = "/mitt-konto/data.zip"
UNIT = "/mitt-konto/uppdrag"
ACCOUNT = "/mitt-konto"


def account_routes() -> list[BaseRoute]:
    """The routes, each with the guard in its first line."""
    return [Route(DATA, data, methods=["GET"]), Route(UNIT, choose_unit, methods=["POST"])]


async def data(request: Request) -> Response:
    """The caller's own data as a file."""
    try:
        person = await person_of(request, without_unit=True)
    except RefusedError as refused:
        return RedirectResponse(refused.address, 303)
    # A HEAD hands out nothing, and so records nothing.
    content = b"" if request.method == "HEAD" else await asyncio.to_thread(_data, person)
    name = f'attachment; filename="{data_words.ZIP_NAME}"'
    return Response(content, media_type="application/zip", headers={"content-disposition": name})


async def choose_unit(request: Request) -> Response:
    """Work under one of the caller's own commissions from now on; the session gets a new token."""
    try:
        await person_of(request, without_unit=True)
    except RefusedError as refused:
        return RedirectResponse(refused.address, 303)
    if not from_own_page(request, settings().origin):
        return SignInPages().foreign(request)
    form = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=10)
    try:
        token = await asyncio.to_thread(
            _choose, token_of(request.headers.get("cookie", "")), form.get("uppdrag", [""])[-1]
        )
    except (NotAllowed, NotSignedIn):
        return plain_page(words.NOT_YOURS, 403)
    response = RedirectResponse(own_address(form.get("next", [""])[-1], otherwise=ACCOUNT), 303)
    session_cookie.give(response, token, https=settings().is_https)
    return response


def _data(person: SignedIn) -> bytes:
    """Blocking."""
    with session_scope() as session:
        return own_data.hand_out(session, to=person, sealer=settings().sealer(), now=clock.now())


def _choose(token: str | None, staff_unit_id: str) -> str:
    """Blocking: the session's new token; raises NotSignedIn or NotAllowed."""
    if token is None:
        raise NotSignedIn
    with session_scope() as session:
        return sessions.choose_unit(
            session,
            token=token,
            staff_unit_id=staff_unit_id,
            lifetimes=settings().session_lifetimes,
            now=clock.now(),
        )
