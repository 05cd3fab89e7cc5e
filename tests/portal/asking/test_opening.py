"""The section that a citation opens."""

from dataclasses import replace

from assistant.answer import Answer
from portal.asking.opening import Opened, open_section
from portal.asking.rows import CitationRow
from portal.asking.view import turns
from tests.portal.builders import answered, handbook


def shown(answer: Answer, number: int) -> CitationRow:
    """The citation `number` as the page shows it."""
    (turn,) = turns([answer])
    cited = [
        one
        for block in turn.blocks
        for group in block.groups
        for item in group.said
        for one in item.citations
    ]
    return next(one for one in cited if one.number == number)


def opened(citation: CitationRow) -> Opened:
    found = open_section(handbook(), citation, citation.ids[0])
    assert found is not None
    return found


def test_the_cited_line_is_the_only_one_marked() -> None:
    section = opened(shown(answered(), 2))

    lines = [line for field in section.fields for group in field.groups for line in group.lines]
    assert [line.anchor for line in lines if line.marked] == ["kriterier-3"]
    assert section.href == "/handbok/lampor?per=2026-11-21#kriterier-3"
    assert section.came_from == "svar-1-2"


def test_the_version_of_the_day_is_the_one_opened() -> None:
    section = opened(replace(shown(answered(), 1), as_of="2025-12-01"))

    assert section.validity == "Gäller till och med 31 januari 2026"
    assert section.status == "Gällande"


def test_nothing_opens_for_a_section_or_line_that_is_not_there() -> None:
    citation = shown(answered(), 1)

    for gone in (replace(citation, section_id="finns-inte"), replace(citation, anchor="kriterier-99")):
        assert open_section(handbook(), gone, "svar-1-1") is None
