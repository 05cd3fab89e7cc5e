"""Devices without a section of their own: those whose class the handbook gives, and unknown ones."""

from assistant import texts
from assistant.aspects import Aspect
from assistant.citing import Piece
from assistant.context import Context, Draft
from assistant.devices import ONCE
from assistant.linking import Link
from assistant.payers import article_payer
from assistant.rules import rule_pieces, topic_pieces

#: Rule sections that hold what a device section would for the devices of a class.
_CLASS_SECTIONS = {"ansvar-3": ("rekvisitionsartiklar",)}
_OF_A_CLASS = frozenset((Aspect.ORDER, Aspect.PRESCRIBER, Aspect.GETTING, Aspect.BUY, Aspect.CHANGES))
#: Never answered by a rule for all devices.
_OF_ONE_DEVICE = frozenset((Aspect.PAYER, Aspect.GETTING, Aspect.CRITERIA, Aspect.PRESCRIBER))


def classed_apart(ctx: Context) -> Draft:
    """Who pays for a kind of a device that has a class of its own ("talflytshjälpmedel")."""
    placed = {place for link in ctx.question.devices for place in link.positions}
    links = [link for link in ctx.question.articles if set(link.positions) <= placed]
    return Draft(tuple(piece for link in links for piece in article_payer(ctx, link)))


def of_article(ctx: Context, link: Link) -> Draft:
    """A device whose class is known but that has no section."""
    aspects = [one for one in ctx.question.aspects if one not in ONCE]
    if not ctx.question.aspects:
        pieces = article_payer(ctx, link) + rule_pieces(ctx, Aspect.FEE, [link.word], most=1)
        return Draft(tuple(pieces), missing=(texts.no_section(link.text),), focus=(link.target,))
    pieces, lacking = [], []
    for aspect in aspects:
        found = _article_pieces(ctx, link, aspect)
        pieces += found
        if not found:
            lacking.append(aspect)
    missing = (texts.no_section_says(link.text, lacking),) if lacking else ()
    return Draft(tuple(pieces), missing=missing, focus=(link.target,))


def _article_pieces(ctx: Context, link: Link, aspect: Aspect) -> list[Piece]:
    if aspect is Aspect.PAYER:
        return article_payer(ctx, link)
    own = _CLASS_SECTIONS.get(link.target, ()) if aspect in _OF_A_CLASS else ()
    return topic_pieces(ctx, own) or rule_pieces(ctx, aspect, [link.word])


def of_absent(ctx: Context, link: Link) -> Draft:
    """A device of the field that the handbook says nothing about: only rules for all devices can answer."""
    pieces: list[Piece] = []
    lacking: list[Aspect] = []
    for aspect in ctx.question.aspects:
        if aspect in ONCE:
            continue
        found = [] if aspect in _OF_ONE_DEVICE else rule_pieces(ctx, aspect, [link.word])
        pieces += found
        lacking += [] if found else [aspect]
    if not ctx.question.aspects:
        on_topic = topic_pieces(ctx, dict.fromkeys(one.target for one in ctx.question.topics))
        return Draft(tuple(on_topic), missing=() if on_topic else (texts.no_section(link.text),))
    return Draft(tuple(pieces), missing=(texts.no_section_says(link.text, lacking),) if lacking else ())
