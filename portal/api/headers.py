"""Security and cache headers for every HTTP response; websockets pass untouched.

No source outside the portal's own origin is allowed. Inline scripts are those of the built page itself, by
hash; styles may be inline because the framework sets them so.
"""

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from portal.api.site import BuiltSite
from portal.settings import Settings

_HASHED_ASSET = re.compile(r"^/assets/.+-[\w-]{8,}\.\w+$", re.ASCII)
_NEVER_STORED = (
    *("/api/", "/auth/", "/demo-idp/", "/healthz", "/readyz", "/_event", "/_upload", "/_health", "/ping"),
    *("/mitt-konto/data.zip", "/mitt-konto/uppdrag"),
)
# Addresses that answer with a page of their own and not with one of the built ones.
_PLAIN_PAGES = ("/auth/", "/demo-idp/", "/mitt-konto/uppdrag")
IMMUTABLE = "public, max-age=31536000, immutable"
TWO_YEARS = 63_072_000
POLICY_OF_DATA = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
POLICY_OF_PLAIN_PAGES = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; frame-ancestors 'none';"
    " base-uri 'none'; form-action 'self'"
)
UNUSED_FEATURES = (
    "accelerometer autoplay browsing-topics camera display-capture geolocation gyroscope magnetometer"
    " microphone midi payment publickey-credentials-get screen-wake-lock usb"
)
PERMISSIONS = ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES.split(" "))


class ResponseHeaders:
    """Pure ASGI middleware: sets the headers when the response starts."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self._app = app
        self._site = BuiltSite(settings.site_dir)
        self._fixed = _fixed_headers(settings)
        self._policy = _policy(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path = str(scope["path"])

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._fixed)
                headers["content-security-policy"] = self._policy_for(path)
                headers["cache-control"] = cache_control(path, int(message["status"]))
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _policy_for(self, path: str) -> str:
        """By address and not by type: a 304 has no type, yet its headers replace the stored ones."""
        if path.startswith(_PLAIN_PAGES):
            return POLICY_OF_PLAIN_PAGES
        if is_never_stored(path):
            return POLICY_OF_DATA
        return self._policy.replace("{scripts}", " ".join(("'self'", *self._site.script_hashes(path))))


def is_never_stored(path: str) -> bool:
    """True for addresses whose answers belong to the moment: API, sign-in, health, the framework's own."""
    return path.startswith(_NEVER_STORED) or path == "/api"


def cache_control(path: str, status: int) -> str:
    """How long a response may be kept: hashed files for ever, pages never without asking again."""
    if is_never_stored(path):
        return "no-store"
    if _HASHED_ASSET.match(path) and status in (200, 206, 304):
        return IMMUTABLE
    return "no-cache"


def _policy(settings: Settings) -> str:
    """The content security policy, with a place for the page's own script hashes."""
    websocket = settings.origin.replace("http", "ws", 1)
    directives = [
        "default-src 'none'",
        "script-src {scripts}",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        f"connect-src 'self' {websocket}",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    ]
    if settings.is_https:
        directives.append("upgrade-insecure-requests")
    return "; ".join(directives)


def _fixed_headers(settings: Settings) -> dict[str, str]:
    headers = {
        "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
        "permissions-policy": PERMISSIONS,
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "x-frame-options": "DENY",
    }
    if settings.is_https:
        headers["strict-transport-security"] = f"max-age={TWO_YEARS}; includeSubDomains"
    return headers
