"""Every rule of `check`, proven by a file that breaks just that rule."""

from pathlib import Path

import pytest

from knowledge.files import HandbookError, check_handbook, read_handbook
from tests.knowledge.builders import small_handbook, version, write

# What a broken version looks like → the words the problem must hold.
BROKEN_VERSIONS = {
    "unknown key": (version(extra="colour: blue\n"), 'unknown key "colour"'),
    "missing key": (version().replace("title: Gåbord\n", ""), 'missing key "title"'),
    "key twice": (version(extra="area: rorelse\n"), '"area" is given twice'),
    "wrong type": (version(iso="12 06 12"), "iso_codes must be a list"),
    "number for text": (version(extra="article_class: 2\n"), "article_class must be text"),
    "empty title": (version().replace("title: Gåbord", 'title: ""'), "title is empty"),
    "unknown status": (version(status="gäller"), 'status is "gäller"'),
    "unknown class": (version(extra='article_class: "7"\n'), 'article_class is "7"'),
    "no such day": (version(valid_from="2026-02-30"), "valid_from is not a date"),
    "date in words": (version(valid_to="i mars"), "valid_to is not a date"),
    "date with time": (version(valid_to="2026-01-01 10:00:00"), "valid_to is not a date"),
    "inverted": (version(valid_from="2026-02-01", valid_to="2026-01-01"), "validity is inverted"),
    "empty validity": (version(valid_from="2026-02-01", valid_to="2026-02-01"), "validity is inverted"),
    "iso code": (version(iso='["12 6 12"]'), 'has "12 6 12", which is not an ISO 9999 code'),
    "iso code long": (version(iso='["12 06 12 03"]'), "not an ISO 9999 code"),
    "no document": (version().replace("  document: Provhandboken\n", ""), "source names no document"),
    "no place in source": (
        version().replace("  url: https://example.se/prov", "  url: null"),
        "source has neither diary_number, page nor url",
    ),
    "bad url": (version().replace("https://example.se/prov", "example.se"), "not an http(s) address"),
    "unknown source key": (version().replace("  page:", "  sida:"), 'source has the unknown key "sida"'),
    "further source": (version(extra="further_sources:\n  - document: X\n"), "further_sources has neither"),
    "see also": (version(extra="see_also: [finns-inte]\n"), 'no section "finns-inte"'),
    "see also anchor": (version(extra="see_also: ['gabord#x-9']\n"), 'has no anchor "x-9"'),
    "see also form": (version(extra="see_also: ['Går bord']\n"), "is no section"),
    "inline link": (version(body="## Övrigt\n- Se [x](/handbok/saknas).\n"), 'no section "saknas"'),
    "inline anchor": (version(body="## Övrigt\n- Se [x](/handbok/gabord#nej-1).\n"), 'no anchor "nej-1"'),
    "foreign link": (version(body="## Övrigt\n- Se [x](http://x.se).\n"), "neither /handbok/<id> nor https"),
    "auto link": (version(body="## Övrigt\n- Se <https://x.se>.\n"), "written [text](address)"),
    "unknown heading": (version(body="## Pris\n- 100 kr.\n"), 'unknown field heading "Pris"'),
    "heading case": (version(body="## KRITERIER\n- Ett.\n"), "unknown field heading"),
    "heading level": (version(body="# Kriterier\n- Ett.\n"), 'must be a "##" field'),
    "duplicate heading": (version(body="## Övrigt\n- Ett.\n## Övrigt\n- Två.\n"), "duplicate heading"),
    "duplicate group": (version(body="## Övrigt\n### A\n- Ett.\n### A\n- Två.\n"), '"A" is given twice'),
    "orphan group": (version(body="### A\n- Ett.\n"), "before the first field"),
    "empty field": (version(body="## Övrigt\n## Mål\n- Ett.\n"), 'the field "övrigt" is empty'),
    "empty group": (version(body="## Övrigt\n- Ett.\n### A\n"), 'the group "A" is empty'),
    "no fields": (version(body=""), "the version has no fields"),
    "stray text": (version(body="Löst.\n## Övrigt\n- Ett.\n"), "text before the first field"),
    "two lines": (version(body="## Övrigt\n- Ett\n  två.\n"), "must stand on one line"),
    "emphasis": (version(body="## Övrigt\n- Ett **viktigt** ord.\n"), "a statement is plain text"),
    "html": (version(body="## Övrigt\n- Ett <b>viktigt</b> ord.\n"), "a statement is plain text"),
    "numbered list": (version(body="## Övrigt\n1. Ett.\n"), "only bullets and paragraphs"),
    "nested list": (version(body="## Övrigt\n- Ett.\n  - Två.\n"), "a list of its own"),
    "empty bullet": (version(body="## Övrigt\n- Ett.\n-\n"), "must be one paragraph"),
    "table of code": (version(body="## Övrigt\n- Ett.\n\n    kod\n"), "must be one paragraph"),
    "incomplete": (version(status="ofullständig"), "ofullständig needs missing"),
    "proposal": (version(status="föreslagen"), "needs the diary number"),
    "replaced": (version(status="ersatt"), "ersatt needs valid_to"),
    "conflict": (
        version(extra="conflicts:\n  - anchors: [kriterier-1, kriterier-99]\n    about: Två källor.\n"),
        'unknown anchor "kriterier-99"',
    ),
    "conflict form": (version(extra="conflicts:\n  - anchors: [kriterier-1]\n"), "anchors and about"),
    "area": (version(area="i-hemmet"), 'area is "i-hemmet" but the file stands in "rorelse"'),
    "yaml": (version(extra="see_also: [a\n"), "the front matter is not YAML"),
    "no mapping": ("---\n- a\n---\n## Övrigt\n- Ett.\n", "must be keys and values"),
    "no front matter": ("## Övrigt\n- Ett.\n", "must start with a front matter"),
    "open front matter": (version() + "\n---\ntitle: X\n", 'not closed by a "---" line'),
}


