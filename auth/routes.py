"""Sign-in, sign-out and the session's time as HTTP routes, for the portal to mount.

GET  /auth/login/{provider}?next=   off to the provider
GET  /auth/callback/{provider}      back from it: a session, or a page that says why not
POST /auth/logout                   out here, and on to the provider's logout
POST /auth/logout-everywhere        the same, and all the person's other sessions end
GET  /auth/logged-out               back from the provider's logout
POST /auth/stay                     a sign of life
GET  /auth/session                  the seconds that are left
"""

import logging
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from auth import people, session_cookie, sessions
from auth.connection import Connection
from auth.demo.in_process import demo_connection, demo_mounts
from auth.errors import SignInFailed, SignInFault
from auth.guard import read_cookie
from auth.leaving import Leaving
from auth.next_address import own_address
from auth.oidc import SECONDS_TO_SIGN_IN, Finished, begin, finish
from auth.providers import DEMO_NAME, LOOPBACK
from auth.time_left import TimeLeft
from auth.wiring import Wiring, derived_secret

log = logging.getLogger(__name__)
SECURE_COOKIE = "__Host-sign-in"
LOCAL_COOKIE = "sign-in"
LOGGED_OUT = "/auth/logged-out"


def routes(wiring: Wiring) -> list[BaseRoute]:
    """The routes of sign-in; with the demonstration turned on also those of its provider."""
    settings = wiring.settings
    connections = {
        provider.name: Connection(provider, wiring.transports.get(provider.name))
        for provider in settings.providers
    }
    mounts: list[BaseRoute] = []
    if settings.demo:
        demo = demo_mounts(
            settings, redirect_uri=_callback(wiring, DEMO_NAME), back=settings.origin + LOGGED_OUT
        )
        connections[DEMO_NAME] = demo_connection(settings, demo)
        mounts = [*demo]
    sign_in = _SignIn(wiring, connections)
    leaving = Leaving(wiring, connections, back=settings.origin + LOGGED_OUT)
    time_left = TimeLeft(wiring)
    own = [
        Route("/login/{provider}", sign_in.login, methods=["GET"]),
        Route("/callback/{provider}", sign_in.callback, methods=["GET"]),
        Route("/logout", leaving.logout, methods=["POST"]),
        Route("/logout-everywhere", leaving.logout_everywhere, methods=["POST"]),
        Route("/logged-out", leaving.logged_out, methods=["GET"]),
        Route("/stay", time_left.stay, methods=["POST"]),
        Route("/session", time_left.tell, methods=["GET"]),
    ]
    return [Mount("/auth", routes=own, middleware=[_short_lived_cookie(wiring)]), *mounts]


def _callback(wiring: Wiring, name: str) -> str:
    """Each provider has its own, so that no provider's answer is taken for another's."""
    return f"{wiring.settings.origin}/auth/callback/{name}"


def _short_lived_cookie(wiring: Wiring) -> Middleware:
    """The browser's part of a sign-in under way: signed, for ten minutes, and only for this host."""
    https = wiring.settings.is_https
    return Middleware(
        SessionMiddleware,
        secret_key=derived_secret(wiring.settings, "sign-in cookie"),
        session_cookie=SECURE_COOKIE if https else LOCAL_COOKIE,
        max_age=SECONDS_TO_SIGN_IN,
        path="/",
        same_site="lax",
        https_only=https,
    )


@dataclass(frozen=True)
class _SignIn:
    """To the provider and back."""

    wiring: Wiring
    connections: dict[str, Connection]

    async def login(self, request: Request) -> Response:
        connection = self.connections.get(request.path_params["provider"])
        if connection is None:
            return PlainTextResponse("Not Found", 404)
        if self._by_another_name(request):
            return RedirectResponse(
                f"{self.wiring.settings.origin}{request.url.path}?{request.url.query}", 303
            )
        try:
            self._within_limit("client", self.wiring.client_of(request))
            address = await begin(
                request,
                connection,
                redirect_uri=_callback(self.wiring, connection.provider.name),
                next_address=own_address(request.query_params.get("next")),
            )
        except SignInFailed as refusal:
            return self._refused(request, connection, refusal.code)
        return RedirectResponse(address, 303)

    async def callback(self, request: Request) -> Response:
        connection = self.connections.get(request.path_params["provider"])
        if connection is None:
            return PlainTextResponse("Not Found", 404)
        try:
            self._within_limit("client", self.wiring.client_of(request))
            finished = await finish(request, connection, now=self.wiring.clock())
            self._within_limit("account", self._account(finished))
            token = await run_in_threadpool(self._open, request, finished)
        except SignInFailed as refusal:
            return self._refused(request, connection, refusal.code)
        request.session.clear()
        log.info("signed in", extra={"provider": connection.provider.name})
        response = RedirectResponse(self._where(finished), 303)
        session_cookie.give(response, token, https=self.wiring.settings.is_https)
        return response

    def _open(self, request: Request, finished: Finished) -> str:
        """Store who it is and open the session, in one transaction; what the browser had before ends."""
        wiring, now = self.wiring, self.wiring.clock()
        presented = read_cookie(request.headers.get("cookie", ""), https=wiring.settings.is_https)
        with wiring.open_session() as session:
            person = people.find_or_create(session, sealer=wiring.sealer, identity=finished.identity, now=now)
            return sessions.open_session(
                session,
                person=person,
                identity=finished.identity,
                lifetimes=wiring.lifetimes,
                now=now,
                sealer=wiring.sealer,
                presented=presented,
                device=request.headers.get("user-agent", ""),
                id_token=finished.id_token,
            )

    def _where(self, finished: Finished) -> str:
        """On to where they were going, by way of choosing a unit when there are several."""
        address = own_address(finished.next_address)
        choosing = self.wiring.settings.choose_unit_address
        if choosing and len(finished.identity.assignments) > 1:
            return f"{choosing}?next={quote(address, safe='')}"
        return address

    def _by_another_name(self, request: Request) -> bool:
        """True on this machine when it is called 127.0.0.1 and the portal localhost, or the other way round.

        The provider sends the browser back to the portal's own name, where a cookie set here is not known.
        """
        own, asked = urlsplit(self.wiring.settings.origin), request.url
        both = {own.hostname, asked.hostname}
        return len(both) == 2 and both <= set(LOOPBACK) and own.port == asked.port

    def _account(self, finished: Finished) -> str:
        identity = finished.identity
        return self.wiring.sealer.fingerprint(f"{identity.issuer} {identity.subject}")

    def _within_limit(self, kind: str, key: str) -> None:
        if self.wiring.wait(kind, key):
            raise SignInFailed(SignInFault.TOO_MANY)

    def _refused(self, request: Request, connection: Connection, fault: SignInFault) -> Response:
        log.warning("sign-in refused", extra={"fault": fault.value, "provider": connection.provider.name})
        return self.wiring.pages.refused(request, fault)
