"""What can go wrong with who somebody is. Codes only: what a person reads is written in the portal.

AuthError
├── NotSignedIn            nobody is signed in, or no longer
├── NotAllowed             somebody is, but this isn't theirs
│   └── UnitNotChosen      somebody with several units has not said for which they work
├── SignInFailed           a sign-in ended without a session; `code` is a SignInFault
├── NotAnIdentityNumber    neither a personnummer nor a samordningsnummer; `code` is a NumberFault
├── CannotUnseal           sealed with a key that is not among ours, tampered with, or moved to another place
├── KeyNotUsable           a key or pepper that cannot seal
└── ReviewRefused          a verdict that is not the reviewer's to give; `code` is a ReviewFault
"""

from enum import StrEnum


class SignInFault(StrEnum):
    """Why a sign-in did not succeed."""

    STATE = "state"
    NONCE = "nonce"
    ISSUER = "issuer"
    AUDIENCE = "audience"
    EXPIRED = "expired"
    SIGNATURE = "signature"
    ALGORITHM = "algorithm"
    CODE_USED = "code_used"
    LOW_ACR = "low_acr"
    NO_ROLE = "no_role"
    MISSING_CLAIM = "missing_claim"
    SUBJECT_MISMATCH = "subject_mismatch"
    PROVIDER_DOWN = "provider_down"
    CANCELLED = "cancelled"
    TOO_MANY = "too_many"


class NumberFault(StrEnum):
    """Why a text is not an identity number."""

    FORM = "form"
    DATE = "date"
    FUTURE = "future"
    CHECK_DIGIT = "check_digit"
    CENTURY_UNKNOWN = "century_unknown"


class ReviewFault(StrEnum):
    """Why a verdict in a log review was not taken."""

    OWN_ENTRY = "own_entry"
    NOT_IN_SAMPLE = "not_in_sample"
    ALREADY_JUDGED = "already_judged"


class AuthError(Exception):
    """Anything that `auth` refuses; its text never holds personal data."""


class NotSignedIn(AuthError):  # noqa: N818 - named by what happened
    """Nobody is signed in, or the session has ended."""


class NotAllowed(AuthError):  # noqa: N818
    """Somebody is signed in, but may not do this."""


class UnitNotChosen(NotAllowed):
    """Somebody with several units must say for which they work before anything else."""


class SignInFailed(AuthError):  # noqa: N818
    """A sign-in that ended without a session."""

    def __init__(self, code: SignInFault) -> None:
        super().__init__(code.value)
        self.code = code


class NotAnIdentityNumber(AuthError):  # noqa: N818
    """A text that is no identity number; the text itself is never part of the error."""

    def __init__(self, code: NumberFault) -> None:
        super().__init__(code.value)
        self.code = code


class CannotUnseal(AuthError):  # noqa: N818
    """No key of ours opens it, or it was sealed for another place."""


class KeyNotUsable(AuthError):  # noqa: N818
    """A key that is no Fernet key, or a pepper that is too short."""


class ReviewRefused(AuthError):  # noqa: N818
    """A verdict that is not the reviewer's to give."""

    def __init__(self, code: ReviewFault) -> None:
        super().__init__(code.value)
        self.code = code
