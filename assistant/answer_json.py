"""An answer as the JSON object that commands and the HTTP API give out."""

from datetime import date
from typing import Any

from assistant.answer import Answer, Citation
from knowledge.model import Source


def to_json(answer: Answer) -> dict[str, Any]:
    """The answer with only JSON types; dates as YYYY-MM-DD, open ends as null."""
    return {
        "question": answer.question,
        "as_of": answer.as_of.isoformat(),
        "status": answer.status.value,
        "answer": [
            {"text": item.text, "citations": list(item.citations), "heading": item.heading}
            for item in answer.answer
        ],
        "citations": [_citation(one) for one in answer.citations],
        "upcoming": [
            {"section_id": one.section_id, "from": one.begins.isoformat(), "summary": one.summary}
            for one in answer.upcoming
        ],
        "actions": [{"kind": one.kind, "label": one.label, "url": one.url} for one in answer.actions],
        "message": answer.message,
        "nearest": [
            {"section_id": one.section_id, "title": one.title, "url": one.url} for one in answer.nearest
        ],
        "focus": list(answer.focus),
        "took_ms": answer.took_ms,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "number": citation.number,
        "section_id": citation.section_id,
        "field": citation.field,
        "title": citation.title,
        "iso_codes": list(citation.iso_codes),
        "valid_from": _day(citation.valid_from),
        "valid_to": _day(citation.valid_to),
        "section_status": citation.section_status.value,
        "source": _source(citation.source),
        "quote": citation.quote,
        "url": citation.url,
        "anchor": citation.anchor,
        "group": citation.group,
        "proposed": citation.proposed,
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "document": source.document,
        "diary_number": source.diary_number,
        "page": source.page,
        "url": source.url,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
