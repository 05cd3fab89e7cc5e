"""Answers as rows of the page."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from portal.asking.view import turns
from portal.reading.inline import Part
from tests.portal.builders import answered, citation, old_version, refused


def test_items_under_one_heading_stand_together_with_their_citations() -> None:
    (turn,) = turns([answered()])

    (block,) = turn.blocks
    assert block.heading == "Lampor – kriterier"
    assert [[link.number for link in item.citations] for item in block.said] == [[1], [2]]
    assert block.said[0].citations[0].href == "/handbok/lampor?per=2026-11-21#kriterier-1"


def test_a_proposal_carries_its_diary_number_and_a_kept_statement_does_not() -> None:
    (turn,) = turns([answered()])

    assert [item.proposed for item in turn.blocks[0].said] == [
        "Förslag, beslut ej bekräftat (HMC000001)",
        "",
    ]


def test_a_link_inside_a_statement_stays_a_link() -> None:
    (turn,) = turns([answered()])

    assert Part("avgifter", "/handbok/avgifter") in turn.blocks[0].said[1].parts


def test_each_cited_version_is_one_source() -> None:
    old = citation(3, valid_from=None, section_status=old_version().status)
    answer = answered()
    both = replace(answer, citations=(*answer.citations, old))

    (turn,) = turns([both])

    assert [
        [link.number for place in source.places for link in place.citations] for source in turn.sources
    ] == [
        [1, 2],
        [3],
    ]
    assert turn.sources[0].document == "Nämndens handling om lampor, bilaga 1, diarienummer HMC000001"
    assert turn.sources[0].status == "Förslag, beslut ej bekräftat (HMC000001)"


def test_the_link_to_an_answer_asks_everything_up_to_it() -> None:
    first, second = turns([answered("a"), answered("b")])

    assert parse_qs(urlsplit(first.permalink).query) == {"q": ["a"], "per": ["2026-11-21"]}
    assert parse_qs(urlsplit(second.permalink).query)["q"] == ["a", "b"]


def test_a_coming_change_leads_to_the_text_of_its_day() -> None:
    (turn,) = turns([answered()])

    assert turn.changes[0].begins == "Läs texten som gäller från 1 januari 2027."
    assert turn.changes[0].href == "/handbok/lampor?per=2027-01-01"


def test_a_refusal_shows_its_message_and_what_is_near_and_no_source() -> None:
    (turn,) = turns([refused()])

    assert (turn.status, turn.message) == ("Står inte i handboken", [Part("Det står inte i handboken.")])
    assert [near.label for near in turn.nearest] == ["Ramper"]
    assert turn.sources == turn.blocks == []


def test_the_copied_text_holds_every_statement_with_its_source() -> None:
    copied = turns([answered()])[0].copy_text

    assert "– En lampa ska förskrivas till den som ser mycket dåligt. [1]" in copied
    assert "– Läs om avgifter först. [2]" in copied
    assert (
        "[1] Lampor, kriterier. Gäller från 1 februari 2026. Förslag, beslut ej bekräftat (HMC000001)."
        " Nämndens handling om lampor, bilaga 1, diarienummer HMC000001." in copied
    )
