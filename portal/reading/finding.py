"""Search in the handbook's list as one types, with the searcher's help once it is there."""

from datetime import date

from knowledge.model import Handbook
from portal import knowing
from portal.reading.shelf import Entry, entries, narrow

LONGEST_TEXT = 200
MOST_RANKED = 12
# Of 1 for the best thinkable hit.
LEAST_SCORE = 0.5


def find(handbook: Handbook, *, text: str, area: str, iso: str, day: date) -> list[Entry]:
    """The sections that pass the filters on `day`. Blocking: ranking takes milliseconds, call it in a thread.

    Until the index is open only titles, first sentences and codes are searched.
    """
    plain = text.strip()[:LONGEST_TEXT]
    ranked: tuple[str, ...] = ()
    if plain and knowing.is_ready():
        hits = knowing.library().searcher.search(plain, as_of=day, k=MOST_RANKED)
        # What has no word in common with the text, or little, is a guess and no hit of a list.
        ranked = tuple(hit.version.section_id for hit in hits if hit.lexical > 0 and hit.score >= LEAST_SCORE)
    return narrow(entries(handbook, day), text=plain, area=area, iso=iso, ranked=ranked)
