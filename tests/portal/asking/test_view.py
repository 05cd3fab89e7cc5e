"""Answers as rows of the page."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from assistant.answer import AnswerItem
from knowledge.model import Status
from portal.asking.view import turns
from portal.reading.inline import Part
from portal.texts.handbook import STATUS_HELP
from tests.portal.builders import answered, citation, old_version, refused

NAMED = ((1, "Små"), (2, "Stora"))


def test_items_under_one_heading_stand_together_with_their_citations() -> None:
    (turn,) = turns([answered()])

    (block,) = turn.blocks
    assert block.heading == "Lampor – kriterier"
    assert [[link.number for link in item.citations] for group in block.groups for item in group.said] == [
        [1],
        [2],
    ]
    assert block.groups[0].said[0].citations[0].href == "/handbok/lampor?per=2026-11-21#kriterier-1"


def test_a_proposal_carries_its_diary_number_and_a_kept_statement_does_not() -> None:
    (turn,) = turns([answered()])

    assert [item.proposed for group in turn.blocks[0].groups for item in group.said] == [
        "Förslag, beslut ej bekräftat (HMC000001)",
        "",
    ]


def test_a_link_inside_a_statement_stays_a_link() -> None:
    (turn,) = turns([answered()])

    assert Part("avgifter", "/handbok/avgifter") in turn.blocks[0].groups[1].said[0].parts


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


def test_kinds_of_one_device_stand_as_groups_under_one_heading() -> None:
    kinds = [AnswerItem(f"{kind} lampor lyser.", (at,), f"Lampor – kriterier ({kind})") for at, kind in NAMED]
    cited = tuple(citation(at, "kriterier-1", group=kind) for at, kind in NAMED)

    (turn,) = turns([answered(answer=tuple(kinds), citations=cited)])
    (alone,) = turns([answered(answer=tuple(kinds[:1]), citations=cited[:1])])

    assert [block.heading for block in turn.blocks] == ["Lampor – kriterier"]
    assert [group.name for group in turn.blocks[0].groups] == ["Små", "Stora"]
    assert [block.heading for block in alone.blocks] == ["Lampor – kriterier (Små)"]


def test_what_belongs_to_no_group_never_stands_below_a_group() -> None:
    items = (
        AnswerItem("Små lampor lyser.", (1,), "Lampor – kriterier (Små)"),
        AnswerItem("Lampor lyser.", (2,), "Lampor – kriterier"),
    )

    (turn,) = turns([answered(answer=items, citations=(citation(1, group="Små"), citation(2)))])

    assert [block.heading for block in turn.blocks] == ["Lampor – kriterier (Små)", "Lampor – kriterier"]


def test_a_source_that_is_not_whole_says_what_that_means() -> None:
    (turn,) = turns([answered(citations=(citation(1, section_status=Status.INCOMPLETE), citation(2)))])

    assert turn.sources[0].note == STATUS_HELP[Status.INCOMPLETE]


def test_copied_sources_that_say_the_same_are_one_line() -> None:
    same = tuple(citation(number) for number in (1, 2, 3, 5))
    items = tuple(AnswerItem("En lampa lyser.", (one.number,), "Lampor") for one in same)

    copied = turns([answered(answer=items, citations=same)], "https://exempel.se")[0].copy_text

    assert copied.count("Nämndens handling") == 1
    assert "[1–3, 5] Lampor, kriterier." in copied
    assert "https://exempel.se/fraga?q=" in copied


def test_the_copied_text_holds_every_statement_with_its_source() -> None:
    copied = turns([answered()])[0].copy_text

    assert "– En lampa ska förskrivas till den som ser mycket dåligt. [1]" in copied
    assert "– Läs om avgifter först. [2]" in copied
    assert (
        "[1] Lampor, kriterier. Gäller från 1 februari 2026. Förslag, beslut ej bekräftat (HMC000001)."
        " Nämndens handling om lampor, bilaga 1, diarienummer HMC000001." in copied
    )


def test_a_refused_question_is_offered_as_it_was_perhaps_meant() -> None:
    (refused_turn,) = turns([refused()], suggest=lambda text: f"{text} rätt")
    (answered_turn,) = turns([answered()], suggest=lambda text: f"{text} rätt")

    assert [one.label for one in refused_turn.meant] == [f"{refused().question} rätt"]
    assert refused_turn.meant[0].href.startswith("/fraga?q=")
    assert (answered_turn.meant, turns([refused()])[0].meant) == ([], [])
