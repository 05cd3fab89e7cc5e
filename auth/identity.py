"""Who a provider says that somebody is, in the portal's own terms and no longer in a provider's claims."""

from dataclasses import dataclass, field
from datetime import datetime

from auth.roles import Role


@dataclass(frozen=True)
class Commission:
    """A uppdrag: on whose behalf a prescriber or a member of staff works. HSA-ids as in Inera's catalogue."""

    hsa_id: str
    name: str
    unit_hsa_id: str | None = None
    unit_name: str | None = None


@dataclass(frozen=True)
class Assignment:
    """One role that somebody may act in, and under which commission; residents have none."""

    role: Role
    commission: Commission | None = None


@dataclass(frozen=True)
class Identity:
    """The outcome of a sign-in in which everything was verified. Personal data stays out of repr()."""

    provider: str
    issuer: str
    subject: str = field(repr=False)
    acr: str
    assignments: tuple[Assignment, ...]
    signed_in_at: datetime
    identity_number: str | None = field(default=None, repr=False)
    name: str = field(default="", repr=False)
    employee_hsa_id: str | None = field(default=None, repr=False)
    profession: str | None = None
    protected: bool = False
    previous_number: str | None = field(default=None, repr=False)
    """The samordningsnummer that a resident had before their personnummer, when the provider tells it."""
