"""What the built-in provider knows: its one client, and the codes and tokens it has given lately."""

import hmac
import time
from dataclasses import dataclass, field
from typing import Any

from auth.demo.people import DemoPerson
from auth.demo.provider import LEVEL

ALGORITHM = "ES256"
CODE_SECONDS = 60
TOKEN_SECONDS = 300
MOST = 1000


@dataclass(frozen=True)
class Client:
    """The portal, as Authlib asks about a client."""

    client_id: str
    secret: str = field(repr=False)
    redirect_uri: str
    post_logout_redirect_uri: str
    scopes: frozenset[str]

    id_token_signed_response_alg = ALGORITHM

    @property
    def client_metadata(self) -> dict[str, Any]:
        """What else was agreed when the client was registered."""
        return {
            "userinfo_signed_response_alg": ALGORITHM,
            "post_logout_redirect_uris": [self.post_logout_redirect_uri],
        }

    def get_client_id(self) -> str:
        """The client's name."""
        return self.client_id

    def get_default_redirect_uri(self) -> str:
        """Where answers go when the request does not say."""
        return self.redirect_uri

    def get_allowed_scope(self, scope: str | None) -> str:
        """The scopes that are given of those asked for."""
        return " ".join(each for each in (scope or "").split() if each in self.scopes)

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        """True for the one address agreed, compared whole."""
        return redirect_uri == self.redirect_uri

    def check_client_secret(self, client_secret: str) -> bool:
        """True when it is the client's own."""
        return hmac.compare_digest(client_secret.encode(), self.secret.encode())

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        """The client proves itself by HTTP Basic and in no other way."""
        return method == "client_secret_basic"

    def check_response_type(self, response_type: str) -> bool:
        """Codes only."""
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        """Codes only: nothing is refreshed."""
        return grant_type == "authorization_code"


@dataclass(frozen=True)
class Code:
    """A code given to the browser, for one exchange."""

    code: str = field(repr=False)
    person: DemoPerson
    redirect_uri: str
    scope: str
    nonce: str | None
    code_challenge: str
    code_challenge_method: str
    auth_time: int
    ends: float

    def get_redirect_uri(self) -> str:
        """The address that the code was given for."""
        return self.redirect_uri

    def get_scope(self) -> str:
        """The scopes that were given."""
        return self.scope

    def get_nonce(self) -> str | None:
        """What the client sent to find again in the id_token."""
        return self.nonce

    def get_auth_time(self) -> int:
        """When the person was chosen, in seconds of Unix time."""
        return self.auth_time

    def get_acr(self) -> str:
        """The level: one that says that nobody was really identified."""
        return LEVEL

    def get_amr(self) -> None:
        """No method was used."""


@dataclass(frozen=True)
class Token:
    """An access token for UserInfo."""

    person: DemoPerson
    client: Client
    scope: str
    ends: float

    def get_user(self) -> DemoPerson:
        """Whom it tells about."""
        return self.person

    def get_client(self) -> Client:
        """To whom it was given."""
        return self.client

    def get_scope(self) -> str:
        """What it may tell."""
        return self.scope

    def is_expired(self) -> bool:
        """True when its time is over."""
        return self.ends < time.monotonic()

    def is_revoked(self) -> bool:
        """Tokens run out; nothing takes them back."""
        return False


def make_room(kept: dict[str, Any]) -> None:
    """Forget the oldest, so that nobody can fill the memory."""
    while len(kept) >= MOST:
        del kept[next(iter(kept))]
