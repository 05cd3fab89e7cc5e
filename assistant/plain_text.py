"""An answer as plain text for a terminal."""

from assistant import texts
from assistant.answer import Answer, Citation


def as_text(answer: Answer) -> str:
    """The answer under its headings, what the portal adds, changes to come, and the sources by number."""
    lines: list[str] = []
    heading = None
    for item in answer.answer:
        if item.heading and item.heading != heading:
            lines += ["", item.heading] if lines else [item.heading]
            heading = item.heading
        marks = "".join(f" [{number}]" for number in item.citations)
        lines.append(f"- {item.text}{marks}")
    if answer.message:
        lines += ["", answer.message] if lines else [answer.message]
    if answer.nearest:
        lines += ["", texts.NEAREST, *(f"- {one.title}: {one.url}" for one in answer.nearest)]
    if answer.upcoming:
        lines += ["", *(texts.coming(one.begins, one.summary) for one in answer.upcoming)]
    if answer.citations:
        lines += ["", texts.SOURCES, *(_source(one) for one in answer.citations)]
    return "\n".join(lines)


def _source(citation: Citation) -> str:
    diary = f", {citation.source.diary_number}" if citation.source.diary_number else ""
    place = f"[{citation.number}] {citation.title}, {citation.field}: {citation.url}"
    return f"{place} ({citation.source.document}{diary})"
