"""A provider that does one thing wrong at a time, or nothing when `flaw` is empty."""

import base64
import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import httpx2
from joserfc import jwt
from joserfc.jwk import RSAKey
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from auth.providers import Provider, RoleRule
from auth.roles import Role
from tests.auth.oidc.wired import query_of

ISSUER = "https://idp.example"
CLIENT_ID = "portal"
LEVEL = "http://id.elegnamnden.se/loa/1.0/loa3"
NUMBER = "https://id.oidc.se/claim/personalIdentityNumber"
Claims = dict[str, Any]

ID_TOKEN_FLAWS: dict[str, Callable[[Claims], object]] = {
    "wrong nonce": lambda claims: claims.update(nonce="another"),
    "no nonce": lambda claims: claims.pop("nonce"),
    "wrong issuer": lambda claims: claims.update(iss="https://other.example"),
    "no issuer": lambda claims: claims.pop("iss"),
    "wrong audience": lambda claims: claims.update(aud="other"),
    "no audience": lambda claims: claims.pop("aud"),
    "shared without authorised party": lambda claims: claims.update(aud=[CLIENT_ID, "other"]),
    "other authorised party": lambda claims: claims.update(azp="other"),
    "expired": lambda claims: claims.update(exp=int(time.time()) - 61),
    "no expiry": lambda claims: claims.pop("exp"),
    "issued in the future": lambda claims: claims.update(iat=int(time.time()) + 3600),
    "not valid yet": lambda claims: claims.update(nbf=int(time.time()) + 3600),
    "other access token": lambda claims: claims.update(at_hash="AAAAAAAAAAAAAAAAAAAAAA"),
    "low acr": lambda claims: claims.update(acr="http://id.elegnamnden.se/loa/1.0/loa2"),
    "no acr": lambda claims: claims.pop("acr"),
    "acr as a list": lambda claims: claims.update(acr=[LEVEL]),
    "number in the id_token": lambda claims: claims.update({NUMBER: "189001019802"}),
    "a minute fast": lambda claims: claims.update(iat=int(time.time()) + 55),
    "a minute slow": lambda claims: claims.update(exp=int(time.time()) - 55),
}
USERINFO_FLAWS: dict[str, Callable[[Claims], object]] = {
    "missing claim": lambda claims: claims.pop(NUMBER),
    "not a number": lambda claims: claims.update({NUMBER: "189001019803"}),
    "userinfo for another": lambda claims: claims.update(sub="somebody-else"),
    "userinfo for nobody": lambda claims: claims.pop("sub"),
    "userinfo from another issuer": lambda claims: claims.update(iss="https://other.example"),
    "userinfo for another client": lambda claims: claims.update(aud="other"),
    "userinfo raises the level": lambda claims: claims.update(acr=LEVEL),
}


