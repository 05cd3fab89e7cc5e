"""The section that a citation opens."""

from datetime import date

from portal.asking.opening import open_section
from tests.portal.builders import DAY, handbook


def test_the_cited_line_is_the_only_one_marked() -> None:
    opened = open_section(handbook(), "lampor", "kriterier-3", as_of=DAY, turn=1, number=2)

    assert opened is not None
    lines = [line for field in opened.fields for group in field.groups for line in group.lines]
    assert [line.anchor for line in lines if line.marked] == ["kriterier-3"]
    assert opened.href == "/handbok/lampor?per=2026-11-21#kriterier-3"


def test_the_version_of_the_day_is_the_one_opened() -> None:
    opened = open_section(handbook(), "lampor", "kriterier-1", as_of=date(2025, 12, 1), turn=1, number=1)

    assert opened is not None
    assert opened.validity == "Gäller till och med 31 januari 2026"
    assert opened.status == "Gällande"


def test_nothing_opens_for_a_section_or_line_that_is_not_there() -> None:
    for section_id, anchor in (("finns-inte", "kriterier-1"), ("lampor", "kriterier-99")):
        assert open_section(handbook(), section_id, anchor, as_of=DAY, turn=1, number=1) is None
