"""From verified claims to an identity: the role, the level that the role asks for, and who it is."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from auth.claims import ClaimNames
from auth.errors import NotAnIdentityNumber, SignInFailed, SignInFault
from auth.identity import Assignment, Commission, Identity
from auth.identity_number import parse
from auth.providers import Provider, RoleRule
from auth.roles import Profession, Role

Claims = Mapping[str, Any]
_TWELVE_DIGITS = 12


def read_identity(provider: Provider, claims: Claims, now: datetime) -> Identity:
    """The identity that `claims` tell; raises SignInFailed when a claim, a role or the level is missing.

    Residents are known by their number; whoever acts for an employer by their HSA-id alone, so that a number
    that isn't needed is never taken in.
    """
    names = provider.claims
    assignments = _assignments(provider, claims)
    employed = any(each.role is not Role.RESIDENT for each in assignments)
    employee = _text(claims, names.employee_hsa_id) if employed else None
    number = None if employed else _number(claims, names.identity_number, now)
    if not (employee or number):
        raise SignInFailed(SignInFault.MISSING_CLAIM)
    return Identity(
        provider=provider.name,
        issuer=provider.issuer,
        subject=_text(claims, "sub"),
        acr=_text(claims, "acr"),
        assignments=assignments,
        signed_in_at=now,
        identity_number=number,
        name=_name(names, claims),
        employee_hsa_id=employee,
        profession=_profession(provider, claims) if employed else None,
        protected=bool(names.protected and claims.get(names.protected) in (True, 1, "1", "true")),
        previous_number=_number(claims, (names.previous_number,), now) if number else None,
    )


def tells_a_number(provider: Provider, claims: Claims) -> bool:
    """True when `claims` hold an identity number, so that they must not be put into an address."""
    names = provider.claims
    return any(_text(claims, name) for name in (*names.identity_number, names.previous_number or ""))


def _assignments(provider: Provider, claims: Claims) -> tuple[Assignment, ...]:
    """One for each commission that gives a role. A level too low gives nothing, never a lesser role.

    Work and private life are two identities: with a role at work nobody is a resident in the same sign-in.
    """
    acr = _text(claims, "acr")
    met = list(_rules_met(provider, claims))
    found = [Assignment(rule.role, commission) for rule, commission in met if acr in rule.acr]
    if not found:
        raise SignInFailed(SignInFault.LOW_ACR if met else SignInFault.NO_ROLE)
    employed = [each for each in found if each.role is not Role.RESIDENT]
    return tuple(dict.fromkeys(employed or found))


def _rules_met(provider: Provider, claims: Claims) -> Iterator[tuple[RoleRule, Commission | None]]:
    """For each commission the first rule whose claims it meets."""
    for own in _under_each_commission(provider.claims, claims):
        for rule in provider.rules:
            if all(set(_values(own.get(name))) & set(allowed) for name, allowed in rule.claims.items()):
                yield rule, None if rule.role is Role.RESIDENT else _commission(provider.claims, own)
                break


def _under_each_commission(names: ClaimNames, claims: Claims) -> Iterator[Claims]:
    """The claims as they are under each commission, or as they are when none is listed."""
    listed = _listed(claims.get(names.commissions))
    if not listed:
        yield claims
    for commission in listed:
        yield {**claims, **commission}


def _listed(value: Any) -> list[dict[str, Any]]:
    """The commissions as objects, whether sent as a list, as JSON text, or as a list of JSON texts."""
    if isinstance(value, str):
        value = _json(value)
    items = value if isinstance(value, list) else []
    objects = (_json(item) if isinstance(item, str) else item for item in items)
    return [item for item in objects if isinstance(item, dict)]


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _commission(names: ClaimNames, claims: Claims) -> Commission | None:
    hsa_id = _text(claims, names.commission_hsa_id)
    if not hsa_id:
        return None
    return Commission(
        hsa_id=hsa_id,
        name=_text(claims, names.commission_name) or hsa_id,
        unit_hsa_id=_text(claims, names.unit_hsa_id) or None,
        unit_name=_text(claims, names.unit_name) or None,
    )


def _number(claims: Claims, names: tuple[str | None, ...], now: datetime) -> str | None:
    """The first number told, as twelve digits; one that is no identity number counts as missing.

    So does one of ten digits: its century would be a guess.
    """
    told = next((_text(claims, name) for name in names if name and _text(claims, name)), "")
    try:
        return parse(told, today=now.date()).digits if len(told) >= _TWELVE_DIGITS else None
    except NotAnIdentityNumber:
        return None


def _name(names: ClaimNames, claims: Claims) -> str:
    whole = next((_text(claims, name) for name in names.name if _text(claims, name)), "")
    parts = (_text(claims, names.given_name), _text(claims, names.family_name))
    return whole or " ".join(part for part in parts if part)


def _profession(provider: Provider, claims: Claims) -> Profession | None:
    licences = _values(claims.get(provider.claims.licences))
    return next((provider.professions[each] for each in licences if each in provider.professions), None)


def _values(value: Any) -> list[str]:
    """A claim of one value or many, as texts."""
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]


def _text(claims: Claims, name: str) -> str:
    value = claims.get(name)
    return value.strip() if isinstance(value, str) else ""
