"""Turns answers into rows: grouped by heading, citations as links, sources once each."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from assistant.answer import Answer, AnswerStatus, Citation, Nearest, Upcoming
from knowledge.model import Source, Status
from portal.asking.address import write_address
from portal.asking.blocks import blocks
from portal.asking.copying import copy_text
from portal.asking.rows import ChangeRow, CitationRow, LinkRow, PlaceRow, SourceRow, TurnRow
from portal.reading.address import section_address
from portal.reading.inline import parts
from portal.reading.shelf import TAG_KINDS
from portal.texts import ask as words
from portal.texts.dates import long_date, validity
from portal.texts.handbook import STATUS, STATUS_HELP

# What a reader cannot be expected to know the meaning of.
EXPLAINED = (Status.PROPOSED, Status.INCOMPLETE)


def turns(
    answers: Sequence[Answer], origin: str = "", suggest: Callable[[str], str | None] = lambda text: None
) -> list[TurnRow]:
    """One row per answer, numbered from 1; its permalink asks everything up to and including it.

    `origin` is put before the permalink in the text to copy, which is read far from the portal.
    `suggest` puts a question's slips right, which is offered where it was refused.
    """
    asked = tuple(answer.question for answer in answers)
    return [
        replace(_turn(answer, number, asked[:number], origin), meant=_meant(answer, asked[:number], suggest))
        for number, answer in enumerate(answers, start=1)
    ]


def _meant(answer: Answer, asked: tuple[str, ...], suggest: Callable[[str], str | None]) -> list[LinkRow]:
    refused = answer.status in {AnswerStatus.NOT_FOUND, AnswerStatus.OUT_OF_SCOPE}
    text = suggest(answer.question) if refused else None
    return [LinkRow(text, write_address((*asked[:-1], text), answer.as_of))] if text else []


def _turn(answer: Answer, number: int, asked: tuple[str, ...], origin: str) -> TurnRow:
    links = {one.number: _citation(one, number, answer) for one in answer.citations}
    permalink = write_address(asked, answer.as_of)
    return TurnRow(
        number=number,
        question=answer.question,
        kind=answer.status.value,
        status=words.STATUS[answer.status],
        as_of=answer.as_of.isoformat(),
        as_of_line=words.as_of_line(long_date(answer.as_of)),
        message=parts(answer.message or ""),
        blocks=blocks(answer, links),
        changes=[_change(one) for one in answer.upcoming],
        actions=[LinkRow(one.label, one.url) for one in answer.actions],
        nearest=[_near(one) for one in answer.nearest],
        sources=_sources(answer, links),
        section_ids=list(dict.fromkeys(one.section_id for one in answer.citations)),
        permalink=permalink,
        copy_text=copy_text(answer, f"{origin}{permalink}"),
    )


def _citation(one: Citation, turn: int, answer: Answer) -> CitationRow:
    return CitationRow(
        number=one.number,
        turn=turn,
        label=words.citation_label(one.number, one.title, one.field),
        href=one.url,
        section_id=one.section_id,
        anchor=one.anchor,
        place=words.place(one.field, one.group),
        as_of=answer.as_of.isoformat(),
        ids=(f"svar-{turn}-{one.number}", f"kalla-{turn}-{one.number}"),
    )


def _change(one: Upcoming) -> ChangeRow:
    return ChangeRow(
        words.begins(long_date(one.begins)), one.summary, section_address(one.section_id, one.begins)
    )


def _near(one: Nearest) -> LinkRow:
    return LinkRow(one.title, one.url)


def _sources(answer: Answer, links: dict[int, CitationRow]) -> list[SourceRow]:
    """One row per cited version, in the order first cited, with all citations that point into it."""
    by_version: dict[tuple[str, object], list[Citation]] = {}
    for one in answer.citations:
        by_version.setdefault((one.section_id, one.valid_from), []).append(one)
    return [_source(members, answer, links) for members in by_version.values()]


def _source(members: list[Citation], answer: Answer, links: dict[int, CitationRow]) -> SourceRow:
    first = members[0]
    return SourceRow(
        title=first.title,
        href=section_address(first.section_id, answer.as_of),
        validity=validity(first.valid_from, first.valid_to),
        status=status_words(first.section_status, first.source),
        tag_kind=TAG_KINDS[first.section_status],
        note=STATUS_HELP[first.section_status] if first.section_status in EXPLAINED else "",
        document=words.document_line(first.source),
        address=first.source.url or "",
        places=[
            PlaceRow(place, list(cited))
            for place, cited in groupby((links[one.number] for one in members), key=lambda link: link.place)
        ],
    )


def status_words(status: Status, source: Source) -> str:
    """A version's status as a reader meets it; a proposal always carries its diary number."""
    return words.proposed(source.diary_number) if status is Status.PROPOSED else STATUS[status]
