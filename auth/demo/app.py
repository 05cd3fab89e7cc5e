"""The built-in provider as routes to mount: the protocol's addresses and the page to choose a person."""

from typing import Any

from authlib.oauth2 import OAuth2Error  # type: ignore[import-untyped]
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route

from auth.demo import pages
from auth.demo.people import BY_ID
from auth.demo.provider import CLIENT_ID, LEVEL, PATH, demo_provider
from auth.demo.records import ALGORITHM, Client
from auth.demo.server import DemoRequest, DemoServer
from auth.providers import SignInSettings
from auth.same_origin import from_own_page

_NO_STORE = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}


def demo_routes(settings: SignInSettings, *, redirect_uri: str, post_logout_redirect_uri: str) -> list[Mount]:
    """The provider's routes; raises DemoNotAllowed in production, and when it has not been turned on."""
    provider = demo_provider(settings)
    client = Client(
        client_id=CLIENT_ID,
        secret=provider.client_secret.get_secret_value() if provider.client_secret else "",
        redirect_uri=redirect_uri,
        post_logout_redirect_uri=post_logout_redirect_uri,
        scopes=frozenset(provider.scopes),
    )
    demo = _Demo(DemoServer(provider.issuer, client), settings.origin)
    return [
        Mount(
            PATH,
            routes=[
                Route("/.well-known/openid-configuration", demo.discovery),
                Route("/jwks", demo.jwks),
                Route("/authorize", demo.choose, methods=["GET"]),
                Route("/authorize", demo.chosen, methods=["POST"]),
                Route("/token", demo.token, methods=["POST"]),
                Route("/userinfo", demo.userinfo),
                Route("/logout", demo.logout),
                Route("/style.css", _style),
            ],
        )
    ]


class _Demo:
    """The endpoints, around one server."""

    def __init__(self, server: DemoServer, origin: str) -> None:
        self._server = server
        self._origin = origin

    async def discovery(self, _: Request) -> Response:
        return JSONResponse(_metadata(self._server.issuer))

    async def jwks(self, _: Request) -> Response:
        return JSONResponse(self._server.keys.as_dict(private=False))

    async def choose(self, request: Request) -> Response:
        try:
            self._server.get_consent_grant(await self._read(request))
        except OAuth2Error as error:
            return self._refused(error)
        action = f"{PATH}/authorize?{request.url.query}"
        return HTMLResponse(pages.chooser(action), headers=_NO_STORE)

    async def chosen(self, request: Request) -> Response:
        if not from_own_page(request, self._origin):
            return HTMLResponse(pages.wrong_request(), 403, headers=_NO_STORE)
        form = await request.form()
        asked = await self._read(request, with_form=False)
        try:
            grant = self._server.get_consent_grant(asked)
        except OAuth2Error as error:
            return self._refused(error)
        person = BY_ID.get(str(form.get("person", "")))
        answer: Response = self._server.create_authorization_response(asked, grant_user=person, grant=grant)
        # The form was posted; the portal's callback is fetched.
        if answer.status_code == 302:
            answer.status_code = 303
        return answer

    async def token(self, request: Request) -> Response:
        answer: Response = self._server.create_token_response(await self._read(request))
        return answer

    async def userinfo(self, request: Request) -> Response:
        return self._server.userinfo(await self._read(request))

    async def logout(self, request: Request) -> Response:
        answer: Response | None = self._server.create_endpoint_response(
            "end_session", await self._read(request)
        )
        return answer or HTMLResponse(pages.signed_out(), headers=_NO_STORE)

    async def _read(self, request: Request, with_form: bool = True) -> DemoRequest:
        form: dict[str, str] = {}
        if with_form and request.method == "POST":
            form = {key: value for key, value in (await request.form()).items() if isinstance(value, str)}
        # The address as the browser knows it, whatever a proxy in between makes of it.
        uri = self._origin + request.url.path
        method = request.method if with_form else "GET"
        return DemoRequest(method, uri, request.headers, dict(request.query_params), form)

    def _refused(self, error: Any) -> Response:
        """Back to the portal when its address is known to be right, else a page."""
        if error.redirect_uri:
            answer: Response = self._server.handle_error_response(None, error)
            return answer
        return HTMLResponse(pages.wrong_request(), 400, headers=_NO_STORE)


async def _style(_: Request) -> Response:
    return Response(pages.STYLE, media_type="text/css")


def _metadata(issuer: str) -> dict[str, Any]:
    return {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/authorize",
        "token_endpoint": f"{issuer}/token",
        "userinfo_endpoint": f"{issuer}/userinfo",
        "jwks_uri": f"{issuer}/jwks",
        "end_session_endpoint": f"{issuer}/logout",
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["public"],
        "scopes_supported": ["openid"],
        "id_token_signing_alg_values_supported": [ALGORITHM],
        "userinfo_signing_alg_values_supported": [ALGORITHM],
        "token_endpoint_auth_methods_supported": ["client_secret_basic"],
        "code_challenge_methods_supported": ["S256"],
        "acr_values_supported": [LEVEL],
        "claims_parameter_supported": False,
        "request_parameter_supported": False,
        "request_uri_parameter_supported": False,
    }
