"""Coming changes of the cited sections, told beside the answer."""

from collections.abc import Iterable
from datetime import date

from assistant import texts
from assistant.answer import Citation, Upcoming
from knowledge.model import Handbook


def upcoming_changes(handbook: Handbook, citations: Iterable[Citation], as_of: date) -> tuple[Upcoming, ...]:
    """The next version of each cited section that begins within a year after `as_of`, soonest first."""
    changes: list[Upcoming] = []
    for section_id in dict.fromkeys(citation.section_id for citation in citations):
        section = handbook.section(section_id)
        coming = section.coming_after(as_of) if section else None
        if coming and coming.valid_from:
            changes.append(Upcoming(section_id, coming.valid_from, coming.change or texts.CHANGES))
    return tuple(sorted(changes, key=lambda one: one.begins))
