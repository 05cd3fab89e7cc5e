"""The built-in provider's protocol, by Authlib's server side: codes with PKCE, signed tokens and UserInfo.

Codes and tokens live in this process's memory, few and for a short time. The signing key is made at each
start; who has fetched the one before finds out as with any provider that changes its keys.
"""

import time
from collections.abc import Iterable, Mapping
from typing import Any

from authlib.common.security import generate_token  # type: ignore[import-untyped]
from authlib.oauth2 import OAuth2Error  # type: ignore[import-untyped]
from authlib.oauth2.rfc6749 import (  # type: ignore[import-untyped]
    AuthorizationServer,
    InvalidRequestError,
    OAuth2Request,
    ResourceProtector,
)
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant  # type: ignore[import-untyped]
from authlib.oauth2.rfc6749.requests import BasicOAuth2Payload  # type: ignore[import-untyped]
from authlib.oauth2.rfc6750 import BearerTokenValidator  # type: ignore[import-untyped]
from authlib.oauth2.rfc7636 import CodeChallenge  # type: ignore[import-untyped]
from authlib.oidc.core import OpenIDCode, UserInfo, UserInfoEndpoint  # type: ignore[import-untyped]
from authlib.oidc.rpinitiated import EndSessionEndpoint  # type: ignore[import-untyped]
from joserfc.jwk import ECKey, KeySet
from starlette.responses import JSONResponse, Response

from auth.demo.people import DemoPerson
from auth.demo.records import ALGORITHM, CODE_SECONDS, TOKEN_SECONDS, Client, Code, Token, make_room


class DemoRequest(OAuth2Request):  # type: ignore[misc]
    """A request as Authlib reads it; `query` and `form` have been parsed already."""

    def __init__(
        self, method: str, uri: str, headers: Mapping[str, str], query: dict[str, str], form: dict[str, str]
    ) -> None:
        super().__init__(method, uri, headers=headers)
        self.payload = BasicOAuth2Payload({**query, **form})
        self._args, self._form = query, form

    @property
    def args(self) -> dict[str, str]:
        """The parameters in the address."""
        return self._args

    @property
    def form(self) -> dict[str, str]:
        """The parameters in the body."""
        return self._form


class DemoServer(AuthorizationServer):  # type: ignore[misc]
    """The provider of one client, at `issuer`."""

    def __init__(self, issuer: str, client: Client) -> None:
        super().__init__(scopes_supported=sorted(client.scopes))
        self.issuer = issuer
        self.client = client
        self.keys = KeySet([ECKey.generate_key("P-256", {"use": "sig", "alg": ALGORITHM}, auto_kid=True)])
        self.codes: dict[str, Code] = {}
        self.tokens: dict[str, Token] = {}
        self.register_token_generator("default", _token)
        self.register_grant(CodeGrant, [IdTokens(require_nonce=True), RequiredChallenge(required=True)])
        self.register_endpoint(EndSession)

    def query_client(self, client_id: str) -> Client | None:
        """The one client, when it is asked for."""
        return self.client if client_id == self.client.client_id else None

    def save_token(self, token: dict[str, Any], request: OAuth2Request) -> None:
        """Remember for UserInfo what `token` is for."""
        make_room(self.tokens)
        ends = time.monotonic() + TOKEN_SECONDS
        self.tokens[token["access_token"]] = Token(request.user, self.client, token["scope"], ends)

    def create_oauth2_request(self, request: DemoRequest) -> DemoRequest:
        """Requests come as Authlib wants them."""
        return request

    def handle_response(self, status: int, body: Any, headers: Iterable[tuple[str, str]]) -> Response:
        """Authlib's answer as Starlette's."""
        named = dict(headers)
        if isinstance(body, dict):
            return JSONResponse(body, status, named)
        return Response(body or "", status, named)

    def send_signal(self, name: str, *args: Any, **kwargs: Any) -> None:
        """Nobody listens."""

    def userinfo(self, request: DemoRequest) -> Response:
        """The signed claims of whom the bearer token is about."""
        endpoint = SignedUserInfo(server=self, resource_protector=_Bearer(self, request))
        try:
            return self.handle_response(*endpoint(request))
        except OAuth2Error as error:
            return self.handle_response(*error())


