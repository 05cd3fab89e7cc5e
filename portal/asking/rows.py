"""The shapes in which a conversation is shown: plain rows that a page can walk through."""

from dataclasses import dataclass, field

from portal.reading.inline import Part


@dataclass(frozen=True, slots=True)
class CitationRow:
    """A numbered link to the statement cited; `turn` says under which answer it opens.

    `ids` are those of its two links on the page: in the text and in the list of sources.
    """

    number: int
    turn: int
    label: str
    href: str
    section_id: str
    anchor: str
    place: str
    as_of: str
    ids: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One thing said, and its citations."""

    parts: list[Part] = field(default_factory=list)
    proposed: str = ""
    citations: list[CitationRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """What is said of one group ("" for what belongs to none), e.g. one kind of a device.

    Not called items: a state's row has a method of that name in the browser.
    """

    name: str
    said: list[ItemRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BlockRow:
    """What is said under one heading ("" when the answer gives none).

    `proposed` is set when all of it is a proposal; what is said then does not repeat it.
    """

    heading: str
    proposed: str = ""
    groups: list[GroupRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A field of a section, or a group in it, with the citations that stand there."""

    place: str
    citations: list[CitationRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One cited section version: where it comes from, what its status means, and the places cited in it."""

    title: str
    href: str
    validity: str
    status: str
    tag_kind: str
    note: str
    document: str
    address: str
    places: list[PlaceRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A coming change: from when, what, and where to read it."""

    begins: str
    summary: str
    href: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link with its words."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class TurnRow:
    """One question with its answer. `kind` is the answer's status in the contract's words."""

    number: int
    question: str
    kind: str
    status: str
    as_of: str
    as_of_line: str
    message: list[Part] = field(default_factory=list)
    blocks: list[BlockRow] = field(default_factory=list)
    changes: list[ChangeRow] = field(default_factory=list)
    actions: list[LinkRow] = field(default_factory=list)
    nearest: list[LinkRow] = field(default_factory=list)
    # How a refused question was perhaps meant: one link or none.
    meant: list[LinkRow] = field(default_factory=list)
    sources: list[SourceRow] = field(default_factory=list)
    section_ids: list[str] = field(default_factory=list)
    permalink: str = ""
    copy_text: str = ""
