"""Search in the handbook's list as one types, with the searcher's help once it is there."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from knowledge.links import plain
from knowledge.model import Handbook
from knowledge.search import Hit, Searcher
from portal import knowing
from portal.reading.shelf import Entry, Piece, entries, narrow

LONGEST_TEXT = 200
MOST_RANKED = 12
# Of 1 for the best thinkable hit.
LEAST_SCORE = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """What a search left, and how its text was perhaps meant ("" when it looks right)."""

    entries: list[Entry] = field(default_factory=list)
    meant: str = ""


def find(handbook: Handbook, *, text: str, area: str, iso: str, day: date) -> Found:
    """The sections that pass the filters on `day`. Blocking: ranking takes milliseconds, call it in a thread.

    Until the index is open only titles, first sentences and codes are searched.
    """
    asked = text.strip()[:LONGEST_TEXT]
    if not asked or not knowing.is_ready():
        return Found(narrow(entries(handbook, day), text=asked, area=area, iso=iso))
    searcher = knowing.library().searcher
    # What has no word in common with the text, or little, is a guess and no hit of a list.
    hits = [
        hit
        for hit in searcher.search(asked, as_of=day, k=MOST_RANKED)
        if hit.lexical > 0 and hit.score >= LEAST_SCORE
    ]
    ranked = [hit.version.section_id for hit in hits]
    left = narrow(entries(handbook, day), text=asked, area=area, iso=iso, ranked=ranked)
    return Found(_with_pieces(left, hits, asked, searcher), searcher.suggest(asked) or "")


def _with_pieces(left: Sequence[Entry], hits: Sequence[Hit], asked: str, searcher: Searcher) -> list[Entry]:
    """Entries with the statement of theirs that says most of what was asked, its words marked."""
    found = {hit.version.section_id: hit.version for hit in hits}
    shown: list[Entry] = []
    for one in left:
        version = found.get(one.section_id)
        best = searcher.statements(version, asked)[:1] if version else []
        said = plain(best[0][0].text) if best and best[0][1] > 0 else one.lead
        shown.append(replace(one, pieces=_pieces(said, searcher.spans(said, asked))))
    return shown


def _pieces(text: str, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    """`text` cut where what is marked begins and ends."""
    pieces: list[Piece] = []
    at = 0
    for start, end in spans:
        pieces += [Piece(text[at:start], False), Piece(text[start:end], True)]
        at = end
    return [piece for piece in (*pieces, Piece(text[at:], False)) if piece.text]
