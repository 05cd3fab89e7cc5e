"""What an answer is: statements of the handbook with numbered citations, or an honest refusal."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from knowledge.model import Source, Status


class AnswerStatus(StrEnum):
    """How a question ended; see the contract of `ask`."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    CONFLICT = "conflict"
    NOT_FOUND = "not_found"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a quote stands. `quote` is verbatim from the version valid on the answer's date."""

    number: int
    section_id: str
    field: str
    title: str
    iso_codes: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    section_status: Status
    source: Source
    quote: str
    anchor: str
    url: str
    group: str | None = None
    # True when the quoted statement is itself part of an unconfirmed proposal, not carried over unchanged.
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """One thing said, and the numbers of the citations that carry it (at least one)."""

    text: str
    citations: tuple[int, ...]
    # What the item is about, for display as a heading ("Samtalsapparater – kriterier").
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A change of a cited section that begins after the answer's date, within a year."""

    section_id: str
    begins: date
    summary: str


@dataclass(frozen=True, slots=True)
class Action:
    """A next step to offer. `kind` is rent, repair, errand, who-pays or price."""

    kind: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """A section near an unanswered question: offered as near, never as an answer."""

    section_id: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer. `message` is what the portal itself says (a refusal, what is missing)."""

    question: str
    as_of: date
    status: AnswerStatus
    answer: tuple[AnswerItem, ...] = ()
    citations: tuple[Citation, ...] = ()
    upcoming: tuple[Upcoming, ...] = ()
    actions: tuple[Action, ...] = ()
    message: str | None = None
    nearest: tuple[Nearest, ...] = ()
    focus: tuple[str, ...] = field(default=())
    took_ms: float = 0.0
