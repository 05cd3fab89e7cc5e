"""A question over the websocket is answered from the version valid on its day; bad input is told kindly."""

from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from tests.wire.wire import STATE, connected, value

ASK = f"{STATE}.portal___pages___ask_state____ask_state"
QUESTION = "Vilka kriterier gäller för samtalsapparat med ögonstyrning?"


def _answered(portal: TestClient, *questions: str, per: str = "") -> list[dict]:
    query = [("q", question) for question in questions] + ([("per", per)] if per else [])
    with connected(portal) as wire:
        wire.send(f"{ASK}.load", f"/fraga?{urlencode(query)}")
        return wire.until(lambda update: value(update, "turns"))


def test_the_address_is_answered_from_the_version_of_its_day(portal: TestClient) -> None:
    now = str(_answered(portal, QUESTION, per="2026-11-21"))
    before = str(_answered(portal, QUESTION, per="2025-12-01"))

    assert "andra styrsätt har provats" in now
    assert "andra styrsätt" not in before
    assert "bör en logoped ha bedömt" in before


def test_a_follow_up_keeps_the_device_in_focus(portal: TestClient) -> None:
    turns = _answered(portal, "Får en fysioterapeut förskriva gåbord?", "och vem betalar?")

    assert len(turns) == 2
    assert "gåbord" in str(turns[1]).lower()


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/fraga?q=" + "a" * 2001, "2 000"),
        ("/fraga?q=g%C3%A5bord&per=2026-13-45", "år-månad-dag"),
        ("/fraga?" + urlencode([("q", "gåbord")] * 11), "tio frågor"),
    ],
)
def test_an_address_that_cannot_be_answered_says_why(portal: TestClient, address: str, told: str) -> None:
    with connected(portal) as wire:
        wire.send(f"{ASK}.load", address)
        errors = wire.until(lambda update: value(update, "errors"))

    assert told in str(errors)


def test_a_question_is_added_to_the_address(portal: TestClient) -> None:
    with connected(portal) as wire:
        wire.send(f"{ASK}.load", "/fraga?q=g%C3%A5bord")
        wire.until(lambda update: value(update, "turns"))
        wire.send(f"{ASK}.ask", "/fraga?q=g%C3%A5bord", form={"q": "och vem betalar?"})
        sent = wire.until(lambda update: [e for e in update.get("events") or [] if e["name"] == "_redirect"])

    assert sent[0]["payload"]["path"].startswith("/fraga?q=g%C3%A5bord&q=och")
