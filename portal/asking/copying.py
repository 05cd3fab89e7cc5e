"""An answer as plain text to paste elsewhere: what was said with its numbers, then every source."""

from collections.abc import Iterable, Sequence

from assistant.answer import Answer, Citation
from knowledge.model import Status
from portal.reading.inline import plain
from portal.texts import ask as words
from portal.texts.dates import long_date, validity
from portal.texts.handbook import INCOMPLETE_TITLE


def copy_text(answer: Answer, address: str) -> str:
    """The question, the day, each statement with its numbers, the sources, and the answer's own `address`."""
    lines = [answer.question, words.COPIED_FROM, f"{words.as_of_line(long_date(answer.as_of))}.", ""]
    if answer.message:
        lines += [plain(answer.message), ""]
    heading: str | None = None
    for item in answer.answer:
        if item.heading and item.heading != heading:
            lines.append(item.heading)
        heading = item.heading
        numbers = "".join(f"[{number}]" for number in item.citations)
        lines.append(f"– {plain(item.text)} {numbers}")
    if answer.citations:
        lines += ["", words.SOURCES, *_sources(answer.citations)]
    return "\n".join([*lines, "", f"{words.READ_AGAIN} {address}"]).strip() + "\n"


def _sources(citations: Iterable[Citation]) -> list[str]:
    """One line per field of a version, with all the numbers that stand for it."""
    together: dict[tuple[object, ...], list[Citation]] = {}
    for one in citations:
        place = (one.section_id, one.valid_from, one.field, one.proposed)
        together.setdefault(place, []).append(one)
    return [_source(members) for members in together.values()]


def _source(members: list[Citation]) -> str:
    one = members[0]
    details = [
        validity(one.valid_from, one.valid_to),
        words.proposed(one.source.diary_number) if one.proposed else "",
        INCOMPLETE_TITLE if one.section_status is Status.INCOMPLETE else "",
        words.document_line(one.source),
    ]
    numbers = _ranges([each.number for each in members])
    line = words.source_line(numbers, f"{one.title}, {one.field}", details)
    return f"{line} {one.source.url}" if one.source.url else line


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers in rising order as they are written in a list of sources: "1–4, 6"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
