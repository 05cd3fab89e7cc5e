"""When a scope card (somebody else's field) answers instead of the handbook."""

from collections.abc import Sequence

from assistant.aspects import Aspect
from assistant.context import Context
from assistant.understanding import Understanding
from assistant.vocabulary import is_common
from assistant.words import Word, key, split
from knowledge.scope import ScopeCard

#: Asked of a device, these are answered from the handbook even when a neighbouring field is mentioned.
_OF_THE_DEVICE = frozenset(
    (
        Aspect.CRITERIA, Aspect.PRESCRIBER, Aspect.PAYER, Aspect.DOUBLE, Aspect.FOLLOW_UP, Aspect.TRAINING,
        Aspect.FITTING, Aspect.RESPONSIBILITY, Aspect.STORAGE, Aspect.RENT, Aspect.REPAIR, Aspect.LOSS,
        Aspect.RETURN, Aspect.INSPECTION,
    )
)  # fmt: skip


def winning_card(ctx: Context) -> ScopeCard | None:
    """The card to answer with, or None when the handbook should be asked."""
    question = ctx.question
    card = question.card
    if card is None:
        return None
    evidence = _evidence(card, question.words)
    if not evidence:
        # The card was found by a corrected spelling: believe it only when nothing else is understood.
        return None if _anything_else(question) else card
    named = [link for link in question.devices + question.articles if link.exact]
    own = {place for link in named for place in link.positions}
    beside = own - evidence
    if beside and set(question.aspects) & _OF_THE_DEVICE:
        return None
    if own and evidence <= own:
        return None
    needs = {place for link in question.needs for place in link.positions}
    if len(needs) > len(evidence) and not needs <= evidence:
        return None
    return card


def _anything_else(question: Understanding) -> bool:
    return bool(question.aspects or question.topics or question.needs or question.names_something)


def _evidence(card: ScopeCard, words: Sequence[Word]) -> set[int]:
    """Positions of the words that stand in the question as the card has them, but for lone everyday words."""
    keys = [word.key for word in words]
    found: set[int] = set()
    for phrase in card.words:
        wanted = [key(one.text) for one in split(phrase)]
        if all(is_common(one) for one in split(phrase)) and len(wanted) < 3:
            continue
        for start in range(len(keys) - len(wanted) + 1):
            if keys[start : start + len(wanted)] == wanted:
                found.update(range(start, start + len(wanted)))
    return found
