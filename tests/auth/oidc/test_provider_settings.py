"""Settings that would make sign-in unsafe are refused before anybody signs in."""

from typing import Any

import pytest
from pydantic import ValidationError

from auth.claims import INERA
from auth.once import Once
from auth.providers import Provider, SignInSettings
from auth.roles import Role

RULE = {"role": "invånare", "acr": ["http://id.elegnamnden.se/loa/1.0/loa3"]}
GOOD: dict[str, Any] = {
    "name": "e-legitimation",
    "label": "E-legitimation",
    "issuer": "https://idp.example",
    "client_id": "portal",
    "client_secret": "secret",
    "rules": [RULE],
}


def test_settings_are_read_from_plain_data() -> None:
    provider = Provider.model_validate({**GOOD, "claims": "inera", "professions": {"AT": "arbetsterapeut"}})

    assert provider.claims is INERA
    assert provider.roles == (Role.RESIDENT,)
    assert "secret" not in repr(provider).replace("client_secret", "")


@pytest.mark.parametrize(
    "change",
    [
        {"issuer": "http://idp.example"},
        {"issuer": "https://idp.example?x=1"},
        {"issuer": "idp.example"},
        {"name": "../login"},
        {"name": "E-legitimation"},
        {"client_secret": None},
        {"private_key": "a key beside the secret"},
        {"scopes": ["profile"]},
        {"rules": []},
        {"rules": [{**RULE, "acr": []}]},
        {"rules": [{**RULE, "role": "kung"}]},
        {"authorize_params": {"redirect_uri": "https://evil.example"}},
        {"private_key_algorithm": "HS256"},
        {"timeout_seconds": 0},
        {"unknown": 1},
    ],
)
def test_unsafe_or_mistaken_settings_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as refusal:
        Provider.model_validate({**GOOD, "client_id": "told-to-nobody", **change})
    assert "told-to-nobody" not in str(refusal.value)


@pytest.mark.parametrize(
    "change",
    [
        {"demo": True},
        {"providers": [GOOD, GOOD]},
        {"providers": [{**GOOD, "name": "demo"}]},
        {"providers": [{**GOOD, "issuer": "http://localhost:8080"}]},
    ],
)
def test_a_portal_for_real_has_real_providers(change: dict[str, Any]) -> None:
    portal = {
        "origin": "https://portal.example",
        "production": True,
        "secret_key": "s" * 40,
        "providers": [GOOD],
    }

    SignInSettings.model_validate(portal)
    with pytest.raises(ValidationError):
        SignInSettings.model_validate({**portal, **change})


def test_the_built_in_provider_is_not_for_open_networks() -> None:
    with pytest.raises(ValidationError, match="https:// or on localhost"):
        SignInSettings.model_validate(
            {"origin": "http://portal.example", "production": False, "secret_key": "s", "demo": True}
        )


def test_what_is_used_is_remembered_for_its_time_and_no_longer() -> None:
    once = Once(seconds=10, most=2)

    assert once.first_time("a", now=0)
    assert not once.first_time("a", now=9)
    assert once.first_time("a", now=11)


def test_memory_is_bounded() -> None:
    once = Once(seconds=10, most=2)

    assert all(once.first_time(value, now=0) for value in "abc")
    assert not once.first_time("c", now=1)
    assert once.first_time("a", now=1)