@pytest.mark.parametrize("name", BROKEN_VERSIONS)
def test_a_broken_version_is_reported_with_file_and_line(name: str, tmp_path: Path) -> None:
    text, words = BROKEN_VERSIONS[name]
    path = write(tmp_path, "gabord", text)

    problems = check_handbook(tmp_path)

    found = [problem for problem in problems if words in problem.message]
    assert found, [str(problem) for problem in problems]
    assert found[0].file == str(path)
    assert 1 <= found[0].line <= len(path.read_text(encoding="utf-8").split("\n"))


def test_a_sound_handbook_has_no_problems(tmp_path: Path) -> None:
    assert check_handbook(small_handbook(tmp_path)) == []


def test_the_line_is_the_one_an_editor_shows(tmp_path: Path) -> None:
    path = write(
        tmp_path, "gabord", version(), version(valid_from="2026-01-01").replace("Särskilda", "")
    ).resolve()
    lines = path.read_text(encoding="utf-8").split("\n")

    problems = check_handbook(tmp_path)

    overlap = next(problem for problem in problems if "overlaps" in problem.message)
    assert lines[overlap.line - 1] == "valid_from: 2026-01-01"


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (("null", "null"), ("2026-01-01", "null"), "overlaps"),
        (("null", "2026-02-01"), ("2026-01-01", "null"), "overlaps"),
        (("2026-02-01", "null"), ("null", "2026-02-01"), "oldest first"),
        (("2026-02-01", "2027-01-01"), ("2025-01-01", "2026-02-01"), "overlaps"),
    ],
)
def test_versions_that_overlap_are_reported(
    first: tuple[str, str], second: tuple[str, str], words: str, tmp_path: Path
) -> None:
    versions = (version(valid_from=begins, valid_to=ends) for begins, ends in (first, second))
    write(tmp_path, "gabord", *versions)

    assert any(words in problem.message for problem in check_handbook(tmp_path))


def test_versions_that_meet_or_leave_a_gap_are_sound(tmp_path: Path) -> None:
    write(tmp_path, "gabord", version(valid_to="2026-02-01"), version(valid_from="2026-02-01"))
    write(tmp_path, "gastol", version(valid_to="2026-02-01"), version(valid_from="2026-03-01"))

    assert check_handbook(tmp_path) == []


def test_a_section_id_may_be_used_once(tmp_path: Path) -> None:
    write(tmp_path, "gabord", version())
    write(tmp_path, "gabord", version(area="i-hemmet"), area="i-hemmet")

    assert any("duplicate section id" in problem.message for problem in check_handbook(tmp_path))


def test_a_file_outside_an_area_or_with_an_odd_name_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "Gå Bord", version())
    (tmp_path / "lös.md").write_text(version(), encoding="utf-8")

    messages = " ".join(problem.message for problem in check_handbook(tmp_path))

    assert "is not a section id" in messages
    assert "must stand directly in an area directory" in messages


def test_bytes_that_are_not_utf8_are_reported_on_their_line(tmp_path: Path) -> None:
    path = write(tmp_path, "gabord", version())
    path.write_bytes(b"---\ntitle: G\xe5bord\n---\n")

    problems = check_handbook(tmp_path)

    assert [(problem.line, problem.message) for problem in problems] == [(2, "is not UTF-8 text")]


def test_an_unreadable_file_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    small_handbook(tmp_path)
    (tmp_path / "rorelse" / "trasig.md").symlink_to(tmp_path / "saknas")

    assert any("cannot be read" in problem.message for problem in check_handbook(tmp_path))


def test_an_empty_or_missing_directory_is_a_problem(tmp_path: Path) -> None:
    assert "holds no section files" in check_handbook(tmp_path)[0].message
    assert "is not a directory" in check_handbook(tmp_path / "saknas")[0].message


def test_reading_a_broken_handbook_stops_with_every_problem(tmp_path: Path) -> None:
    path = write(tmp_path, "gabord", version(status="gäller", iso='["x"]'))

    with pytest.raises(HandbookError) as caught:
        read_handbook(tmp_path)

    assert [problem.file for problem in caught.value.problems] == [str(path)] * 2
    assert str(caught.value).startswith(f"{path}:")


@pytest.mark.parametrize(
    "text", ["", "---", "---\n---", "\x00", "---\n\t\n---\n", "---\n[[[[\n---\n", "﻿---\n"]
)
def test_odd_files_give_problems_and_never_a_traceback(text: str, tmp_path: Path) -> None:
    write(tmp_path, "gabord", text)

    assert check_handbook(tmp_path)
