"""Finds statements by the question's telling words anywhere in the handbook, when no name leads there."""

from collections.abc import Sequence

from assistant.citing import Piece
from assistant.context import Context
from assistant.synonyms import synonyms
from assistant.vocabulary import keys_of
from assistant.words import Word
from knowledge.model import SectionVersion

_ENOUGH_COVERED = 0.75
_RARE = 0.62
_MOST = 4
_FEW_WORDS = 5
# A long story is never said by the words of one section.
_MANY_WORDS = 16
# Their sections answer only when their field is named.
_OTHER_UNITS = "andra-enheter"


def anywhere(ctx: Context, words: Sequence[Word] | None = None) -> list[Piece]:
    """The statements of the one section that covers the words (default: all telling ones); else nothing."""
    telling = ctx.question.free_words if words is None else words
    said = synonyms()
    keys = tuple(dict.fromkeys(said.get(word.key, (word.key,))[0] for word in telling if len(word.key) > 2))
    wanted = sum(ctx.vocabulary.weight(one) for one in keys)
    if (
        not keys
        or len(keys) > _MANY_WORDS
        or (len(keys) == 1 and words is None and not _stands_alone(ctx, keys[0]))
    ):
        return []
    best: tuple[float, SectionVersion] | None = None
    for version in ctx.library.handbook.valid_on(ctx.question.day):
        if version.area == _OTHER_UNITS:
            continue
        covered = _covered(ctx, version, keys)
        if covered >= _ENOUGH_COVERED * wanted and (best is None or covered > best[0]):
            best = (covered, version)
    return _statements(ctx, best[1], keys) if best else []


def _stands_alone(ctx: Context, one: str) -> bool:
    """A single telling word must be a rare one of ours, and nearly the whole question."""
    short = len(ctx.question.words) <= _FEW_WORDS
    return short and ctx.vocabulary.knows(one) and ctx.vocabulary.weight(one) >= _RARE


def _covered(ctx: Context, version: SectionVersion, keys: tuple[str, ...]) -> float:
    """The best single statement's overlap, and a quarter of what only the rest of the section holds."""
    texts = [f"{statement.text} {statement.group or ''}" for _, statement in version.statements()]
    single = max((ctx.vocabulary.overlap(text, keys) for text in texts), default=0.0)
    whole = frozenset(one for text in (*texts, version.title) for one in keys_of(text))
    spread = sum(ctx.vocabulary.weight(one) * ctx.vocabulary.likeness(one, whole) for one in keys)
    return 0.5 * single + 0.5 * spread


def _statements(ctx: Context, version: SectionVersion, keys: tuple[str, ...]) -> list[Piece]:
    ranked = ctx.ranked(version, version.statements(), keys)
    best = ranked[0][0] if ranked else 0.0
    return [piece for score, piece in ranked if score > 0 and score >= 0.6 * best][:_MOST]
