"""Hands `auth` what it needs of the portal: settings, database, pages, limits."""

from functools import lru_cache

from starlette.requests import HTTPConnection
from starlette.routing import BaseRoute

from auth.demo.provider import demo_provider
from auth.providers import Provider
from auth.routes import routes
from auth.wiring import Wiring
from portal import clock, database
from portal.access import CHOOSE_UNIT
from portal.rate_limits import RateLimit, client_key
from portal.settings import Settings, settings
from portal.sign_in_pages import SignInPages

SIGNED_OUT = "/"


@lru_cache(maxsize=1)
def sign_ins() -> RateLimit:
    """The limit on sign-ins begun and finished, per client address and per account."""
    return RateLimit(settings().rate_sign_in)


def providers(chosen: Settings | None = None) -> tuple[Provider, ...]:
    """Every way to sign in, the built-in provider last where it is on."""
    wanted = (chosen or settings()).sign_in()
    return (*wanted.providers, demo_provider(wanted)) if wanted.demo else wanted.providers


def sign_in_routes(chosen: Settings) -> list[BaseRoute]:
    """The addresses below /auth, and those of the built-in provider outside production."""
    return routes(wiring(chosen))


def wiring(chosen: Settings) -> Wiring:
    """What `auth.routes` asks for."""

    def client_of(connection: HTTPConnection) -> str:
        forwarded = ",".join(connection.headers.getlist("x-forwarded-for"))
        return client_key(connection.client.host if connection.client else None, forwarded, chosen.proxy_hops)

    return Wiring(
        settings=chosen.sign_in().model_copy(
            update={"choose_unit_address": CHOOSE_UNIT, "signed_out_address": SIGNED_OUT}
        ),
        # Asked for anew each time: the engine belongs to the process and not to the routes.
        open_session=lambda: database.session_scope(),
        sealer=chosen.sealer(),
        lifetimes=chosen.session_lifetimes,
        pages=SignInPages(),
        clock=clock.now,
        client_of=client_of,
        wait=lambda kind, key: sign_ins().wait(f"{kind} {key}"),
    )
