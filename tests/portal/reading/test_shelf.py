"""The handbook's list and its filters."""

from portal.reading.shelf import entries, narrow, shelves
from tests.portal.builders import DAY, handbook

LISTED = entries(handbook(), DAY)


def test_sections_stand_by_area_in_the_handbooks_order() -> None:
    assert [(shelf.name, [one.title for one in shelf.entries]) for shelf in shelves(LISTED)] == [
        ("Rörelse", ["Ramper"]),
        ("I hemmet", ["Lampor"]),
    ]


def test_a_proposal_and_an_incomplete_section_say_so() -> None:
    assert {one.title: one.status for one in LISTED} == {
        "Lampor": "Förslag, beslut ej bekräftat",
        "Ramper": "Ofullständig",
    }


def test_filters_narrow_the_list_together() -> None:
    assert [one.title for one in narrow(LISTED, area="rorelse")] == ["Ramper"]
    assert [one.title for one in narrow(LISTED, iso="2203")] == ["Lampor"]
    assert [one.title for one in narrow(LISTED, iso="ISO 22 03")] == ["Lampor"]
    assert narrow(LISTED, area="rorelse", iso="22") == []
    assert narrow(LISTED, iso="x") == []


def test_a_title_that_matches_stands_before_what_the_searcher_found() -> None:
    found = narrow(LISTED, text="LAMP", ranked=["ramper", "lampor", "finns-inte"])

    assert [one.title for one in found] == ["Lampor", "Ramper"]


def test_a_code_may_be_searched_in_any_spelling() -> None:
    assert [one.title for one in narrow(LISTED, text="220306")] == ["Lampor"]


def test_no_filter_leaves_everything() -> None:
    assert narrow(LISTED, text="  ") == LISTED
