"""Where somebody goes after sign-in: only an address of the portal's own, whatever the query asks for."""

import re
from string import ascii_letters, digits, punctuation
from urllib.parse import quote, urlsplit

# A path that begins with exactly one slash. Browsers read a backslash as a slash and drop tabs and line ends,
# so either would turn "/\evil.example" or "/<tab>/evil.example" into another site.
_OWN_PATH = re.compile(r"/(?![/\\])[!-\[\]-~]*")
# Left as they are, for the pattern to refuse.
_UNSEEN = "".join(map(chr, range(0x21))) + "\x7f"
_NOT_A_PLACE = ("/auth/", "/demo-idp/", "/api/", "/_")
# It is kept in a cookie until the sign-in is over.
LONGEST = 2000
HOME = "/"


def own_address(asked: str | None, *, otherwise: str = HOME) -> str:
    """`asked`, in ASCII, when it is a path of the portal that a person can be shown, else `otherwise`."""
    asked = quote(asked or "", safe=ascii_letters + digits + punctuation + _UNSEEN)
    if len(asked) > LONGEST or not _OWN_PATH.fullmatch(asked):
        return otherwise
    try:
        parts = urlsplit(asked)
    except ValueError:
        return otherwise
    if parts.scheme or parts.netloc or asked.startswith(_NOT_A_PLACE) or _climbs(parts.path):
        return otherwise
    return asked


def _climbs(path: str) -> bool:
    """True for `..` and encoded slashes, which a proxy may resolve into another address than was checked."""
    lowered = path.lower().replace("%2e", ".")
    return ".." in lowered.split("/") or "%2f" in lowered or "%5c" in lowered or "//" in lowered
