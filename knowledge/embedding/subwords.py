"""Texts as numbered features for the shipped model: words, stems, 3–5-grams and ISO codes, hashed.

Free of torch, so that a question can be turned into a vector without loading it.
"""

import math
import zlib
from collections import Counter
from functools import lru_cache

from knowledge.text import STOP_WORDS, iso_codes_apart, stem, strip_accents, words

GRAM_SIZES = (3, 4, 5)


@lru_cache(maxsize=65536)
def buckets_of(word: str, count: int) -> tuple[int, ...]:
    """The buckets (0 ≤ bucket < count) of one folded word."""
    marked = f"<{strip_accents(word)}>"
    features = {f"w{word}", f"s{stem(word)}"}
    features.update(
        f"g{marked[at : at + size]}" for size in GRAM_SIZES for at in range(len(marked) - size + 1)
    )
    return tuple(sorted(_bucket(feature, count) for feature in features))


def _bucket(feature: str, count: int) -> int:
    """CRC-32 of UTF-8: the same on every machine."""
    return zlib.crc32(feature.encode()) % count


@lru_cache(maxsize=4096)
def buckets_of_code(code: str, count: int) -> tuple[int, ...]:
    """The buckets of an ISO code and of the group it belongs to."""
    return tuple(_bucket(f"i{code[:length]}", count) for length in {5, len(code)})


def content(text: str) -> tuple[list[str], list[str]]:
    """The words of `text`, stop words left out unless alone, and its ISO codes."""
    codes, rest = iso_codes_apart(text)
    read = words(rest)
    return [word for word in read if word not in STOP_WORDS] or read, codes


def weighted_buckets(text: str, count: int) -> dict[int, float]:
    """Bucket → 1 + log of how often its features occur in `text`."""
    said, codes = content(text)
    counted = Counter(bucket for word in said for bucket in buckets_of(word, count))
    counted.update(bucket for code in codes for bucket in buckets_of_code(code, count))
    return {bucket: 1.0 + math.log(times) for bucket, times in counted.items()}
