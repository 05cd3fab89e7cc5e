"""What an answer says, in blocks under headings: what they have in common is told once, where it begins."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.answer import Answer, AnswerItem, Citation
from portal.asking.rows import BlockRow, CitationRow, GroupRow, ItemRow
from portal.reading.inline import parts
from portal.texts import ask as words


@dataclass(frozen=True, slots=True)
class _Said:
    """One thing said, with its heading taken apart into subject and group."""

    subject: str
    group: str
    row: ItemRow


def blocks(answer: Answer, links: dict[int, CitationRow]) -> list[BlockRow]:
    """The items of `answer`: one block per subject, its groups (e.g. kinds of a device) in it."""
    cited = {one.number: one for one in answer.citations}
    said = [_said(item, cited, links) for item in answer.answer]
    return [_block(members) for members in _runs(said)]


def _said(item: AnswerItem, cited: dict[int, Citation], links: dict[int, CitationRow]) -> _Said:
    sources = [cited[number] for number in item.citations]
    heading, group = item.heading or "", sources[0].group or ""
    subject = heading.removesuffix(f" ({group})") if group else heading
    proposal = next((one for one in sources if one.proposed), None)
    row = ItemRow(
        parts=parts(item.text),
        proposed=words.proposed(proposal.source.diary_number) if proposal else "",
        citations=[links[number] for number in item.citations],
    )
    # A heading that already names the group is enough.
    return _Said(subject, "" if group.lower() in subject.lower() else group, row)


def _runs(said: list[_Said]) -> Iterator[list[_Said]]:
    """Neighbours with the same subject; what belongs to no group never stands below one that does."""
    run: list[_Said] = []
    for one in said:
        if run and (one.subject != run[-1].subject or (run[-1].group and not one.group)):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _block(members: list[_Said]) -> BlockRow:
    proposals = {one.row.proposed for one in members}
    shared = proposals.pop() if len(proposals) == 1 else ""
    rows = [replace(one, row=replace(one.row, proposed="")) for one in members] if shared else members
    groups = [
        GroupRow(name, [one.row for one in grouped])
        for name, grouped in groupby(rows, key=lambda one: one.group)
    ]
    subject = members[0].subject
    if len(groups) == 1 and groups[0].name:
        return BlockRow(words.with_group(subject, groups[0].name), shared, [GroupRow("", groups[0].said)])
    return BlockRow(subject, shared, groups)
