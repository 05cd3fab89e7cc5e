"""Turns answers into rows: grouped by heading, citations as links, sources once each."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from assistant.answer import Answer, AnswerItem, Citation, Nearest, Upcoming
from knowledge.model import Source, Status
from portal.asking.address import write_address
from portal.asking.copying import copy_text
from portal.asking.rows import (
    BlockRow,
    ChangeRow,
    CitationRow,
    ItemRow,
    LinkRow,
    PlaceRow,
    SourceRow,
    TurnRow,
)
from portal.reading.address import section_address
from portal.reading.inline import parts
from portal.reading.shelf import TAG_KINDS
from portal.texts import ask as words
from portal.texts.dates import long_date, validity
from portal.texts.handbook import STATUS


def turns(answers: Sequence[Answer]) -> list[TurnRow]:
    """One row per answer, numbered from 1; its permalink asks everything up to and including it."""
    asked = tuple(answer.question for answer in answers)
    return [_turn(answer, number, asked[:number]) for number, answer in enumerate(answers, start=1)]


def _turn(answer: Answer, number: int, asked: tuple[str, ...]) -> TurnRow:
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
        blocks=_blocks(answer, links),
        changes=[_change(one) for one in answer.upcoming],
        actions=[LinkRow(one.label, one.url) for one in answer.actions],
        nearest=[_near(one) for one in answer.nearest],
        sources=_sources(answer, links),
        section_ids=list(dict.fromkeys(one.section_id for one in answer.citations)),
        permalink=permalink,
        copy_text=copy_text(answer),
    )


def _citation(one: Citation, turn: int, answer: Answer) -> CitationRow:
    return CitationRow(
        number=one.number,
        turn=turn,
        label=words.citation_label(one.number, one.title, one.field),
        href=one.url,
        section_id=one.section_id,
        anchor=one.anchor,
        place=f"{one.field}, {one.group}" if one.group else one.field,
        as_of=answer.as_of.isoformat(),
        ids=(f"svar-{turn}-{one.number}", f"kalla-{turn}-{one.number}"),
    )


def _blocks(answer: Answer, links: dict[int, CitationRow]) -> list[BlockRow]:
    cited = {one.number: one for one in answer.citations}
    return [
        _block(heading or "", [_item(item, heading or "", cited, links) for item in members])
        for heading, members in groupby(answer.answer, key=lambda item: item.heading)
    ]


def _block(heading: str, said: list[ItemRow]) -> BlockRow:
    """The items of one heading; groups and a shared proposal are told once, where they begin."""
    groups = ["", *(item.group for item in said)]
    once = [
        replace(item, group="" if item.group == groups[at] else item.group) for at, item in enumerate(said)
    ]
    proposals = {item.proposed for item in said}
    if len(proposals) == 1:
        return BlockRow(heading, proposals.pop(), [replace(item, proposed="") for item in once])
    return BlockRow(heading, "", once)


def _item(
    item: AnswerItem, heading: str, cited: dict[int, Citation], links: dict[int, CitationRow]
) -> ItemRow:
    sources = [cited[number] for number in item.citations]
    group = sources[0].group or ""
    proposal = next((one for one in sources if one.proposed), None)
    return ItemRow(
        parts=parts(item.text),
        # A heading that already names the group is enough.
        group="" if group.lower() in heading.lower() else group,
        proposed=words.proposed(proposal.source.diary_number) if proposal else "",
        citations=[links[number] for number in item.citations],
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
