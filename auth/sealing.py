"""Seals identity numbers for storage, and makes keyed fingerprints to find them by.

Fernet (AES-128-CBC with HMAC-SHA256) from `cryptography`. Both lists hold the newest key first: it seals and
fingerprints; the others still open and find, until `people.reseal` has moved everything to the newest.
What is sealed carries its place, so that a value moved to another row or column does not open there.
"""

import hashlib
import hmac
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from auth.errors import CannotUnseal, KeyNotUsable

SHORTEST_PEPPER = 32
_BETWEEN = "\x1f"


class Sealer:
    """Seals and finds with the given keys; its repr shows none of them."""

    def __init__(self, *, keys: Sequence[str], peppers: Sequence[str]) -> None:
        """Take Fernet keys (44 characters each) and peppers (at least 32); raises KeyNotUsable."""
        try:
            fernets = [Fernet(key) for key in keys]
        except ValueError:
            raise KeyNotUsable("a key is not 32 bytes in URL-safe base64") from None
        if not fernets:
            raise KeyNotUsable("there is no key")
        if not peppers or any(len(pepper) < SHORTEST_PEPPER for pepper in peppers):
            raise KeyNotUsable(f"a pepper must be at least {SHORTEST_PEPPER} characters long")
        self._newest = fernets[0]
        self._all = MultiFernet(fernets)
        self._peppers = tuple(pepper.encode() for pepper in peppers)

    def __repr__(self) -> str:
        return "<Sealer>"

    def seal(self, text: str, *, place: str) -> str:
        """`text` sealed with the newest key for `place`, such as "person/ID/identity"."""
        return self._all.encrypt(f"{place}{_BETWEEN}{text}".encode()).decode("ascii")

    def unseal(self, sealed: str, *, place: str) -> str:
        """The text sealed for `place`; raises CannotUnseal."""
        try:
            where, _, text = self._all.decrypt(sealed).decode().partition(_BETWEEN)
        except (InvalidToken, ValueError):
            raise CannotUnseal("no key opens it") from None
        if not hmac.compare_digest(where.encode(), place.encode()):
            raise CannotUnseal("it was sealed for another place")
        return text

    def is_newest(self, sealed: str) -> bool:
        """True when the newest key sealed it."""
        try:
            self._newest.decrypt(sealed)
        except InvalidToken:
            return False
        return True

    def fingerprint(self, text: str) -> str:
        """What `text` is stored under: 64 hexadecimal digits made with the newest pepper."""
        return self.fingerprints(text)[0]

    def fingerprints(self, text: str) -> tuple[str, ...]:
        """What `text` may be found under: one for each pepper, newest first."""
        return tuple(hmac.new(pepper, text.encode(), hashlib.sha256).hexdigest() for pepper in self._peppers)
