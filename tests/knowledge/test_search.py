"""Search finds the right section, and never a version that is not valid on the day."""

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.files import DEFAULT_HANDBOOK, read_handbook
from knowledge.library import open_library
from knowledge.search import Searcher
from tests.knowledge.builders import small_handbook
from tests.knowledge.encoders import WordEncoder

TODAY = date(2026, 11, 21)
HANDBOOK = read_handbook(DEFAULT_HANDBOOK)
CHANGES = sorted({day for one in HANDBOOK.versions() for day in (one.valid_from, one.valid_to) if day})
DAYS = sorted({day + timedelta(days=step) for day in (*CHANGES, TODAY) for step in (-1, 0, 1)})


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return open_library(cache_dir=tmp_path_factory.mktemp("index")).searcher


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    root = tmp_path_factory.mktemp("small")
    handbook = read_handbook(small_handbook(root / "handbook"))
    from knowledge.lexicon import read_lexicon

    return Searcher(handbook, read_lexicon(None, handbook), WordEncoder(), root / "index")


@pytest.mark.parametrize("day", DAYS)
def test_every_section_is_found_by_its_title_only_in_its_valid_version(searcher: Searcher, day: date) -> None:
    for section in HANDBOOK.sections.values():
        hits = searcher.search(section.versions[-1].title, as_of=day, k=len(HANDBOOK.sections))
        assert hits
        assert all(hit.version.is_valid_on(day) for hit in hits)
        assert len({hit.version.section_id for hit in hits}) == len(hits)
        valid = section.version_on(day)
        assert (valid in [hit.version for hit in hits[:3]]) == (valid is not None)


@settings(max_examples=150, deadline=None)
@given(query=st.text(max_size=80), day=st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_whatever_is_asked_only_valid_versions_are_found(searcher: Searcher, query: str, day: date) -> None:
    hits = searcher.search(query, as_of=day, k=10)

    assert all(hit.version.is_valid_on(day) for hit in hits)
    assert all(0 < hit.score <= 1.0001 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize(
    ("query", "section"),
    [
        ("Vilka kriterier gäller för samtalsapparat med ögonstyrning?", "samtalsapparater"),
        ("222109", "samtalsapparater"),
        ("ISO 22-21-09", "samtalsapparater"),
        ("Vem betalar en rollator på särskilt boende?", "kostnadsansvar"),
        ("mormor går bort sig", "gps-larm"),
        ("pappa kan inte prata efter stroke", "samtalsapparater"),
        ("sammtalsaparat", "samtalsapparater"),
        ("manuell rulstol kriterier", "manuella-rullstolar"),
        ("gabord", "gabord"),
        ("vad har kundtjanst for telefon", "kontakt"),
    ],
)
def test_the_right_section_comes_first(searcher: Searcher, query: str, section: str) -> None:
    hits = searcher.search(query, as_of=TODAY, k=3)

    assert hits[0].version.section_id == section


def test_the_version_of_the_day_is_the_one_found(small: Searcher) -> None:
    before = small.search("samtalsapparat", as_of=date(2026, 1, 31), k=1)[0].version
    after = small.search("samtalsapparat", as_of=date(2026, 2, 1), k=1)[0].version

    assert before.valid_to == after.valid_from == date(2026, 2, 1)


@pytest.mark.parametrize("query", ["", "   ", "?!", "🙂", "\u200b", "\x00"])
def test_a_query_without_words_finds_nothing(small: Searcher, query: str) -> None:
    assert small.search(query, as_of=TODAY) == []


def test_k_limits_the_hits(small: Searcher) -> None:
    assert len(small.search("kan förskrivas", as_of=TODAY, k=1)) == 1
    assert small.search("kan förskrivas", as_of=TODAY, k=0) == []
    assert len(small.search("kan förskrivas", as_of=TODAY, k=99)) <= 4


def test_the_statement_that_says_it_comes_first(searcher: Searcher) -> None:
    version = HANDBOOK.sections["samtalsapparater"].version_on(TODAY)
    assert version is not None

    ranked = searcher.statements(version, "får ögonstyrning användas enbart för spel")

    assert "spel" in ranked[0][0].text
    assert {one.anchor for one, _ in ranked} == {one.anchor for _, one in version.statements()}


def test_a_handbook_search_is_the_same_from_many_threads(searcher: Searcher) -> None:
    queries = ["rollator", "vem betalar", "gps larm demens", "hyra rullstol"] * 10

    def found(query: str) -> list[str]:
        return [hit.version.section_id for hit in searcher.search(query, as_of=TODAY)]

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(found, queries)) == [found(query) for query in queries]


def test_half_of_all_searches_take_less_than_5_ms(searcher: Searcher) -> None:
    took = []
    for section in HANDBOOK.sections.values():
        started = time.perf_counter()
        searcher.search(f"vilka kriterier gäller för {section.versions[0].title}?", as_of=TODAY)
        took.append(time.perf_counter() - started)

    # The median, so that a busy machine does not fail it; the rest is in docs/benchmarks.md.
    assert statistics.median(took) < 0.005


def test_another_handbook_opens_without_the_published_lexicon(tmp_path: Path) -> None:
    library = open_library(handbook_dir=small_handbook(tmp_path / "h"), cache_dir=tmp_path / "index")

    assert library.scope == ()
    assert library.searcher.search("gåbord", as_of=TODAY, k=1)[0].version.section_id == "gabord"
