"""The built-in provider's one page, in Swedish: whom to be. Plain HTML without scripts."""

from html import escape

from auth.demo.people import PEOPLE, DemoPerson
from auth.roles import Role

TITLE = "Välj en påhittad person"
INTRO = (
    "Det här är en demonstration. Ingen av personerna finns, och personnumren är Skatteverkets testnummer."
    " Välj vem du vill vara."
)
HEADINGS = {
    Role.RESIDENT: "Invånare",
    Role.PRESCRIBER: "Förskrivare",
    Role.STAFF: "Kundtjänst",
    Role.STAFF_ADMIN: "Administratör",
}
CANCEL = "Avbryt"
WRONG_TITLE = "Inloggningen kan inte börja här"
WRONG = "Gå tillbaka till Hjälpmedelsportalen och välj Logga in."
SIGNED_OUT_TITLE = "Du är utloggad"
BACK = "Till Hjälpmedelsportalen"


def chooser(action: str) -> str:
    """The page with everybody to choose, which posts to `action`."""
    groups = "".join(_group(role) for role in HEADINGS)
    cancel = f'<p><button name="person" value="">{CANCEL}</button></p>'
    form = f'<form method="post" action="{escape(action)}">{groups}{cancel}</form>'
    return _page(TITLE, f"<p>{escape(INTRO)}</p>{form}")


def wrong_request() -> str:
    """The page for a request that no portal has made."""
    return _page(WRONG_TITLE, f'<p>{WRONG}</p><p><a href="/">{BACK}</a></p>')


def signed_out() -> str:
    """The page after a logout that names no way back."""
    return _page(SIGNED_OUT_TITLE, f'<p><a href="/">{BACK}</a></p>')


def _group(role: Role) -> str:
    rows = "".join(_row(person) for person in PEOPLE if person.role is role)
    return f"<h2>{HEADINGS[role]}</h2><ul>{rows}</ul>"


def _row(person: DemoPerson) -> str:
    button = f'<button name="person" value="{person.id}">{escape(person.name)}</button>'
    return f"<li>{button} {escape(person.about)}</li>"


def _page(title: str, content: str) -> str:
    return (
        '<!doctype html><html lang="sv"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{title}</title>'
        '<link rel="icon" href="/favicon.svg" type="image/svg+xml">'
        '<link rel="stylesheet" href="/demo-idp/style.css"></head>'
        f"<body><main><h1>{title}</h1>{content}</main></body></html>"
    )


STYLE = """
body { margin: 0; background: #fff; color: #1a1a1a; font: 1.125rem/1.5 system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 1.5rem 0 0.5rem; font-size: 1.25rem; }
ul { margin: 0; padding: 0; list-style: none; }
li { margin: 0 0 0.75rem; }
button { min-height: 2.75rem; margin-right: 0.5rem; padding: 0.5rem 1rem; border: 2px solid #1a1a1a;
  border-radius: 0.25rem; background: #fff; color: #1a1a1a; font: inherit; cursor: pointer; }
button:hover { background: #1a1a1a; color: #fff; }
button:focus-visible, a:focus-visible { outline: 3px solid #1a1a1a; outline-offset: 3px; }
"""
