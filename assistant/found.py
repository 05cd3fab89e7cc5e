"""What the search finds, and when it may be believed without any name in the question.

Both legs must agree, the best must stand clear of the second, and the section (with the lexicon's words for
it) must hold much of what the question says. The limits were read off the development questions.
"""

from assistant.context import Context
from knowledge.search import Hit

_AGREED = 0.95
_CLEAR = 0.2
_LEXICAL = 25.0
_EMBEDDING = 0.5
_STRONG_LEXICAL = 45.0
_COVERED = 0.4


def hits(ctx: Context, most: int = 5) -> list[Hit]:
    """The versions nearest to the question on its day."""
    return ctx.library.searcher.search(ctx.question.text, as_of=ctx.question.day, k=most)


def trusted(ctx: Context) -> str | None:
    """The section that the search is sure of, or None."""
    best, second, *_ = [*hits(ctx, 2), None, None]
    if best is None or best.score < _AGREED or best.lexical < _LEXICAL or best.embedding < _EMBEDDING:
        return None
    if second is not None and best.score - second.score < _CLEAR:
        return None
    section_id = best.version.section_id
    strong = best.lexical >= _STRONG_LEXICAL or coverage(ctx, section_id) >= _COVERED
    return section_id if strong else None


def coverage(ctx: Context, section_id: str) -> float:
    """The share of the question's telling words, by weight, that are said of the section (0–1)."""
    keys = {word.key for word in ctx.question.words if word in ctx.question.free_words}
    wanted = sum(ctx.vocabulary.weight(one) for one in keys)
    said = ctx.everyday.get(section_id, frozenset())
    held = sum(ctx.vocabulary.weight(one) for one in keys if one in said)
    return held / wanted if wanted else 0.0
