"""The built-in provider reached without the network: it answers in the process that asks."""

import httpx2
from starlette.applications import Starlette
from starlette.routing import Mount

from auth.connection import Connection
from auth.demo.app import demo_routes
from auth.demo.provider import demo_provider
from auth.providers import SignInSettings


def demo_mounts(settings: SignInSettings, *, redirect_uri: str, back: str) -> list[Mount]:
    """The provider's routes, for browsers; raises DemoNotAllowed in production."""
    return demo_routes(settings, redirect_uri=redirect_uri, post_logout_redirect_uri=back)


def demo_connection(settings: SignInSettings, mounts: list[Mount]) -> Connection:
    """The portal's way to it: the same routes, with no proxy or other address in between."""
    return Connection(demo_provider(settings), httpx2.ASGITransport(app=Starlette(routes=mounts)))
