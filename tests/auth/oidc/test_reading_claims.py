"""Roles, levels and people as different providers tell them."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import SecretStr

from auth.claims import PROFILES
from auth.errors import SignInFailed, SignInFault
from auth.identity import Assignment, Commission
from auth.providers import Provider, RoleRule
from auth.reading_claims import read_identity
from auth.roles import Profession, Role

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LOA3, LOA4 = "http://id.sambi.se/loa/loa3", "http://id.sambi.se/loa/loa4"
DESK = {"commissionHsaId": "SE-U1", "commissionName": "Kundtjänst", "healthCareUnitHsaId": "SE-HMC"}
WARD = {"commissionHsaId": "SE-U2", "commissionName": "Rehab", "healthCareUnitHsaId": "SE-REHAB"}


def _provider(profile: str, *rules: RoleRule) -> Provider:
    return Provider(
        name="idp",
        label="Inloggning",
        issuer="https://idp.example",
        client_id="portal",
        client_secret=SecretStr("secret"),
        claims=PROFILES[profile],
        rules=rules,
        professions={"AT": Profession.OCCUPATIONAL_THERAPIST},
    )


STAFF = _provider(
    "inera",
    RoleRule(role=Role.STAFF_ADMIN, acr=(LOA4,), claims={"systemRole": ("administratör",)}),
    RoleRule(role=Role.STAFF, acr=(LOA3, LOA4), claims={"healthCareUnitHsaId": ("SE-HMC",)}),
    RoleRule(role=Role.PRESCRIBER, acr=(LOA3, LOA4), claims={"healthcareProfessionalLicense": ("AT",)}),
)


def _at_work(**more: Any) -> dict[str, Any]:
    return {"sub": "s", "acr": LOA3, "employeeHsaId": "SE-P1", "name": "Kim Påhittad", **more}


@pytest.mark.parametrize(
    ("profile", "claim", "number"),
    [
        ("sweden-connect", "https://id.oidc.se/claim/personalIdentityNumber", "189001019802"),
        ("sweden-connect", "https://id.oidc.se/claim/coordinationNumber", "191500722390"),
        ("inera", "credentialPersonalIdentityNumber", "189001019802"),
        ("freja", "https://frejaeid.com/oidc/claims/personalIdentityNumber", "189001019802"),
        ("freja", "nin", "189001019802"),
    ],
)
def test_each_profile_names_the_number_in_its_own_way(profile: str, claim: str, number: str) -> None:
    provider = _provider(profile, RoleRule(role=Role.RESIDENT, acr=(LOA3,)))

    identity = read_identity(provider, {"sub": "s", "acr": LOA3, claim: number}, NOW)

    assert identity.identity_number == number
    assert identity.assignments == (Assignment(Role.RESIDENT),)


def test_a_former_coordination_number_is_told() -> None:
    provider = _provider("sweden-connect", RoleRule(role=Role.RESIDENT, acr=(LOA3,)))
    base = "https://id.oidc.se/claim/"
    claims = {
        f"{base}personalIdentityNumber": "189001019802",
        f"{base}previousCoordinationNumber": "191500722390",
    }

    identity = read_identity(provider, {"sub": "s", "acr": LOA3, **claims}, NOW)

    assert identity.previous_number == "191500722390"


def test_the_name_is_put_together_when_it_comes_in_parts() -> None:
    provider = _provider("freja", RoleRule(role=Role.RESIDENT, acr=(LOA3,)))
    claims = {"nin": "189001019802", "given_name": "Rut", "family_name": "Påhittad"}

    assert read_identity(provider, {"sub": "s", "acr": LOA3, **claims}, NOW).name == "Rut Påhittad"


def test_the_role_comes_with_the_commission_chosen_at_the_provider() -> None:
    identity = read_identity(STAFF, _at_work(**DESK), NOW)

    assert identity.assignments == (Assignment(Role.STAFF, Commission("SE-U1", "Kundtjänst", "SE-HMC")),)
    assert identity.employee_hsa_id == "SE-P1"


@pytest.mark.parametrize("wrap", [list, json.dumps, lambda listed: [json.dumps(each) for each in listed]])
def test_several_commissions_give_their_own_roles(wrap: Any) -> None:
    claims = _at_work(allCommissions=wrap([DESK, WARD]), healthcareProfessionalLicense=["AT"])

    identity = read_identity(STAFF, claims, NOW)

    assert [each.role for each in identity.assignments] == [Role.STAFF, Role.PRESCRIBER]
    assert identity.profession is Profession.OCCUPATIONAL_THERAPIST


def test_a_number_is_not_taken_in_at_work() -> None:
    claims = _at_work(**DESK, credentialPersonalIdentityNumber="189001019802")

    assert read_identity(STAFF, claims, NOW).identity_number is None


@pytest.mark.parametrize(
    ("claims", "fault"),
    [
        (_at_work(**DESK, systemRole="administratör"), SignInFault.LOW_ACR),
        (_at_work(**{**DESK, "acr": ""}), SignInFault.LOW_ACR),
        (_at_work(**{**DESK, "acr": f"{LOA3} {LOA4}"}), SignInFault.LOW_ACR),
        (_at_work(**WARD), SignInFault.NO_ROLE),
        (_at_work(), SignInFault.NO_ROLE),
        (_at_work(allCommissions="nonsense"), SignInFault.NO_ROLE),
        (_at_work(**{**DESK, "employeeHsaId": " "}), SignInFault.MISSING_CLAIM),
    ],
)
def test_what_is_not_told_clearly_gives_nothing(claims: dict[str, Any], fault: SignInFault) -> None:
    with pytest.raises(SignInFailed) as refusal:
        read_identity(STAFF, claims, NOW)

    assert refusal.value.code is fault


@pytest.mark.parametrize(
    "number", ["189001019803", "900101-9802", "１８９００１０１９８０２", "", None, 189001019802]
)
def test_what_is_no_identity_number_is_nobody(number: Any) -> None:
    provider = _provider("freja", RoleRule(role=Role.RESIDENT, acr=(LOA3,)))

    with pytest.raises(SignInFailed) as refusal:
        read_identity(provider, {"sub": "s", "acr": LOA3, "nin": number}, NOW)

    assert refusal.value.code is SignInFault.MISSING_CLAIM


def test_an_identity_shows_no_personal_data_by_accident() -> None:
    provider = _provider("freja", RoleRule(role=Role.RESIDENT, acr=(LOA3,)))
    claims = {"sub": "s-17", "acr": LOA3, "nin": "189001019802", "name": "Rut Påhittad"}

    shown = repr(read_identity(provider, claims, NOW))

    assert not any(told in shown for told in ("189001019802", "Rut", "s-17"))
