"""The built-in provider as the portal's settings describe it: a provider like any other."""

import hashlib
import hmac

from pydantic import SecretStr

from auth.claims import SWEDEN_CONNECT
from auth.demo.people import ADMIN, DESK, LICENCE, PROTECTED, SYSTEM_ROLE
from auth.providers import DEMO_NAME, Provider, RoleRule, SignInSettings
from auth.roles import Profession, Role

PATH = "/demo-idp"
CLIENT_ID = "hjalpmedelsportalen"
LABEL = "Påhittad person (demonstration)"
LEVEL = "http://id.swedenconnect.se/loa/1.0/uncertified-loa3"
_PROFESSIONS = {"AT": Profession.OCCUPATIONAL_THERAPIST, "FT": Profession.PHYSIOTHERAPIST}


class DemoNotAllowed(Exception):  # noqa: N818 - named by what happened
    """The built-in provider was asked for in production, or without having been turned on."""


def demo_provider(settings: SignInSettings) -> Provider:
    """The provider's settings; raises DemoNotAllowed in production, whatever else is set."""
    if settings.production or not settings.demo:
        raise DemoNotAllowed("the built-in provider of fictional people is for demonstrations only")
    return Provider(
        name=DEMO_NAME,
        label=LABEL,
        issuer=settings.origin + PATH,
        client_id=CLIENT_ID,
        client_secret=SecretStr(_derived(settings, "demo client")),
        claims=SWEDEN_CONNECT.model_copy(update={"protected": PROTECTED}),
        rules=(
            RoleRule(role=Role.STAFF_ADMIN, acr=(LEVEL,), claims={SYSTEM_ROLE: (ADMIN,)}),
            RoleRule(role=Role.STAFF, acr=(LEVEL,), claims={SYSTEM_ROLE: (DESK,)}),
            RoleRule(role=Role.PRESCRIBER, acr=(LEVEL,), claims={LICENCE: tuple(_PROFESSIONS)}),
            RoleRule(role=Role.RESIDENT, acr=(LEVEL,)),
        ),
        professions=_PROFESSIONS,
    )


def _derived(settings: SignInSettings, purpose: str) -> str:
    """A secret for one purpose, so that the portal's own is used for nothing directly."""
    return hmac.new(
        settings.secret_key.get_secret_value().encode(), purpose.encode(), hashlib.sha256
    ).hexdigest()
