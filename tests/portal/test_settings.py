"""Settings have safe defaults, refuse an unsafe production, and are all documented."""

import re
from pathlib import Path

import pytest

from portal.settings import EXAMPLE_SECRET, Settings, SettingsError, read_settings, variable

DOCUMENT = Path(__file__).parents[2] / "docs" / "settings.md"
SECRET = "s" * 40


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
    monkeypatch.setenv("PORTAL_SECRET_KEY", SECRET)

    read = read_settings()

    assert read.is_https
    assert SECRET not in repr(read)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORTAL_ORIGIN", "https://portal.example.se/path"),
        ("PORTAL_ORIGIN", "portal.example.se"),
        ("PORTAL_RATE_ASK", "many"),
        ("PORTAL_DATABASE_URL", "mysql://x"),
        ("PORTAL_PROXY_HOPS", "-1"),
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
