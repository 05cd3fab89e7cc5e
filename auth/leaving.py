"""Signing out: here first, then at the provider.

The answer that leads to the provider is a page and not a redirect: our own content policy lets forms lead to
the portal alone, and browsers apply that to where a form's answer redirects to.
"""

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from auth import session_cookie, sessions
from auth.connection import Connection
from auth.guard import read_cookie
from auth.same_origin import from_own_page
from auth.wiring import Wiring


@dataclass(frozen=True)
class Leaving:
    """The routes of signing out; `back` is where providers send the browser afterwards."""

    wiring: Wiring
    connections: dict[str, Connection]
    back: str

    async def logout(self, request: Request) -> Response:
        """End this session."""
        return await self._leave(request, everywhere=False)

    async def logout_everywhere(self, request: Request) -> Response:
        """End every session of the person."""
        return await self._leave(request, everywhere=True)

    async def logged_out(self, _: Request) -> Response:
        """Back from the provider; nothing is done here, so that nothing needs to be proved."""
        return RedirectResponse(self.wiring.settings.signed_out_address, 303)

    async def _leave(self, request: Request, *, everywhere: bool) -> Response:
        if not from_own_page(request, self.wiring.settings.origin):
            return self.wiring.pages.foreign(request)
        provider, hint = await run_in_threadpool(self._end, request, everywhere)
        response = await self._onwards(request, provider, hint)
        session_cookie.take_back(response, https=self.wiring.settings.is_https)
        # State that the tab holds must not be there for the next who sits down at it.
        response.headers["Clear-Site-Data"] = '"storage"'
        return response

    def _end(self, request: Request, everywhere: bool) -> tuple[str, str | None]:
        """The provider of the session that ended, and the hint kept for its logout."""
        wiring, now = self.wiring, self.wiring.clock()
        token = read_cookie(request.headers.get("cookie", ""), https=wiring.settings.is_https)
        with wiring.open_session() as session:
            signed_in = sessions.look_up(session, token=token, now=now, touch=False)
            if signed_in is None or token is None:
                return "", None
            hint = sessions.id_token_of(session, session_id=signed_in.session_id, sealer=wiring.sealer)
            if everywhere:
                sessions.end_all(session, person_id=signed_in.person_id, now=now)
            else:
                sessions.end(session, token=token, now=now)
            return signed_in.provider, hint

    async def _onwards(self, request: Request, provider: str, hint: str | None) -> Response:
        connection = self.connections.get(provider)
        address = await connection.logout_address(back=self.back, id_token=hint) if connection else None
        if address is None:
            return RedirectResponse(self.wiring.settings.signed_out_address, 303)
        if address.startswith(self.wiring.settings.origin + "/"):
            return RedirectResponse(address, 303)
        return self.wiring.pages.leaving(request, address)
