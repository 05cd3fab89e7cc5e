"""An answer as plain text to paste elsewhere: what was said with its numbers, then every source."""

from assistant.answer import Answer
from portal.reading.inline import plain
from portal.texts import ask as words
from portal.texts.dates import long_date, validity


def copy_text(answer: Answer) -> str:
    """The question, the day, each statement with its citation numbers, and the sources they stand for."""
    lines = [answer.question, words.as_of_line(long_date(answer.as_of)), ""]
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
        lines += ["", words.SOURCES]
    for one in answer.citations:
        place = f"{one.title}, {one.field}"
        proposed = words.proposed(one.source.diary_number) if one.proposed else ""
        lines.append(
            words.source_line(
                one.number,
                place,
                [validity(one.valid_from, one.valid_to), proposed, words.document_line(one.source)],
            )
        )
    return "\n".join(lines).strip() + "\n"
