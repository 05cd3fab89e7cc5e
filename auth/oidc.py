"""The sign-in itself: off to the provider, and back with something to verify.

State, nonce, code verifier and where to go afterwards are kept in the browser's own signed, short-lived
cookie (`request.session`), so that an answer only counts in the browser that asked. Whatever does not hold
raises SignInFailed, and no session is opened.
"""

import json
import time
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request

from auth.connection import Connection
from auth.errors import SignInFailed, SignInFault
from auth.identity import Identity
from auth.once import Once
from auth.providers import UserInfoKind
from auth.reading_claims import read_identity, tells_a_number
from auth.tokens import Claims, check_id_token, check_userinfo, same_subject, verified

# How long somebody has to identify themselves with their e-ID.
SECONDS_TO_SIGN_IN = 600
_ERRORS = {
    "access_denied": SignInFault.CANCELLED,
    "login_required": SignInFault.CANCELLED,
    "interaction_required": SignInFault.CANCELLED,
    "unmet_authentication_requirements": SignInFault.LOW_ACR,
}
_used_states = Once(SECONDS_TO_SIGN_IN)


@dataclass(frozen=True)
class Finished:
    """Who has signed in and where they were going; `id_token` for the provider's logout, if harmless."""

    identity: Identity
    next_address: str
    id_token: str | None


async def begin(request: Request, connection: Connection, *, redirect_uri: str, next_address: str) -> str:
    """The provider's address to send the browser to. What must come back is kept in `request.session`."""
    made = await connection.authorization(redirect_uri)
    kept = {"nonce": made["nonce"], "code_verifier": made["code_verifier"], "next": next_address}
    await connection.client.save_authorize_data(
        request, state=made["state"], redirect_uri=redirect_uri, **kept
    )
    return str(made["url"])


async def finish(request: Request, connection: Connection, *, now: datetime) -> Finished:
    """Who came back, all verified; raises SignInFailed with what did not hold."""
    kept = await _kept(request, connection)
    query = request.query_params
    if "iss" in query and query["iss"] != connection.provider.issuer:
        raise SignInFailed(SignInFault.ISSUER)
    if "error" in query:
        raise SignInFailed(_ERRORS.get(query["error"], SignInFault.PROVIDER_DOWN))
    if not query.get("code"):
        raise SignInFailed(SignInFault.STATE)
    tokens = await connection.exchange(
        code=query["code"], verifier=kept["code_verifier"], redirect_uri=kept["redirect_uri"]
    )
    id_claims = await _id_claims(connection, tokens, kept["nonce"], now)
    # What the id_token says can't be replaced: UserInfo only adds to it.
    claims = {**await _userinfo_claims(connection, tokens, id_claims, now), **id_claims}
    hidden = tells_a_number(connection.provider, id_claims)
    return Finished(
        identity=read_identity(connection.provider, claims, now),
        next_address=kept["next"],
        id_token=None if hidden else str(tokens["id_token"]),
    )


async def _kept(request: Request, connection: Connection) -> dict[str, Any]:
    """What this browser kept for this answer, given once. Raises SignInFailed for anything else.

    The cookie could be copied and played again; that its state has been used is remembered here too.
    """
    states = request.query_params.getlist("state")
    framework = connection.client.framework
    kept = await framework.get_state_data(request.session, states[0]) if len(states) == 1 else None
    if not kept:
        raise SignInFailed(SignInFault.STATE)
    await framework.clear_state_data(request.session, states[0])
    if not _used_states.first_time(states[0], time.monotonic()):
        raise SignInFailed(SignInFault.CODE_USED)
    return dict(kept)


async def _id_claims(connection: Connection, tokens: dict[str, Any], nonce: str, now: datetime) -> Claims:
    token = await verified(tokens["id_token"], connection.keys)
    return check_id_token(
        token,
        issuer=connection.provider.issuer,
        client_id=connection.provider.client_id,
        nonce=nonce,
        access_token=tokens["access_token"],
        now=int(now.timestamp()),
    )


async def _userinfo_claims(
    connection: Connection, tokens: dict[str, Any], id_claims: Claims, now: datetime
) -> Claims:
    """The claims of the UserInfo endpoint, verified as the provider's settings ask, about the same person."""
    provider = connection.provider
    if provider.userinfo is UserInfoKind.NONE:
        return {}
    response = await connection.userinfo(tokens)
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    claims: Any
    if provider.userinfo is UserInfoKind.SIGNED:
        if kind != "application/jwt":
            raise SignInFailed(SignInFault.SIGNATURE)
        token = await verified(response.text.strip(), connection.keys)
        claims = check_userinfo(
            token, issuer=provider.issuer, client_id=provider.client_id, now=int(now.timestamp())
        )
    else:
        claims = _plain(response.text)
    if not same_subject(id_claims, claims):
        raise SignInFailed(SignInFault.SUBJECT_MISMATCH)
    return dict(claims)


def _plain(text: str) -> Claims:
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise SignInFailed(SignInFault.PROVIDER_DOWN)
    return found
