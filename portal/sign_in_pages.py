"""The pages of sign-in that no state can make: plain HTML in the portal's own dress, without scripts."""

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from auth.errors import SignInFault
from portal.head import STYLESHEETS
from portal.texts import common
from portal.texts import sign_in as words

SIGN_IN = "/logga-in"
STATUS = {SignInFault.PROVIDER_DOWN: 503, SignInFault.TOO_MANY: 429}


class SignInPages:
    """`auth.wiring.Pages`: codes in, Swedish pages out."""

    def refused(self, request: Request, fault: SignInFault) -> Response:
        """Why the sign-in did not succeed, and the way back to it."""
        return plain_page(words.REFUSALS[fault], STATUS.get(fault, 400))

    def leaving(self, request: Request, address: str) -> Response:
        """Signed out here, and at once on to the provider's logout."""
        there = escape(address)
        return HTMLResponse(
            _document(
                words.LEAVING.title,
                f"<p>{escape(words.LEAVING.text)}</p>"
                f'<p><a class="button button-primary" href="{there}">{escape(words.LEAVE)}</a></p>',
                head=f'<meta http-equiv="refresh" content="0;url={there}">',
            )
        )

    def foreign(self, request: Request) -> Response:
        """A change that was asked for on somebody else's page."""
        return plain_page(words.NOT_YOURS, 403)


def plain_page(said: words.Refusal, status: int) -> Response:
    """A page that says what happened, with the way to sign in and the telephone of kundtjänst."""
    content = (
        f"<p>{escape(said.text)}</p>"
        f'<p><a class="button button-primary" href="{SIGN_IN}">{escape(words.TRY_AGAIN)}</a></p>'
        f'<p>{escape(words.HELP)}: <a href="tel:{common.PHONE_NUMBER}">{common.PHONE_SHOWN}</a>, '
        f"{escape(common.PHONE_HOURS)}</p>"
    )
    return HTMLResponse(_document(said.title, content), status)


def _document(title: str, content: str, head: str = "") -> str:
    sheets = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in STYLESHEETS)
    return (
        '<!doctype html><html lang="sv"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex">{head}'
        f"<title>{escape(common.page_title(title))}</title>"
        f'<link rel="icon" href="/favicon.svg" type="image/svg+xml">{sheets}</head><body>'
        f'<header class="site-header"><div class="frame header-row"><a class="wordmark" href="/">'
        f'<span class="wordmark-name">{escape(common.SITE_NAME)}</span></a></div></header>'
        f'<main><div class="frame page page-text"><h1>{escape(title)}</h1>{content}</div></main>'
        "</body></html>"
    )
