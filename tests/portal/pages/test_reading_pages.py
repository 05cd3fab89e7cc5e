"""The pages that ask and read: whole without a server, every statement at its anchor, nothing evaluated."""

import re
from collections import Counter
from functools import cache

import pytest
import reflex as rx

from knowledge.model import Status
from portal import knowing
from portal.clock import today
from portal.pages.ask import ask
from portal.pages.handbook import handbook
from portal.pages.section import SectionPage, section_pages
from portal.reading.inline import plain
from portal.reading.versions import version_to_show
from portal.texts import handbook as words
from tests.portal.pages.whole import whole
from tests.portal.ui.rendered import Element

EVALUATED = re.compile(r"_call_script|\"_call_function\", \(\{ \[\"function\"\] : \"|eval\(")
SECTIONS = sorted(knowing.handbook().sections)

every_section = pytest.mark.parametrize("section_id", SECTIONS)


@cache
def section_page(section_id: str) -> SectionPage:
    return next(page for page in section_pages() if page.route == f"/handbok/{section_id}")


@cache
def built(section_id: str) -> rx.Component:
    return section_page(section_id).component()


def with_tag(found: list[Element], tag: str) -> list[Element]:
    return [one for one in found if one.tag == tag]


@pytest.mark.parametrize("page", [ask, handbook], ids=["ask", "handbook"])
def test_a_page_has_one_h1_and_evaluates_no_code(page: object) -> None:
    component = ask() if page is ask else handbook()

    assert len(with_tag(whole(component), "h1")) == 1
    assert not EVALUATED.search(str(component.render()))


def test_the_question_can_be_asked_before_the_page_is_alive() -> None:
    forms = [one for one in with_tag(whole(ask()), "form") if one.attributes.get("action") == "/fraga"]

    assert {one.attributes["method"] for one in forms} == {"get"}
    assert any(one.id == "q" for one in whole(ask()))


def test_the_handbooks_page_lists_every_section_under_its_area() -> None:
    found = whole(handbook())

    links = {one.attributes.get("href") for one in with_tag(found, "a")}
    assert {f"/handbok/{section_id}" for section_id in SECTIONS} <= links
    assert set(words.AREAS) >= {version.area for version in knowing.handbook().versions()}


def test_there_is_a_page_for_every_section_with_words_of_its_own() -> None:
    pages = list(section_pages())

    assert sorted(page.route for page in pages) == [f"/handbok/{section_id}" for section_id in SECTIONS]
    assert max(Counter(page.title for page in pages).values()) == 1
    assert max(Counter(page.description for page in pages).values()) == 1


@every_section
def test_every_statement_of_every_version_stands_at_its_anchor(section_id: str) -> None:
    shown = Counter((one.id, one.text.removesuffix("#").strip()) for one in whole(built(section_id)))

    for version in knowing.handbook().sections[section_id].versions:
        for _, statement in version.statements():
            assert shown[(statement.anchor, plain(statement.text).strip())], statement.anchor


@every_section
def test_a_section_says_what_is_missing_proposed_or_disputed(section_id: str) -> None:
    version = version_to_show(knowing.handbook().sections[section_id], today())
    text = " ".join(one.text for one in whole(built(section_id)))

    assert words.STATUS[version.status] in text
    assert all(missing in text for missing in version.missing)
    assert all(conflict.about in text for conflict in version.conflicts)
    if version.status is Status.PROPOSED and version.source.diary_number:
        assert f"{words.STATUS[Status.PROPOSED]} ({version.source.diary_number})" in text


@every_section
def test_a_section_names_its_source_and_evaluates_no_code(section_id: str) -> None:
    version = version_to_show(knowing.handbook().sections[section_id], today())
    component = built(section_id)

    assert version.source.document in " ".join(one.text for one in with_tag(whole(component), "dd"))
    assert not EVALUATED.search(str(component.render()))


def test_a_device_with_a_class_shows_who_pays_with_the_rule_behind_each_answer() -> None:
    found = whole(built("samtalsapparater"))

    cells = [one.attributes["href"] for one in with_tag(found, "a") if one.text.startswith("Regionen")]
    assert len(cells) >= 4
    assert all(
        href.startswith("/handbok/kostnadsansvar?per=") and "#kostnadsansvar-" in href for href in cells
    )
