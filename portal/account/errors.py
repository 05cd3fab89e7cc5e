"""What can be wrong with what somebody does in their own account.

AccountError
├── ContactFaultsError       contact details that cannot be used; `.faults` maps field to ContactFault
└── NothingToWithdrawError   there is no open request for erasure
"""

from collections.abc import Mapping
from enum import StrEnum


class ContactFault(StrEnum):
    """Why a contact detail cannot be used."""

    EMAIL_MISSING = "email_missing"
    EMAIL_FORM = "email_form"
    PHONE_MISSING = "phone_missing"
    PHONE_FORM = "phone_form"
    NOTIFY_UNKNOWN = "notify_unknown"


class AccountError(Exception):
    """Nothing was changed."""


class ContactFaultsError(AccountError):
    """Contact details that cannot be used."""

    def __init__(self, faults: Mapping[str, ContactFault]) -> None:
        super().__init__(", ".join(faults.values()))
        self.faults = dict(faults)


class NothingToWithdrawError(AccountError):
    """There is no open request for erasure."""
