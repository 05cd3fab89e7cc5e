"""What the page for signing in knows: the ways there are, each leading back to where somebody was going."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

import reflex as rx

from auth.next_address import own_address
from auth.providers import DEMO_NAME, Provider
from auth.roles import Role
from portal import access
from portal.signing_in import providers
from portal.texts import sign_in as words

AFTERWARDS = "/mitt-konto"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to sign in."""

    label: str = ""
    href: str = ""


class SignInState(rx.State):
    """The ways to sign in; nothing here is about anybody."""

    loaded: bool = False
    residents: rx.Field[list[Way]] = rx.field(default_factory=list)
    work: rx.Field[list[Way]] = rx.field(default_factory=list)
    demo: rx.Field[list[Way]] = rx.field(default_factory=list)
    wrong_role: bool = False
    already: bool = False

    @rx.event
    async def load(self) -> None:
        """Read the settings' providers and where to go afterwards."""
        query = parse_qs(self.router.url.query, max_num_fields=20)
        next_address = own_address(query.get("next", [""])[-1], otherwise=AFTERWARDS)
        self.wrong_role = query.get("varfor", [""])[-1] == access.WRONG_ROLE
        self.already = await access.visitor(self) is not None
        own = [one for one in providers() if one.name != DEMO_NAME]
        self.residents = [_way(one, next_address) for one in own if Role.RESIDENT in one.roles]
        self.work = [_way(one, next_address) for one in own if set(one.roles) - {Role.RESIDENT}]
        self.demo = [_way(one, next_address, words.DEMO_LINK) for one in providers() if one.name == DEMO_NAME]
        self.loaded = True


def _way(provider: Provider, next_address: str, label: str = "") -> Way:
    query = urlencode({"next": next_address})
    return Way(label or provider.label, f"/auth/login/{provider.name}?{query}")