@dataclass
class BrokenProvider:
    """The provider and its `flaw`."""

    flaw: str = ""
    key: RSAKey = field(default_factory=lambda: own_key())
    nonces: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    token_requests: list[dict[str, str]] = field(default_factory=list)

    def settings(self, **changes: Any) -> Provider:
        """How the portal knows it."""
        return Provider(
            **{
                "name": "idp",
                "label": "E-legitimation",
                "issuer": ISSUER,
                "client_id": CLIENT_ID,
                "client_secret": SecretStr("secret"),
                "rules": (RoleRule(role=Role.RESIDENT, acr=(LEVEL,)),),
                **changes,
            }
        )

    def transport(self) -> httpx2.ASGITransport:
        """The portal's way to it."""
        routes = [
            Route("/.well-known/openid-configuration", self.metadata),
            Route("/jwks", self.jwks),
            Route("/token", self.token, methods=["POST"]),
            Route("/userinfo", self.userinfo),
        ]
        return httpx2.ASGITransport(app=Starlette(routes=routes))

    def answer(self, authorize: str) -> dict[str, str]:
        """What the browser brings back from the authorization address."""
        asked = query_of(authorize)
        code = secrets.token_urlsafe()
        self.nonces[code] = asked["nonce"]
        return {"code": code, "state": asked["state"]}

    async def metadata(self, request: Request) -> Response:
        self.asked.append("metadata")
        if self.flaw == "down":
            raise httpx2.ConnectError("nobody there")
        if self.flaw == "too slow":
            raise httpx2.ReadTimeout("too slow")
        if self.flaw == "not JSON":
            return Response("<html>", media_type="text/html")
        named = "https://other.example" if self.flaw == "another's metadata" else ISSUER
        plain = "http://idp.example" if self.flaw == "token endpoint in the open" else ISSUER
        return JSONResponse(
            {
                "issuer": named,
                "authorization_endpoint": f"{ISSUER}/authorize",
                "token_endpoint": f"{plain}/token",
                "userinfo_endpoint": f"{ISSUER}/userinfo",
                "jwks_uri": f"{ISSUER}/jwks",
                "end_session_endpoint": f"{ISSUER}/logout",
                # What a provider offers must not widen what is accepted, nor steer the portal's HTTP client.
                "id_token_signing_alg_values_supported": ["none", "HS256", "RS256"],
                "verify": False,
                "proxy": "http://proxy.example",
            }
        )

    async def jwks(self, request: Request) -> Response:
        self.asked.append("jwks")
        return JSONResponse({"keys": [self.key.as_dict(private=False, use="sig")]})

    async def token(self, request: Request) -> Response:
        form = {name: str(value) for name, value in (await request.form()).items()}
        self.token_requests.append(form)
        if self.flaw == "token endpoint fails":
            return JSONResponse({}, 503)
        if self.flaw == "unknown client":
            return JSONResponse({"error": "invalid_client"}, 401)
        nonce = self.nonces.pop(form["code"], None)
        if nonce is None:
            return JSONResponse({"error": "invalid_grant"}, 400)
        claims = self._claims(nonce)
        ID_TOKEN_FLAWS.get(self.flaw, lambda _: None)(claims)
        body = {"access_token": "access", "token_type": "Bearer", "id_token": self._signed(claims, "")}
        if self.flaw == "no id_token":
            del body["id_token"]
        return JSONResponse(body)

    async def userinfo(self, request: Request) -> Response:
        claims = {
            "iss": ISSUER,
            "aud": CLIENT_ID,
            "sub": "person-1",
            "name": "Rut Påhittad",
            NUMBER: "189001019802",
        }
        USERINFO_FLAWS.get(self.flaw, lambda _: None)(claims)
        if self.flaw == "unsigned userinfo":
            return JSONResponse(claims)
        return Response(self._signed(claims, "userinfo "), media_type="application/jwt")

    def _claims(self, nonce: str) -> Claims:
        now = int(time.time())
        hashed = hashlib.sha256(b"access").digest()[:16]
        return {
            "iss": ISSUER,
            "aud": CLIENT_ID,
            "sub": "person-1",
            "nonce": nonce,
            "iat": now,
            "exp": now + 300,
            "acr": "http://id.elegnamnden.se/loa/1.0/loa2"
            if self.flaw == "userinfo raises the level"
            else LEVEL,
            "at_hash": base64.urlsafe_b64encode(hashed).rstrip(b"=").decode(),
        }

    def _signed(self, claims: Claims, of: str) -> str:
        header = {"alg": "RS256", "kid": self.key.kid}
        good = jwt.encode(header, claims, self.key)
        if self.flaw == f"{of}alg none":
            return f"{_part({'alg': 'none'})}.{_part(claims)}."
        if self.flaw == f"{of}unsigned":
            return good.rpartition(".")[0] + "."
        if self.flaw == f"{of}changed afterwards":
            head, _, signature = good.split(".")
            return f"{head}.{_part({**claims, 'name': 'Somebody'})}.{signature}"
        if self.flaw == f"{of}two parts":
            return good.rpartition(".")[0]
        if self.flaw == f"{of}public key as secret":
            return self._hmac_with_public_key(claims)
        if self.flaw == f"{of}unknown key":
            other = RSAKey.generate_key(2048)
            return jwt.encode(header, claims, other)
        if self.flaw == f"{of}own key in the header":
            other = RSAKey.generate_key(2048)
            return jwt.encode({"alg": "RS256", "jwk": other.as_dict(private=False)}, claims, other)
        return good

    def _hmac_with_public_key(self, claims: Claims) -> str:
        signed = f"{_part({'alg': 'HS256', 'kid': self.key.kid})}.{_part(claims)}"
        secret = self.key.as_pem(private=False)
        return f"{signed}.{_encoded(hmac.new(secret, signed.encode(), hashlib.sha256).digest())}"


@cache
def own_key() -> RSAKey:
    """The key that it signs with; made once, since that takes long."""
    return other_key()


def other_key() -> RSAKey:
    """A key that nobody knows yet."""
    return RSAKey.generate_key(2048, auto_kid=True)


def _part(content: Claims) -> str:
    return _encoded(json.dumps(content).encode())


def _encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
