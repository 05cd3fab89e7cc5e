"""Settings have safe defaults, refuse an unsafe production, and are all documented."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from auth.lifetimes import Lifetime
from auth.roles import Role
from portal.settings import (
    EXAMPLE_IDENTITY_KEY,
    EXAMPLE_IDENTITY_PEPPER,
    EXAMPLE_SECRET,
    Settings,
    SettingsError,
    read_settings,
    variable,
)

DOCUMENT = Path(__file__).parents[2] / "docs" / "settings.md"
SECRET = "s" * 40
KEY = Fernet.generate_key().decode()
PEPPER = "p" * 40
SECRETS = {
    "PORTAL_SECRET_KEY": SECRET,
    "PORTAL_IDENTITY_KEYS": KEY,
    "PORTAL_IDENTITY_PEPPER": PEPPER,
}


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(variable(name), raising=False)


def test_the_defaults_serve_this_machine() -> None:
    read = read_settings()

    assert read.origin == "http://localhost:3000"
    assert read.database_url == "sqlite:///var/portal.sqlite"
    assert not read.is_https


def test_the_port_moves_the_origin_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "4000")

    assert read_settings().origin == "http://localhost:4000"


def test_settings_are_frozen() -> None:
    with pytest.raises(ValueError, match="frozen"):
        read_settings().port = 1


@pytest.mark.parametrize(
    ("secret", "origin", "names"),
    [
        (EXAMPLE_SECRET, "https://portal.example.se", "PORTAL_SECRET_KEY"),
        (None, "https://portal.example.se", "PORTAL_SECRET_KEY"),
        ("short", "https://portal.example.se", "PORTAL_SECRET_KEY"),
        (SECRET, "http://portal.example.se", "PORTAL_ORIGIN"),
    ],
)
def test_production_refuses_example_secrets_and_plain_http(
    monkeypatch: pytest.MonkeyPatch, secret: str | None, origin: str, names: str
) -> None:
    monkeypatch.setenv("PORTAL_ENVIRONMENT", "production")
    monkeypatch.setenv("PORTAL_ORIGIN", origin)
    if secret:
        monkeypatch.setenv("PORTAL_SECRET_KEY", secret)

    with pytest.raises(SettingsError, match=names) as caught:
        read_settings()

    assert "\n" not in str(caught.value)
    assert not secret or secret not in str(caught.value)


def test_a_safe_production_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_ENVIRONMENT", "production")
    monkeypatch.setenv("PORTAL_ORIGIN", "https://portal.example.se")
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)

    read = read_settings()

    assert read.is_https
    assert not any(value in repr(read) for value in SECRETS.values())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORTAL_IDENTITY_KEYS", None),
        ("PORTAL_IDENTITY_KEYS", f"{KEY},{EXAMPLE_IDENTITY_KEY}"),
        ("PORTAL_IDENTITY_PEPPER", None),
        ("PORTAL_IDENTITY_PEPPER", f"{PEPPER},{EXAMPLE_IDENTITY_PEPPER}"),
    ],
)
def test_production_refuses_the_example_keys_also_as_old_ones(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str | None
) -> None:
    monkeypatch.setenv("PORTAL_ENVIRONMENT", "production")
    monkeypatch.setenv("PORTAL_ORIGIN", "https://portal.example.se")
    for each, secret in SECRETS.items():
        monkeypatch.setenv(each, secret)
    monkeypatch.setenv(name, value) if value else monkeypatch.delenv(name)

    with pytest.raises(SettingsError, match=name) as caught:
        read_settings()

    assert KEY not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORTAL_IDENTITY_KEYS", "no key"),
        ("PORTAL_IDENTITY_KEYS", ","),
        ("PORTAL_IDENTITY_KEYS", f"{KEY},short"),
        ("PORTAL_IDENTITY_PEPPER", "short"),
    ],
)
def test_keys_that_cannot_seal_stop_the_start(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError, match="PORTAL_IDENTITY_KEYS, PORTAL_IDENTITY_PEPPER: ") as caught:
        read_settings()

    assert KEY not in str(caught.value)


def test_an_older_key_is_listed_after_the_newest(monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = read_settings().sealer().seal("text", place="here")
    monkeypatch.setenv("PORTAL_IDENTITY_KEYS", f"{KEY}, {EXAMPLE_IDENTITY_KEY}")

    sealer = read_settings().sealer()

    assert sealer.unseal(sealed, place="here") == "text"
    assert not sealer.is_newest(sealed)


def test_each_role_has_a_lifetime() -> None:
    lifetimes = read_settings().session_lifetimes

    assert set(lifetimes) == set(Role)
    assert lifetimes[Role.RESIDENT] == Lifetime(timedelta(minutes=30), timedelta(hours=8))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORTAL_ORIGIN", "https://portal.example.se/path"),
        ("PORTAL_ORIGIN", "portal.example.se"),
        ("PORTAL_RATE_ASK", "many"),
        ("PORTAL_DATABASE_URL", "mysql://x"),
        ("PORTAL_PROXY_HOPS", "-1"),
        ("PORTAL_SESSION_STAFF", "60"),
        ("PORTAL_SESSION_STAFF", "60/30"),
        ("PORTAL_SESSION_RESIDENT", "0/480"),
        ("PORTAL_SESSION_RESIDENT", "30/99999"),
        ("PORT", "http"),
    ],
)
def test_an_unreadable_value_is_one_line_naming_the_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError, match=f"^{name}: ") as caught:
        read_settings()

    assert "\n" not in str(caught.value)


def test_every_setting_is_documented_and_nothing_else() -> None:
    documented = set(re.findall(r"^\| `([A-Z_]+)`", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE))

    assert documented == {variable(name) for name in Settings.model_fields}
