"""Partial answers, conflicts, proposals and coming changes, on a small handbook of the tests' own."""

from pathlib import Path

import pytest

from assistant.answer import AnswerStatus
from assistant.ask import Assistant
from tests.assistant.builders import DAY, KONTAKT, assistant_of, version

SLEDGES = version(
    "Kälkar",
    "## Kriterier\n- Kälke kan förskrivas till den som bor i en backe.\n"
    "- Kälke kan förskrivas till den som åker.\n"
    "## Förskrivare\n- Arbetsterapeut får förskriva kälke.\n",
    codes='"12 27 15"',
    status="ofullständig",
    more="missing:\n  - Vem som betalar kälkar framgår inte av källan.\n"
    "conflicts:\n  - anchors: [kriterier-1, kriterier-2]\n    about: Två sidor har olika kriterier.\n",
)
SKIS = version(
    "Skidor",
    "## Kriterier\n- Skidor kan förskrivas till barn.\n## Förskrivare\n- Läkare får förskriva skidor.\n",
    codes='"12 27 18"',
    end="2027-03-01",
) + version(
    "Skidor",
    "## Kriterier\n- Skidor kan förskrivas till alla.\n## Förskrivare\n- Läkare får förskriva skidor.\n",
    codes='"12 27 18"',
    start="2027-03-01",
    status="föreslagen",
    more="change: Även vuxna kan få skidor.\n",
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    directory: Path = tmp_path_factory.mktemp("small")
    return assistant_of(
        directory, {"rorelse/kalkar": SLEDGES, "rorelse/skidor": SKIS, "bestammelser/kontakt": KONTAKT}
    )


def test_what_is_missing_is_said_and_the_rest_answered(small: Assistant) -> None:
    answer = small.ask("Vem får förskriva kälkar och vem betalar dem?", as_of=DAY)

    assert answer.status is AnswerStatus.PARTIAL
    assert [one.anchor for one in answer.citations] == ["forskrivare-1"]
    assert "Vem som betalar kälkar framgår inte av källan." in (answer.message or "")


def test_nothing_of_what_was_asked_is_not_found_with_the_section_as_nearest(small: Assistant) -> None:
    answer = small.ask("Vem betalar kälkar?", as_of=DAY)

    assert answer.status is AnswerStatus.NOT_FOUND
    assert answer.citations == ()
    assert answer.nearest[0].section_id == "kalkar"
    assert "010-12 34 56" in (answer.message or "")


def test_a_conflict_shows_every_statement_of_it(small: Assistant) -> None:
    answer = small.ask("Kan kälkar förskrivas till någon i en backe? Vilka kriterier?", as_of=DAY)

    assert answer.status is AnswerStatus.CONFLICT
    assert {"kriterier-1", "kriterier-2"} <= {one.anchor for one in answer.citations}
    assert "Två sidor har olika kriterier." in (answer.message or "")


def test_a_coming_change_within_a_year_is_told(small: Assistant) -> None:
    answer = small.ask("Vilka kriterier gäller för skidor?", as_of=DAY)

    assert [one.quote for one in answer.citations] == ["Skidor kan förskrivas till barn."]
    assert [(one.begins.isoformat(), one.summary) for one in answer.upcoming] == [
        ("2027-03-01", "Även vuxna kan få skidor.")
    ]


def test_only_what_a_proposal_adds_is_marked_as_proposed(small: Assistant) -> None:
    answer = small.ask(
        "Vilka kriterier gäller för skidor och vem får förskriva dem den 1 mars 2027?", as_of=DAY
    )

    assert {one.anchor: one.proposed for one in answer.citations} == {
        "kriterier-1": True,
        "forskrivare-1": False,
    }
    assert answer.upcoming == ()


def test_what_a_proposal_takes_over_from_an_earlier_proposal_is_still_proposed(tmp_path: Path) -> None:
    rule = "- Arbetsterapeut får förskriva släde.\n"
    sledge = (
        version("Slädar", "## Kriterier\n- Släde kan förskrivas till barn.\n", end="2026-01-01")
        + version(
            "Slädar", f"## Förskrivare\n{rule}", start="2026-01-01", end="2026-06-01", status="föreslagen"
        )
        + version("Slädar", f"## Förskrivare\n{rule}", start="2026-06-01", status="föreslagen")
    )

    answer = assistant_of(tmp_path, {"rorelse/sladar": sledge, "bestammelser/kontakt": KONTAKT}).ask(
        "Vem får förskriva slädar?", as_of=DAY
    )

    assert [one.proposed for one in answer.citations] == [True]


def test_kundtjanst_is_quoted_from_the_section_valid_that_day(small: Assistant) -> None:
    answer = small.ask("Vad blir det för väder?", as_of=DAY)

    assert answer.status is AnswerStatus.OUT_OF_SCOPE
    assert "Ring kundtjänst på 010-12 34 56, klockan 9–10." in (answer.message or "")


def test_a_handbook_without_contact_still_refuses_politely(tmp_path: Path) -> None:
    answer = assistant_of(tmp_path, {"rorelse/skidor": SKIS}).ask("hej", as_of=DAY)

    assert answer.status is AnswerStatus.OUT_OF_SCOPE
    assert answer.message
