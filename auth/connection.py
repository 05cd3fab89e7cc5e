"""One provider as it is spoken to: its metadata and keys, and Authlib's Starlette client for the rest.

Metadata and keys are kept for an hour; keys are fetched anew as soon as one is missing. Only metadata that
sign-in uses is handed on, since Authlib takes HTTP settings from the same mapping.
"""

import json
import logging
import time
from collections.abc import Mapping
from typing import Any

import httpx2
from authlib.integrations.starlette_client import OAuth, OAuthError  # type: ignore[import-untyped]
from authlib.oauth2.rfc7523 import PrivateKeyJWT  # type: ignore[import-untyped]
from joserfc.jwk import ECKey, KeySet, RSAKey

from auth.errors import SignInFailed, SignInFault
from auth.providers import Provider, is_safe_address
from auth.tokens import key_set

KEEP_SECONDS = 3600
# At DEBUG it writes code verifiers and tokens.
logging.getLogger("authlib").setLevel(logging.INFO)
_NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_OPTIONAL = ("userinfo_endpoint", "end_session_endpoint")


class Connection:
    """A provider and what it has published; `transport` replaces the network, for one in this process."""

    def __init__(self, provider: Provider, transport: httpx2.AsyncBaseTransport | None = None) -> None:
        self.provider = provider
        self._http: dict[str, Any] = {"timeout": provider.timeout_seconds, "trust_env": transport is None}
        if transport is not None:
            self._http["transport"] = transport
        self.client = OAuth().register(provider.name, **_registration(provider, self._http))
        self._keys: KeySet | None = None
        self._fetched = float("-inf")

    async def metadata(self) -> Mapping[str, Any]:
        """The provider's endpoints; raises SignInFailed when they can't be had or aren't the issuer's own."""
        if time.monotonic() - self._fetched > KEEP_SECONDS:
            found = await self._fetch_json(self.provider.discovery)
            if found.get("issuer") != self.provider.issuer:
                raise SignInFailed(SignInFault.ISSUER)
            kept = {name: _endpoint(found, name) for name in (*_NEEDED, *_OPTIONAL)}
            if not all(kept[name] for name in _NEEDED):
                raise SignInFailed(SignInFault.PROVIDER_DOWN)
            self.client.server_metadata = {name: address for name, address in kept.items() if address}
            self._keys = None
            self._fetched = time.monotonic()
        return dict(self.client.server_metadata)

    async def keys(self, anew: bool) -> KeySet:
        """The provider's public keys; `anew` when none of those known fits."""
        metadata = await self.metadata()
        if anew or self._keys is None:
            self._keys = key_set(await self._fetch_json(metadata["jwks_uri"]))
        return self._keys

    async def authorization(self, redirect_uri: str) -> dict[str, Any]:
        """The address to send the browser to, with the state, nonce and code verifier made for it."""
        await self.metadata()
        params = {**self.provider.authorize_params, "acr_values": " ".join(self.provider.levels)}
        if self.provider.prompt:
            params["prompt"] = self.provider.prompt
        made: dict[str, Any] = await self.client.create_authorization_url(redirect_uri, **params)
        return made

    async def exchange(self, *, code: str, verifier: str, redirect_uri: str) -> dict[str, Any]:
        """The tokens for `code`; raises SignInFailed when the provider refuses it or doesn't answer."""
        await self.metadata()
        try:
            tokens = await self.client.fetch_access_token(
                redirect_uri=redirect_uri, code=code, code_verifier=verifier
            )
        except OAuthError as error:
            used = error.error == "invalid_grant"
            raise SignInFailed(SignInFault.CODE_USED if used else SignInFault.PROVIDER_DOWN) from None
        except (httpx2.HTTPError, ValueError):
            raise SignInFailed(SignInFault.PROVIDER_DOWN) from None
        if not isinstance(tokens, dict) or not all(
            isinstance(tokens.get(name), str) for name in ("access_token", "id_token")
        ):
            raise SignInFailed(SignInFault.SIGNATURE)
        return dict(tokens)

    async def userinfo(self, tokens: dict[str, Any]) -> httpx2.Response:
        """The answer of the UserInfo endpoint; its status is 200."""
        address = (await self.metadata()).get("userinfo_endpoint")
        if not address:
            raise SignInFailed(SignInFault.PROVIDER_DOWN)
        headers = {
            "Authorization": f"Bearer {tokens['access_token']}",
            "Accept": "application/jwt, application/json",
        }
        return await self._fetch(address, headers)

    async def logout_address(self, *, back: str, id_token: str | None) -> str | None:
        """Where the browser ends the provider's own session, or None when it has no such place or is down."""
        try:
            metadata = await self.metadata()
        except SignInFailed:
            return None
        if "end_session_endpoint" not in metadata:
            return None
        made = await self.client.create_logout_url(
            post_logout_redirect_uri=back, id_token_hint=id_token, client_id=self.provider.client_id
        )
        return str(made["url"])

    async def _fetch_json(self, address: str) -> dict[str, Any]:
        try:
            found = (await self._fetch(address, {"Accept": "application/json"})).json()
        except ValueError:
            raise SignInFailed(SignInFault.PROVIDER_DOWN) from None
        if not isinstance(found, dict):
            raise SignInFailed(SignInFault.PROVIDER_DOWN)
        return found

    async def _fetch(self, address: str, headers: dict[str, str]) -> httpx2.Response:
        try:
            async with httpx2.AsyncClient(**self._http) as http:
                response = await http.get(address, headers=headers)
        except httpx2.HTTPError:
            raise SignInFailed(SignInFault.PROVIDER_DOWN) from None
        if response.status_code != 200:
            raise SignInFailed(SignInFault.PROVIDER_DOWN)
        return response


def _endpoint(found: Mapping[str, Any], name: str) -> str | None:
    """An endpoint over TLS or on this machine; anything else would carry codes and tokens in the open."""
    address = found.get(name)
    return address if isinstance(address, str) and is_safe_address(address) else None


def _registration(provider: Provider, http: Mapping[str, Any]) -> dict[str, Any]:
    """How Authlib knows the client: PKCE with S256, and a secret or a key of its own to prove itself with."""
    client_kwargs = {**http, "scope": " ".join(provider.scopes), "code_challenge_method": "S256"}
    if provider.private_key is None:
        secret = provider.client_secret.get_secret_value() if provider.client_secret else None
        return {"client_id": provider.client_id, "client_secret": secret, "client_kwargs": client_kwargs}
    key = _private_key(provider.private_key.get_secret_value(), provider.private_key_algorithm)
    return {
        "client_id": provider.client_id,
        "client_secret": key,
        "client_kwargs": {**client_kwargs, "token_endpoint_auth_method": "private_key_jwt"},
        "client_auth_methods": [
            PrivateKeyJWT(headers={"kid": key.kid or key.thumbprint()}, alg=provider.private_key_algorithm)
        ],
    }


def _private_key(text: str, algorithm: str) -> RSAKey | ECKey:
    """The key in PEM or as a JWK."""
    kind = ECKey if algorithm.startswith("ES") else RSAKey
    return kind.import_key(json.loads(text) if text.lstrip().startswith("{") else text)
