"""The gold questions agree with the published handbook and with what their README says of them."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.fields import FIELDS
from knowledge.files import DEFAULT_HANDBOOK, read_handbook
from knowledge.model import Handbook, SectionVersion
from tests.gold.lines import DEFAULT_DAY, PARTS, Line, read_part

ANSWERED = frozenset({"answered", "partial"})
DECLINED = frozenset({"not_found", "out_of_scope"})
LONGEST_FACT = 8
MOST_FACTS = 3


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return read_handbook(DEFAULT_HANDBOOK)


@pytest.fixture(scope="module")
def parts() -> dict[str, list[Line]]:
    return {part: read_part(part) for part in PARTS}


@pytest.fixture(scope="module")
def lines(parts: dict[str, list[Line]]) -> list[Line]:
    return [line for part in PARTS for line in parts[part]]


def kinds_of_readme() -> dict[str, tuple[int, int]]:
    """Kind → how many questions of it the README says the development and the test part have."""
    readme = (Path(__file__).parent / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z_-]+)` \| (\d+) \| (\d+) \|", readme, re.MULTILINE)
    return {kind: (int(development), int(test)) for kind, development, test in rows}


def acceptable(handbook: Handbook, line: Line) -> list[SectionVersion]:
    """The versions of the line's sections that are valid on its day."""
    sections = [handbook.sections[one] for one in line.sections]
    return [version for section in sections if (version := section.version_on(line.day)) is not None]


def sentences(version: SectionVersion, with_missing: bool) -> Iterator[str]:
    """What an answer from `version` may quote; also what the version says that it lacks, when asked for."""
    yield from (statement.text for _, statement in version.statements())
    if with_missing:
        yield from version.missing


def test_ids_are_unique_and_tell_the_part(parts: dict[str, list[Line]], lines: list[Line]) -> None:
    assert len({line.id for line in lines}) == len(lines)
    for part in PARTS:
        assert [line.id for line in parts[part] if not re.fullmatch(part[0] + r"\d{3}", line.id)] == []


def test_no_question_stands_twice(lines: list[Line]) -> None:
    asked = Counter((" ".join(line.question.casefold().split()), line.previous) for line in lines)
    assert [question for question, times in asked.items() if times > 1] == []


def test_each_kind_has_the_questions_the_readme_promises(parts: dict[str, list[Line]]) -> None:
    promised = kinds_of_readme()
    for place, part in enumerate(PARTS):
        counts = Counter(line.kind for line in parts[part])
        assert counts.keys() == promised.keys()
        assert {kind: count for kind, count in counts.items() if count < promised[kind][place]} == {}


def test_sections_and_fields_are_known(handbook: Handbook, lines: list[Line]) -> None:
    for line in lines:
        assert set(line.sections) <= handbook.sections.keys(), line.id
        assert len(set(line.sections)) == len(line.sections), line.id
        assert len(acceptable(handbook, line)) == len(line.sections), line.id
        assert line.field is None or line.field in FIELDS, line.id


def test_status_and_sections_go_together(lines: list[Line]) -> None:
    for line in lines:
        assert line.status is None or line.status in ANSWERED | DECLINED, line.id
        assert bool(line.sections) == (line.status not in DECLINED), line.id


def test_an_answered_field_stands_in_an_acceptable_section(handbook: Handbook, lines: list[Line]) -> None:
    for line in lines:
        if line.status == "answered" and line.field is not None:
            assert any(version.field(line.field) for version in acceptable(handbook, line)), line.id


def test_keys_that_only_some_kinds_have(lines: list[Line]) -> None:
    for line in lines:
        assert (line.previous is not None) == (line.kind == "follow-up"), line.id
        assert (line.day != DEFAULT_DAY) == (line.kind == "dated"), line.id


def test_every_answered_or_partial_line_has_short_facts(lines: list[Line]) -> None:
    for line in lines:
        assert bool(line.facts) == (line.status in ANSWERED), line.id
        assert len(line.facts) <= MOST_FACTS, line.id
        for wording in (one for fact in line.facts for one in fact):
            assert 2 <= len(wording.split()) <= LONGEST_FACT, f"{line.id}: {wording}"
            assert wording == wording.strip(), f"{line.id}: {wording!r}"


def test_every_fact_stands_in_one_sentence_of_an_acceptable_section(
    handbook: Handbook, lines: list[Line]
) -> None:
    for line in lines:
        quotable = [
            sentence.casefold()
            for version in acceptable(handbook, line)
            for sentence in sentences(version, with_missing=line.status == "partial")
        ]
        for wording in (one for fact in line.facts for one in fact):
            assert any(wording.casefold() in one for one in quotable), f"{line.id}: {wording}"


def test_an_acceptable_section_alone_holds_the_facts(handbook: Handbook, lines: list[Line]) -> None:
    for line in lines:
        wholes = [
            " ".join(sentences(version, line.status == "partial")) for version in acceptable(handbook, line)
        ]
        assert not line.facts or any(line.holds_facts(whole) for whole in wholes), line.id


def test_no_question_has_a_personal_number(lines: list[Line]) -> None:
    number = re.compile(r"\b(?:19|20)?\d{6}[-+ ]?\d{4}\b")
    assert [line.id for line in lines if number.search(line.question)] == []
