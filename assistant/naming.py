"""Which devices a statement names: general rules mention some devices and must not be quoted for others."""

from collections.abc import Sequence

from assistant.context import Context
from assistant.linking import RULE_AREAS, is_sound
from assistant.vocabulary import keys_of
from knowledge.lexicon import NOWHERE

_DEVICE_KINDS = frozenset(("device", "article", "brand"))


def names_asked(ctx: Context, text: str, devices: Sequence[str]) -> bool:
    """True when the statement names one of the asked devices (section ids or words)."""
    if named_in(ctx, text) & _asked(ctx, devices):
        return True
    links = ctx.question.articles + ctx.question.absent
    return any(keys_of(link.word) <= keys_of(text) for link in links if keys_of(link.word))


def names_other(ctx: Context, text: str, devices: Sequence[str]) -> bool:
    """True when the statement names a device that is not asked about."""
    return bool(named_in(ctx, text) - _asked(ctx, devices))


def _asked(ctx: Context, devices: Sequence[str]) -> set[str]:
    return set(devices) | {link.word for link in ctx.question.articles + ctx.question.absent}


def named_in(ctx: Context, text: str) -> frozenset[str]:
    """Devices named in a statement: section ids, and the words of devices without a section."""
    if text not in ctx.named:
        ctx.named[text] = frozenset(_named(ctx, text))
    return ctx.named[text]


def _named(ctx: Context, text: str) -> set[str]:
    named: set[str] = set()
    for mention in ctx.library.lexicon.mentions(text):
        if not mention.exact or mention.kind not in _DEVICE_KINDS or not is_sound(mention):
            continue
        section = ctx.library.handbook.section(mention.target)
        if section and section.versions[0].area not in RULE_AREAS:
            named.add(mention.target)
        elif mention.kind == "article" or mention.target == NOWHERE:
            named.add(mention.word)
    return named
