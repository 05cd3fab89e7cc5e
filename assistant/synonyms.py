"""The handbook's word for what people say: widens the search for a statement, never decides what is meant.

Staff can read and add to synonyms.csv.
"""

import csv
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from assistant.words import key

SYNONYMS_FILE = Path(__file__).with_name("synonyms.csv")


@lru_cache(maxsize=1)
def synonyms(path: Path = SYNONYMS_FILE) -> dict[str, tuple[str, ...]]:
    """Key of what is asked → keys of what the handbook says."""
    known: dict[str, tuple[str, ...]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            asked, said = key(row["asked"]), key(row["said"])
            known[asked] = tuple(dict.fromkeys((*known.get(asked, ()), said)))
    return known


def said_instead(keys: Iterable[str]) -> tuple[str, ...]:
    """Only the handbook's own words for the keys."""
    known = synonyms()
    return tuple(dict.fromkeys(said for one in keys for said in known.get(one, ())))


def widened(keys: Iterable[str]) -> tuple[str, ...]:
    """The keys with the handbook's own words for them added."""
    listed = tuple(keys)
    return tuple(dict.fromkeys((*listed, *said_instead(listed))))
