"""Texts as numbered features for the shipped model: words, stems and character 3–5-grams hashed into buckets.

Free of torch, so that a question can be turned into a vector without loading it.
"""

import math
import zlib
from collections import Counter
from functools import lru_cache

from knowledge.text import STOP_WORDS, stem, strip_accents, words

GRAM_SIZES = (3, 4, 5)


@lru_cache(maxsize=65536)
def buckets_of(word: str, count: int) -> tuple[int, ...]:
    """The buckets (0 ≤ bucket < count) of one folded word. Stable across machines: CRC-32 of UTF-8."""
    marked = f"<{strip_accents(word)}>"
    features = {f"w{word}", f"s{stem(word)}"}
    features.update(
        f"g{marked[at : at + size]}" for size in GRAM_SIZES for at in range(len(marked) - size + 1)
    )
    return tuple(sorted(zlib.crc32(feature.encode()) % count for feature in features))


def weighted_buckets(text: str, count: int) -> dict[int, float]:
    """Bucket → 1 + log of how often its features occur in `text`, stop words left out unless alone."""
    read = words(text)
    content = [word for word in read if word not in STOP_WORDS] or read
    counted = Counter(bucket for word in content for bucket in buckets_of(word, count))
    return {bucket: 1.0 + math.log(times) for bucket, times in counted.items()}
