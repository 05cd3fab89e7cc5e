"""What the portal hands to sign-in: settings, the way to the database, pages, limits and the clock."""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

import httpx2
from sqlmodel import Session
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from auth.errors import SignInFault
from auth.lifetimes import Lifetime
from auth.providers import SignInSettings
from auth.roles import Role
from auth.sealing import Sealer


class Pages(Protocol):
    """What a person is shown, written by the portal: `auth` knows codes and no words."""

    def refused(self, request: Request, fault: SignInFault) -> Response:
        """Why the sign-in did not succeed, and what to do now."""
        ...

    def leaving(self, request: Request, address: str) -> Response:
        """Signed out here, and on to the provider's logout; not by a redirect, see `auth.leaving`."""
        ...

    def foreign(self, request: Request) -> Response:
        """A change that was not asked for on one of our own pages; status 403."""
        ...


@dataclass(frozen=True)
class Wiring:
    """Everything that `auth.routes.routes` needs.

    `open_session` gives a transaction that commits when it is left. `clock` gives aware UTC. `client_of`
    tells who calls, as a key for limits. `wait(kind, key)` counts one try, of kind "client" or "account", and
    gives the seconds until the next is allowed, 0 for at once. `transports` replaces the network for
    providers by name, as for one in this process.
    """

    settings: SignInSettings
    open_session: Callable[[], AbstractContextManager[Session]]
    sealer: Sealer
    lifetimes: Mapping[Role, Lifetime]
    pages: Pages
    clock: Callable[[], datetime]
    client_of: Callable[[HTTPConnection], str]
    wait: Callable[[str, str], int]
    transports: Mapping[str, httpx2.AsyncBaseTransport] = field(default_factory=dict)


def derived_secret(settings: SignInSettings, purpose: str) -> str:
    """A secret for one purpose alone, made from the portal's own."""
    secret = settings.secret_key.get_secret_value().encode()
    return hmac.new(secret, purpose.encode(), hashlib.sha256).hexdigest()
