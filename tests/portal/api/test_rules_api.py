"""Prices and payers over HTTP."""

from typing import Any

import pytest
from starlette.testclient import TestClient

RENTAL: dict[str, Any] = {"kind": "privathyra", "monthly_rent_ore": 20000, "start": "2026-01-31", "months": 2}


def test_a_price_is_the_schedule_of_the_contract(client: TestClient) -> None:
    schedule = client.post("/api/v1/price", json=RENTAL).json()

    rule = schedule["charges"][0].pop("rule")
    assert rule
    assert schedule["charges"][0] == {
        "date": "2026-01-31",
        "period_from": "2026-01-31",
        "period_to": "2026-02-27",
        "month": 1,
        "what": "startavgift",
        "amount_ore": 10000,
        "how": "vid utlämning",
    }
    assert {name: schedule[name] for name in ("kind", "monthly_rent_ore", "start", "total_ore")} == {
        "kind": "privathyra",
        "monthly_rent_ore": 20000,
        "start": "2026-01-31",
        "total_ore": 50000,
    }


@pytest.mark.parametrize("rent", ["199,50", "199.5"])
def test_the_rent_may_be_given_in_kronor(client: TestClient, rent: str) -> None:
    asked = {name: RENTAL[name] for name in ("kind", "start", "months")} | {"monthly_rent": rent}

    assert client.post("/api/v1/price", json=asked).json()["monthly_rent_ore"] == 19950


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "gratis"},
        {"monthly_rent_ore": -1},
        {"monthly_rent_ore": 1.5},
        {"monthly_rent_ore": "20000"},
        {"monthly_rent_ore": True},
        {"monthly_rent": "200"},
        {"months": 0},
        {"months": 601},
        {"months": 10**30},
        {"start": "2026-02-30"},
        {"start": 0},
        {"start": "9999-12-31"},
        {"personnummer": "19900101-0017"},
    ],
)
def test_what_cannot_be_priced_is_a_422_that_never_repeats_the_value(
    client: TestClient, wrong: dict[str, object]
) -> None:
    response = client.post("/api/v1/price", json=RENTAL | wrong)

    assert response.status_code == 422
    assert response.json()["detail"]
    assert "19900101" not in response.text


PAYERS = [
    ("1", "ordinärt boende", False, "regionen"),
    ("2", "ordinärt boende", False, "regionen"),
    ("2", "särskilt boende", False, "kommunen"),
    ("2", "särskilt boende", True, "regionen, genom Habiliteringscentrum"),
    ("3", "särskilt boende", False, "kommunen"),
    ("4", "särskilt boende", False, "kommunen"),
    ("4", "särskilt boende", True, "kommunen"),
    ("klinik", "särskilt boende", False, "regionen, genom den klinik som förskriver hjälpmedlet"),
]


@pytest.mark.parametrize(("article_class", "housing", "habilitation", "payer"), PAYERS)
def test_who_pays_is_told_with_the_statement_that_says_so(
    client: TestClient, article_class: str, housing: str, habilitation: bool, payer: str
) -> None:
    asked = {"article_class": article_class, "housing": housing, "habilitation": str(habilitation).lower()}
    told = client.get("/api/v1/who-pays", params=asked).json()
    section = client.get("/api/v1/sections/kostnadsansvar").json()

    assert told["payer"] == payer
    assert told["citation"]["section_id"] == "kostnadsansvar"
    assert told["citation"]["quote"] in section["text"]
    assert told["citation"]["url"].endswith(f"?per=2026-11-21#{told['citation']['anchor']}")


@pytest.mark.parametrize("housing", ["sarskilt", "sarskilt-boende", "Särskilt boende", "särskilt boende"])
def test_housing_may_be_a_slug(client: TestClient, housing: str) -> None:
    told = client.get("/api/v1/who-pays", params={"article_class": "ansvar-2", "housing": housing}).json()

    assert (told["housing"], told["article_class"], told["payer"]) == ("särskilt boende", "2", "kommunen")


@pytest.mark.parametrize(
    "wrong",
    [
        {"article_class": "5"},
        {"housing": "slott"},
        {"habilitation": "kanske"},
        {"as_of": "nu"},
        {"housing": ""},
    ],
)
def test_an_unknown_class_or_housing_is_refused(client: TestClient, wrong: dict[str, str]) -> None:
    asked = {"article_class": "2", "housing": "sarskilt"} | wrong
    response = client.get("/api/v1/who-pays", params=asked)

    assert response.status_code == 422
    assert [one["field"] for one in response.json()["errors"]] == list(wrong)


def test_a_missing_parameter_is_named(client: TestClient) -> None:
    errors = client.get("/api/v1/who-pays").json()["errors"]

    assert {(one["field"], one["detail"]) for one in errors} == {
        ("article_class", "Uppgiften saknas."),
        ("housing", "Uppgiften saknas."),
    }
