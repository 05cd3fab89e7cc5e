"""What somebody is known by from one sign-in to the next: an HSA-id at work, an identity number in private.

The same human is thereby two people here, and signing in for work never opens private matters.
"""

from dataclasses import dataclass

from auth.errors import NotAnIdentityNumber, SignInFailed, SignInFault
from auth.identity import Identity
from auth.identity_number import parse

HSA_ID = "hsa-id"
NUMBER = "number"


@dataclass(frozen=True, repr=False)
class KnownBy:
    """`value` is personal data: it is sealed and fingerprinted, and never shown by accident."""

    kind: str
    value: str

    @property
    def key(self) -> str:
        """What is fingerprinted: an HSA-id never meets a number."""
        return f"{self.kind}:{self.value}"

    def __repr__(self) -> str:
        return f"<KnownBy {self.kind}>"


def known_by(identity: Identity) -> KnownBy:
    """What `identity` is known by, the HSA-id first; raises SignInFailed when there is neither."""
    if identity.employee_hsa_id:
        return KnownBy(HSA_ID, identity.employee_hsa_id.upper())
    try:
        return known_by_number(identity.identity_number or "")
    except NotAnIdentityNumber:
        raise SignInFailed(SignInFault.MISSING_CLAIM) from None


def known_by_number(text: str) -> KnownBy:
    """A resident's number, twelve digits, of either kind; raises NotAnIdentityNumber when it is none."""
    return KnownBy(NUMBER, parse(text).digits)