class CodeGrant(AuthorizationCodeGrant):  # type: ignore[misc]
    """Codes: kept for a minute, given out once."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic",)

    def save_authorization_code(self, code: str, request: OAuth2Request) -> None:
        """Remember what `code` stands for."""
        data = request.payload.data
        make_room(self.server.codes)
        self.server.codes[code] = Code(
            code=code,
            person=request.user,
            redirect_uri=request.payload.redirect_uri,
            scope=request.scope,
            nonce=data.get("nonce"),
            code_challenge=data["code_challenge"],
            code_challenge_method=data["code_challenge_method"],
            auth_time=int(time.time()),
            ends=time.monotonic() + CODE_SECONDS,
        )

    def query_authorization_code(self, code: str, client: Client) -> Code | None:
        """What `code` stands for, taken away at once: also a failed exchange uses it up."""
        found: Code | None = self.server.codes.pop(code, None)
        return found if found and found.ends >= time.monotonic() else None

    def delete_authorization_code(self, authorization_code: Code) -> None:
        """Gone since it was asked for."""

    def authenticate_user(self, authorization_code: Code) -> DemoPerson:
        """Whom the code is about."""
        return authorization_code.person


class RequiredChallenge(CodeChallenge):  # type: ignore[misc]
    """PKCE for everybody, and S256 alone."""

    SUPPORTED_CODE_CHALLENGE_METHOD = ("S256",)

    def validate_code_challenge(self, grant: AuthorizationCodeGrant, redirect_uri: str) -> None:
        """Refuse a request without a challenge."""
        data = grant.request.payload.data
        if not data.get("code_challenge") or not data.get("code_challenge_method"):
            raise InvalidRequestError("Missing 'code_challenge'")
        super().validate_code_challenge(grant, redirect_uri)


class IdTokens(OpenIDCode):  # type: ignore[misc]
    """Signed id_tokens that say who in one word; everything else is for UserInfo."""

    def __call__(self, grant: CodeGrant) -> None:
        """Take part in one grant."""
        self._server: DemoServer = grant.server
        super().__call__(grant)

    def exists_nonce(self, nonce: str, request: OAuth2Request) -> bool:
        """True when a code not yet used was given for the same nonce."""
        return any(code.nonce == nonce for code in self._server.codes.values())

    def resolve_client_private_key(self, client: Client) -> KeySet:
        """The key to sign with."""
        return self._server.keys

    def get_encode_header(self, client: Client) -> dict[str, Any]:
        """The algorithm, and which key."""
        return {"alg": ALGORITHM, "kid": self._server.keys.keys[0].kid}

    def get_client_claims(self, client: Client) -> dict[str, Any]:
        """Made by whom, for whom, until when."""
        return {
            "iss": self._server.issuer,
            "aud": client.client_id,
            "exp": int(time.time()) + TOKEN_SECONDS,
        }

    def generate_user_info(self, user: DemoPerson, scope: str) -> UserInfo:
        """The subject alone."""
        return UserInfo(sub=user.id)


class SignedUserInfo(UserInfoEndpoint):  # type: ignore[misc]
    """UserInfo as a signed JWT."""

    def get_issuer(self) -> str:
        """Made by whom."""
        return str(self.server.issuer)

    def resolve_private_key(self) -> KeySet:
        """The key to sign with."""
        keys: KeySet = self.server.keys
        return keys

    def generate_user_info(self, user: DemoPerson, scope: str) -> UserInfo:
        """Everything that the page says about the person, and the number or employment."""
        return UserInfo(sub=user.id, name=user.name, **user.claims)


class EndSession(EndSessionEndpoint):  # type: ignore[misc]
    """Logout: nothing is remembered of who was chosen, so that only the way back is left."""

    def get_server_jwks(self) -> KeySet:
        """The keys that hints are verified with."""
        keys: KeySet = self.server.keys
        return keys

    def is_post_logout_redirect_uri_legitimate(self, *_: Any) -> bool:
        """The one address that was registered is safe without a hint."""
        return True

    def end_session(self, end_session_request: Any) -> None:
        """Nothing is kept that could end."""


class _Bearer(ResourceProtector):  # type: ignore[misc]
    """Takes the token of one request."""

    def __init__(self, server: DemoServer, request: DemoRequest) -> None:
        super().__init__()
        self._request = request
        self.register_token_validator(_Tokens(server))

    def acquire_token(self, scopes: str) -> Token:
        """The token that the request bears; raises OAuth2Error."""
        token: Token = self.validate_request([scopes], self._request)
        return token


class _Tokens(BearerTokenValidator):  # type: ignore[misc]
    def __init__(self, server: DemoServer) -> None:
        super().__init__()
        self._server = server

    def authenticate_token(self, token_string: str) -> Token | None:
        return self._server.tokens.get(token_string)


def _token(*, scope: str, **_: Any) -> dict[str, Any]:
    return {
        "access_token": generate_token(43),
        "token_type": "Bearer",
        "expires_in": TOKEN_SECONDS,
        "scope": scope,
    }
