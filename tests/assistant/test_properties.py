"""What holds for every answer: quotes verbatim, citations valid on the day, numbers whole, refusals bare."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from assistant.answer import Answer, AnswerStatus
from assistant.ask import Assistant
from knowledge.library import Library

TEMPLATES = (
    "{title}",
    "Vilka kriterier gäller för {title}?",
    "Vem får förskriva {title}?",
    "Vem betalar {title} på särskilt boende?",
    "Vad kostar {title} och hur följs det upp?",
    "Får sjuksköterska förskriva {title} och kan man hyra privat?",
)
REFUSED = (
    "färdtjänst",
    "Vad kostar en bilbesiktning?",
    "hej",
    "asdf qwer",
    "När öppnar systembolaget?",
    "Vem får förskriva CPAP?",
    "ISO 12 06 06 kriterier",
    "Har rullstolen airbag?",
    "Vem vann matchen?",
    "🎉🎉🎉",
)


def change_dates(library: Library) -> list[date]:
    """The first and last day of every version, and the days around them."""
    days = {date(2026, 11, 21)}
    for version in library.handbook.versions():
        for edge in (version.valid_from, version.valid_to):
            if edge:
                days |= {edge - timedelta(days=1), edge, edge + timedelta(days=1)}
    return sorted(days)


def pairs(library: Library) -> Iterator[tuple[str, date]]:
    """Every section asked in turn by each template, over all days on which something changes."""
    days = change_dates(library)
    titles = [section.versions[0].title for section in library.handbook.sections.values()]
    for place, title in enumerate(titles):
        for number, template in enumerate(TEMPLATES):
            yield template.format(title=title), days[(place + number) % len(days)]


def check(answer: Answer, library: Library) -> None:
    """Assert everything that must hold for any answer."""
    for citation in answer.citations:
        section = library.handbook.section(citation.section_id)
        version = section.version_on(answer.as_of) if section else None
        assert version is not None
        assert (version.valid_from, version.valid_to) == (citation.valid_from, citation.valid_to)
        statement = version.statement(citation.anchor)
        assert statement is not None and statement.text == citation.quote
        per = f"?per={answer.as_of.isoformat()}#{citation.anchor}"
        assert citation.url == f"/handbok/{citation.section_id}{per}"
    quotes = {citation.number: citation.quote for citation in answer.citations}
    assert [one.number for one in answer.citations] == list(range(1, len(quotes) + 1))
    assert {number for item in answer.answer for number in item.citations} == set(quotes)
    for item in answer.answer:
        assert item.citations
        assert all(quotes[number] in item.text for number in item.citations)


def test_quotes_are_verbatim_for_every_section_and_template(assistant: Assistant, library: Library) -> None:
    asked = list(pairs(library))

    assert len(asked) >= 300
    for question, day in asked:
        check(assistant.ask(question, as_of=day), library)


def test_no_citation_is_outside_its_validity_on_any_day_of_change(
    assistant: Assistant, library: Library
) -> None:
    for day in change_dates(library):
        for section in library.handbook.sections.values():
            answer = assistant.ask(f"Vem betalar {section.versions[0].title}?", as_of=day)

            assert answer.as_of == day
            check(answer, library)


@pytest.mark.parametrize("question", REFUSED)
def test_a_refusal_cites_nothing_and_says_where_to_turn(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, as_of=date(2026, 11, 21))

    assert answer.status in {AnswerStatus.NOT_FOUND, AnswerStatus.OUT_OF_SCOPE}
    assert answer.citations == ()
    assert answer.answer == ()
    assert "021-17 30 48" in (answer.message or "")


def test_nearest_sections_are_offered_only_when_the_question_is_in_the_field(assistant: Assistant) -> None:
    inside = assistant.ask("Kriterier för vårdsäng", as_of=date(2026, 11, 21))
    outside = assistant.ask("Vem vann matchen?", as_of=date(2026, 11, 21))

    assert inside.nearest
    assert outside.nearest == ()


def test_the_same_question_gets_the_same_answer(assistant: Assistant) -> None:
    first = assistant.ask("min mamma kan inte prata efter stroke", as_of=date(2026, 11, 21))
    second = assistant.ask("min mamma kan inte prata efter stroke", as_of=date(2026, 11, 21))

    assert (first.answer, first.citations) == (second.answer, second.citations)
