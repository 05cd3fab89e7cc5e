"""Keys are changed while the portal is kept: the new one first, reseal, and the old one can go."""

import pytest
from cryptography.fernet import Fernet

from auth import people
from portal import database
from portal.__main__ import main
from portal.settings import EXAMPLE_IDENTITY_KEY, EXAMPLE_IDENTITY_PEPPER, settings
from tests.auth.builders import NOW, NUMBER, identity

KEY, PEPPER = Fernet.generate_key().decode(), "a new pepper that is long enough for it"


def turn_to(monkeypatch: pytest.MonkeyPatch, keys: str, peppers: str) -> None:
    monkeypatch.setenv("PORTAL_IDENTITY_KEYS", keys)
    monkeypatch.setenv("PORTAL_IDENTITY_PEPPER", peppers)
    settings.cache_clear()


def test_after_resealing_the_old_key_is_not_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["migrate"])
    with database.session_scope() as session:
        people.find_or_create(session, sealer=settings().sealer(), identity=identity(), now=NOW)

    turn_to(monkeypatch, f"{KEY},{EXAMPLE_IDENTITY_KEY}", f"{PEPPER},{EXAMPLE_IDENTITY_PEPPER}")
    assert main(["reseal"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "resealed 1"

    turn_to(monkeypatch, KEY, PEPPER)
    with database.session_scope() as session:
        person = people.by_number(session, sealer=settings().sealer(), number=NUMBER)
        assert person is not None
        assert people.identity_of(person, sealer=settings().sealer()) == NUMBER


def test_a_key_taken_out_too_early_fails_in_one_line_and_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["migrate"])
    with database.session_scope() as session:
        people.find_or_create(session, sealer=settings().sealer(), identity=identity(), now=NOW)
    capsys.readouterr()
    turn_to(monkeypatch, KEY, PEPPER)

    assert main(["reseal"]) == 1

    assert "PORTAL_IDENTITY_KEYS" in capsys.readouterr().err
