"""What a version itself says that its source does not show, picked by what was asked."""

from collections.abc import Iterable

from assistant.aspects import Aspect
from assistant.context import Context
from assistant.synonyms import said_instead
from assistant.vocabulary import keys_of
from assistant.words import split
from knowledge.model import SectionVersion

_RARE = 0.8
_SIGNS: dict[Aspect, tuple[str, ...]] = {
    Aspect.CRITERIA: ("kriteri", "villkor"),
    Aspect.PRESCRIBER: ("forskriva", "forskrivare", "yrkesgrupp"),
    Aspect.PAYER: ("ansvar", "betal", "kostnadsansvar"),
    Aspect.FEE: ("avgift", "kost", "belopp", "pris"),
    Aspect.DOUBLE: ("dubbelforskriv",),
    Aspect.FOLLOW_UP: ("uppfolj",),
    Aspect.TRAINING: ("utbildning",),
    Aspect.FITTING: ("utprov",),
    Aspect.RESPONSIBILITY: ("patientens", "egenansvar"),
    Aspect.STORAGE: ("forvar",),
    Aspect.REPAIR: ("service", "repar", "jour"),
    Aspect.TRANSPORT: ("transport", "leverans"),
}


def gaps(version: SectionVersion, aspects: Iterable[Aspect]) -> tuple[str, ...]:
    """The version's own sentences on what is missing, as far as they concern the aspects."""
    signs = tuple(sign for aspect in aspects for sign in _SIGNS.get(aspect, ()))
    return tuple(text for text in version.missing if signs and _tells(text, signs))


def unsaid_keys(ctx: Context) -> frozenset[str]:
    """Keys of the question's rare words beyond the names of devices, and the handbook's words for them."""
    question = ctx.question
    named = {one for link in question.devices + question.articles for one in keys_of(link.text)}
    keys = {word.key for word in question.free_words} - named
    said = (*keys, *said_instead(word.key for word in question.words))
    return frozenset(one for one in said if ctx.vocabulary.weight(one) > _RARE)


def asked_gaps(version: SectionVersion, keys: frozenset[str]) -> tuple[str, ...]:
    """The version's own sentences on what is missing that hold one of `keys`, words of the question."""
    return tuple(text for text in version.missing if keys & keys_of(text))


def _tells(text: str, signs: tuple[str, ...]) -> bool:
    return any(word.plain.startswith(signs) for word in split(text))
