"""Signed tokens of providers: verified with the provider's published keys and by algorithms chosen here.

What a token's header or a provider's metadata offers never widens the list: `none` and every HMAC are out, so
a published key can't be used as a shared secret.
"""

import hmac
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from authlib.oidc.core import CodeIDToken  # type: ignore[import-untyped]
from joserfc import errors as jose
from joserfc import jwt
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from auth.errors import SignInFailed, SignInFault

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
CLOCK_SKEW_SECONDS = 60
_ASYMMETRIC = ("RSA", "EC")

Keys = Callable[[bool], Awaitable[KeySet]]
Claims = dict[str, Any]

_FAULTS = {
    "iss": SignInFault.ISSUER,
    "aud": SignInFault.AUDIENCE,
    "azp": SignInFault.AUDIENCE,
    "nonce": SignInFault.NONCE,
    "exp": SignInFault.EXPIRED,
    "nbf": SignInFault.EXPIRED,
    "iat": SignInFault.EXPIRED,
    "at_hash": SignInFault.SIGNATURE,
}


async def verified(token: str, keys: Keys) -> jwt.Token:
    """The token with its signature verified; the keys are fetched anew once when none of them fits.

    Raises SignInFailed with `algorithm` or `signature`.
    """
    try:
        return _decoded(token, await keys(False))
    except (jose.InvalidKeyIdError, jose.BadSignatureError, jose.InvalidKeyTypeError):
        # The provider may have changed its keys since they were fetched.
        pass
    except jose.JoseError as error:
        raise SignInFailed(_fault(error)) from None
    try:
        return _decoded(token, await keys(True))
    except jose.JoseError as error:
        raise SignInFailed(_fault(error)) from None


def key_set(document: Any) -> KeySet:
    """The public keys in a JWKS document; raises SignInFailed when there is none to verify with."""
    try:
        usable = [key for key in document["keys"] if key.get("kty") in _ASYMMETRIC]
        return KeySet.import_key_set({"keys": [key for key in usable if key.get("use") != "enc"]})
    except (jose.JoseError, ValueError, TypeError, KeyError, AttributeError):
        raise SignInFailed(SignInFault.PROVIDER_DOWN) from None


def check_id_token(
    token: jwt.Token, *, issuer: str, client_id: str, nonce: str, access_token: str, now: int
) -> Claims:
    """The claims of an id_token made by `issuer` for this client and this sign-in, and still valid."""
    options = {
        "iss": {"essential": True, "value": issuer},
        "aud": {"essential": True, "value": client_id},
        "nonce": {"essential": True},
    }
    params = {"nonce": nonce, "client_id": client_id, "access_token": access_token}
    claims = CodeIDToken(token.claims, token.header, options, params)
    try:
        claims.validate(now=now, leeway=CLOCK_SKEW_SECONDS)
    except jose.JoseError as error:
        raise SignInFailed(_fault(error)) from None
    if not isinstance(claims["sub"], str) or not claims["sub"]:
        raise SignInFailed(SignInFault.MISSING_CLAIM)
    return dict(claims)


def check_userinfo(token: jwt.Token, *, issuer: str, client_id: str, now: int) -> Claims:
    """The claims of a signed UserInfo answer; OpenID Connect Core 5.3.2 asks for iss and aud."""
    registry = jwt.JWTClaimsRegistry(
        now=now,
        leeway=CLOCK_SKEW_SECONDS,
        iss={"essential": True, "value": issuer},
        aud={"essential": True, "value": client_id},
    )
    try:
        registry.validate(token.claims)
    except jose.JoseError as error:
        raise SignInFailed(_fault(error)) from None
    return dict(token.claims)


def same_subject(id_token: Mapping[str, Any], userinfo: Mapping[str, Any]) -> bool:
    """True when both are about the same person."""
    ours, theirs = id_token.get("sub"), userinfo.get("sub")
    if not isinstance(ours, str) or not isinstance(theirs, str):
        return False
    return hmac.compare_digest(ours.encode(), theirs.encode())


def _decoded(token: str, keys: KeySet) -> jwt.Token:
    try:
        return jwt.decode(token, keys, registry=JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False))
    except (ValueError, TypeError, KeyError):
        # A library's own slip over a malformed token is a refusal too.
        raise jose.DecodeError("malformed") from None


def _fault(error: jose.JoseError) -> SignInFault:
    if isinstance(error, jose.UnsupportedAlgorithmError | jose.MissingAlgorithmError):
        return SignInFault.ALGORITHM
    if isinstance(error, jose.ExpiredTokenError):
        return SignInFault.EXPIRED
    if isinstance(error, jose.ClaimError):
        missing = isinstance(error, jose.MissingClaimError)
        return _FAULTS.get(error.claim, SignInFault.MISSING_CLAIM if missing else SignInFault.SIGNATURE)
    return SignInFault.SIGNATURE
