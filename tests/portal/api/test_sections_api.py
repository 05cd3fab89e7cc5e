"""Sections over HTTP: filtered by day, area and ISO code, with text, fields and versions."""

from datetime import date

import pytest
from starlette.testclient import TestClient

from portal import knowing
from portal.api.section_shapes import plain_text
from tests.portal.api.conftest import PROBLEM, TODAY


def test_the_list_holds_every_section_valid_on_the_day(client: TestClient) -> None:
    listed = client.get("/api/v1/sections").json()

    assert {one["section_id"] for one in listed} == {v.section_id for v in knowing.handbook().valid_on(TODAY)}


def test_the_list_is_filtered_by_area(client: TestClient) -> None:
    listed = client.get("/api/v1/sections", params={"area": "privathyra"}).json()

    assert listed
    assert {one["area"] for one in listed} == {"privathyra"}


@pytest.mark.parametrize("spelling", ["22 21 09", "222109", "22-21-09", "ISO 22 21 09", "22 21", "2221"])
def test_the_list_is_filtered_by_iso_code_in_any_spelling(client: TestClient, spelling: str) -> None:
    listed = client.get("/api/v1/sections", params={"iso": spelling}).json()

    assert "samtalsapparater" in {one["section_id"] for one in listed}
    assert all(any(code.startswith("22 21") for code in one["iso_codes"]) for one in listed)


def test_empty_filters_are_no_filters(client: TestClient) -> None:
    everything = client.get("/api/v1/sections").json()

    assert client.get("/api/v1/sections?area=&iso=&as_of=").json() == everything


def test_a_section_reads_as_on_the_day_asked_about(client: TestClient) -> None:
    today = client.get("/api/v1/sections/samtalsapparater").json()
    before = client.get("/api/v1/sections/samtalsapparater", params={"as_of": "2025-12-01"}).json()

    assert (today["as_of"], today["valid_from"], today["status"]) == (
        "2026-11-21",
        "2026-02-01",
        "föreslagen",
    )
    assert before["valid_to"] == "2026-02-01"
    assert today["text"] != before["text"]
    assert today["versions"] == before["versions"]
    assert [version["key"] for version in today["versions"]] == ["start", "2026-02-01"]


def test_every_statement_stands_verbatim_in_the_text() -> None:
    for version in knowing.handbook().versions():
        text = plain_text(version)
        assert all(statement.text in text for _, statement in version.statements())


def test_fields_hold_their_statements_with_anchors(client: TestClient) -> None:
    section = client.get("/api/v1/sections/samtalsapparater").json()

    for field in section["fields"]:
        anchors = [statement["anchor"] for statement in field["statements"]]
        assert anchors == [f"{field['anchor']}-{number}" for number in range(1, len(anchors) + 1)]


def test_every_section_can_be_read_on_every_day_something_changes(client: TestClient) -> None:
    for version in knowing.handbook().versions():
        day = version.valid_from or date(2025, 1, 1)
        response = client.get(f"/api/v1/sections/{version.section_id}", params={"as_of": day.isoformat()})
        assert response.status_code == 200, version.section_id


@pytest.mark.parametrize("unknown", ["finns-inte", "..%2f..%2fetc", "%00", "a" * 80, "Å"])
def test_an_unknown_section_is_a_404(client: TestClient, unknown: str) -> None:
    response = client.get(f"/api/v1/sections/{unknown}")

    assert response.status_code == 404
    assert response.headers["content-type"] == PROBLEM


@pytest.mark.parametrize(
    "as_of", ["igår", "2026-13-01", "2026-02-30", "1764000000", "2026-11-21T00:00:00", "20261121"]
)
def test_anything_but_a_date_is_refused(client: TestClient, as_of: str) -> None:
    response = client.get("/api/v1/sections", params={"as_of": as_of})

    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == "as_of"


@pytest.mark.parametrize("iso", ["x", "1", "222", "22 21 09 11", "'; --"])
def test_anything_but_an_iso_code_is_refused(client: TestClient, iso: str) -> None:
    assert client.get("/api/v1/sections", params={"iso": iso}).status_code == 422
