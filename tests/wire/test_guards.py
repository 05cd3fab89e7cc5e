"""Every guarded handler and route, called as nobody, as each role, and with another person's ids."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import structlog
from sqlmodel import SQLModel, select
from starlette.testclient import TestClient

from auth.models import AccessEntry, LoginSession, StaffUnit
from portal import database
from tests.wire.signing_in import COOKIE, sign_in, socket_of
from tests.wire.wire import ORIGIN, STATE, connected, value

HANDLERS = Path(__file__).parents[1] / "structure" / "handlers.csv"
PEOPLE = {"invånare": "rut", "förskrivare": "ada", "kundtjänst": "kim", "administratör": "ebbe"}
MAY = {"whoever is signed in": set(PEOPLE), "administrator": {"administratör"}}
NOT_ALIVE = {"login_session", "person", "staff_unit"}


def guarded() -> list[tuple[str, str]]:
    with HANDLERS.open(encoding="utf-8") as file:
        rows = [(row["handler"], row["audience"]) for row in csv.DictReader(file)]
    return [(handler, audience) for handler, audience in rows if audience in MAY]


def on_the_wire(handler: str) -> str:
    """How Reflex calls it: portal.pages.x.XState.load → …portal___pages___x____x_state.load."""
    module, state, name = handler.rsplit(".", 2)
    snake = "".join(f"_{char.lower()}" if char.isupper() else char for char in state).lstrip("_")
    return f"{STATE}.{module.replace('.', '___')}____{snake}.{name}"


ARGUMENTS: dict[str, dict[str, Any]] = {
    "save_contact": {"form": {"avisering": "e-post", "epost": "inkräktare@exempel.se", "telefon": ""}},
    "end_session": {"session_id": "x"},
    "draw": {"form": {"dagar": "30", "rader": "5"}},
    "judge": {"form": {"entry": "x", "verdict": "justified", "note": ""}},
}


def stored() -> dict[str, list[Any]]:
    """Everything that a handler of ours could have changed; sessions live by themselves."""
    with database.engine().connect() as connection:
        return {
            name: sorted(map(str, connection.execute(table.select())))
            for name, table in SQLModel.metadata.tables.items()
            if name not in NOT_ALIVE
        }


@pytest.fixture(scope="module")
def tokens(portal: TestClient) -> Iterator[dict[str, str]]:
    """One open session of each role."""
    yield {role: sign_in(portal, person) for role, person in PEOPLE.items()}


def refused(update: dict[str, Any]) -> str:
    """Where a refusal leads, "" for any other update."""
    paths = [event["payload"]["path"] for event in update.get("events") or [] if event["name"] == "_redirect"]
    return next((path for path in paths if path.startswith(("/logga-in", "/valj-uppdrag"))), "")


@pytest.mark.parametrize(
    ("handler", "role"),
    [
        (handler, role)
        for handler, audience in guarded()
        for role in ("nobody", "a made up token", *PEOPLE)
        if role not in MAY[audience]
    ],
)
def test_only_its_audience_gets_past_a_handler_s_first_line(
    portal: TestClient, tokens: dict[str, str], handler: str, role: str
) -> None:
    token = {"nobody": None, "a made up token": "A" * 43}.get(role) or tokens.get(role)
    before = stored()
    with structlog.testing.capture_logs() as logged, socket_of(portal, token) as wire:
        name = handler.rpartition(".")[2]
        wire.send(on_the_wire(handler), "/mitt-konto", **ARGUMENTS.get(name, {}))
        where = wire.until(refused)

    assert where.startswith("/logga-in?next=")
    assert stored() == before
    assert [entry["event"] for entry in logged if entry["event"] == "refused"] == ["refused"]


@pytest.mark.parametrize("role", PEOPLE)
def test_everybody_signed_in_sees_their_own_account(
    portal: TestClient, tokens: dict[str, str], role: str
) -> None:
    with socket_of(portal, tokens[role]) as wire:
        wire.send(on_the_wire("portal.pages.account_state.AccountState.load"), "/mitt-konto")
        seen = wire.until(lambda update: loaded(value(update, "account")))

    assert seen["name"].split()[0].lower() == PEOPLE[role]


def loaded(account: dict[str, Any] | None) -> dict[str, Any] | None:
    return account if account and account["loaded"] else None


def test_another_s_session_cannot_be_ended(portal: TestClient, tokens: dict[str, str]) -> None:
    ours, theirs = sign_in(portal, "bo"), tokens["invånare"]
    with database.session_scope() as session:
        ids = {row.person_id: row.id for row in session.exec(select(LoginSession)).all()}
    with socket_of(portal, ours) as wire:
        for session_id in ids.values():
            wire.send(
                on_the_wire("portal.pages.account_state.AccountState.end_session"),
                "/mitt-konto",
                session_id=session_id,
            )
        wire.send(on_the_wire("portal.pages.account_state.AccountState.load"), "/mitt-konto")
        wire.until(lambda update: loaded(value(update, "account")))

    for token in (ours, theirs):
        answer = portal.get("/auth/session", headers={"cookie": f"{COOKIE}={token}"})
        assert answer.json()["signed_in"]


def test_another_s_unit_cannot_be_chosen(portal: TestClient) -> None:
    moa, frej = sign_in(portal, "moa"), sign_in(portal, "frej")
    with database.session_scope() as session:
        units = {unit.name: unit.id for unit in session.exec(select(StaffUnit)).all()}
    theirs = next(unit for name, unit in units.items() if "Södra" in name)

    answer = portal.post(
        "/mitt-konto/uppdrag",
        data={"uppdrag": theirs},
        headers={"cookie": f"{COOKIE}={moa}", "origin": ORIGIN},
        follow_redirects=False,
    )

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert frej


def test_who_has_several_units_chooses_one_first(portal: TestClient) -> None:
    moa = sign_in(portal, "moa")
    with socket_of(portal, moa) as wire:
        wire.send(on_the_wire("portal.pages.log_check_state.LogCheckState.load"), "/disk/loggkontroll")

        assert wire.until(refused).startswith("/valj-uppdrag?next=")


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/mitt-konto/data.zip"), ("POST", "/mitt-konto/uppdrag")]
)
def test_routes_refuse_strangers(portal: TestClient, method: str, path: str) -> None:
    before = stored()
    with structlog.testing.capture_logs() as logged:
        answer = portal.request(method, path, headers={"origin": ORIGIN}, follow_redirects=False)

    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/logga-in?next=")
    assert stored() == before
    assert "refused" in [entry["event"] for entry in logged]


def test_a_unit_is_not_chosen_from_another_site(portal: TestClient) -> None:
    moa = sign_in(portal, "moa")

    answer = portal.post(
        "/mitt-konto/uppdrag",
        data={"uppdrag": "x"},
        headers={"cookie": f"{COOKIE}={moa}", "origin": "https://evil.example"},
        follow_redirects=False,
    )

    assert answer.status_code == 403


def test_one_s_own_data_is_handed_out_and_recorded(portal: TestClient, tokens: dict[str, str]) -> None:
    cookie = {"cookie": f"{COOKIE}={tokens['invånare']}"}

    answer = portal.get("/mitt-konto/data.zip", headers=cookie)

    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["cache-control"] == "no-store"
    with database.session_scope() as session:
        entries = session.exec(select(AccessEntry)).all()
        assert [entry.what for entry in entries if entry.object_kind == "mina uppgifter"] == ["exported"]


def test_data_read_with_one_cookie_is_not_shown_to_another(
    portal: TestClient, tokens: dict[str, str]
) -> None:
    """A state outlives its socket and can be resumed by its token alone, which is no secret."""
    state = str(uuid4())
    account = on_the_wire("portal.pages.account_state.AccountState.load")
    who = on_the_wire("portal.ui.who.WhoState.load")
    with connected(portal, token=state, cookie=f"{COOKIE}={tokens['invånare']}") as wire:
        wire.send(account, "/mitt-konto")
        wire.until(lambda update: loaded(value(update, "account")))
    with connected(portal, token=state) as wire:
        wire.send(f"{STATE}.hydrate", "/mitt-konto")
        wire.send(who, "/mitt-konto")
        wire.send(account, "/mitt-konto")
        seen: list[str] = []
        wire.until(lambda update: seen.append(str(update.get("delta"))) or refused(update))

    assert "Rut" not in "".join(seen)


def test_a_session_that_has_ended_is_refused_on_a_socket_that_is_still_open(portal: TestClient) -> None:
    token = sign_in(portal, "siv")
    account = on_the_wire("portal.pages.account_state.AccountState.load")
    with socket_of(portal, token) as wire:
        wire.send(account, "/mitt-konto")
        wire.until(lambda update: loaded(value(update, "account")))
        portal.post(
            "/auth/logout",
            headers={"cookie": f"{COOKIE}={token}", "origin": ORIGIN},
            follow_redirects=False,
        )
        wire.send(account, "/mitt-konto")

        assert wire.until(refused).startswith("/logga-in?next=")
