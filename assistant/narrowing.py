"""From cues to what is really asked: professions, housing and neighbouring cues settle the doubtful ones."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from assistant.aspects import Aspect
from assistant.cues import CueFound
from assistant.words import Word
from knowledge.payer import Housing

# "Och på särskilt boende?": in so short a question the housing is all that is asked.
_SHORT = 6
_PRESCRIBE = ("forskriv", "ordiner", "utskriv")
#: What is asked first → what it makes superfluous, since it only lends the words.
_OVERRULES: tuple[tuple[Aspect, tuple[Aspect, ...]], ...] = (
    (Aspect.CHANGES, (Aspect.CRITERIA, Aspect.GETTING, Aspect.DESCRIPTION)),
    (
        Aspect.RENT,
        (
            Aspect.FEE,
            Aspect.PAYER,
            Aspect.GETTING,
            Aspect.BUY,
            Aspect.DESCRIPTION,
            Aspect.REPAIR,
            Aspect.TRANSPORT,
            Aspect.RETURN,
            Aspect.DOUBLE,
            Aspect.ORDER,
        ),
    ),
    (Aspect.LOSS, (Aspect.FEE, Aspect.PAYER, Aspect.RESPONSIBILITY, Aspect.GETTING)),
    (Aspect.RESPONSIBILITY, (Aspect.PAYER, Aspect.FEE, Aspect.GETTING, Aspect.BUY)),
    (Aspect.BUY, (Aspect.FEE, Aspect.GETTING)),
    (Aspect.PAYER, (Aspect.FEE, Aspect.GETTING)),
    (Aspect.HOURS, (Aspect.CONTACT,)),
    (Aspect.SERVICE_TIME, (Aspect.REPAIR, Aspect.FITTING, Aspect.TRANSPORT, Aspect.ORDER, Aspect.GETTING)),
    (Aspect.INSPECTION, (Aspect.REPAIR, Aspect.FEE)),
    (Aspect.TRANSPORT, (Aspect.FEE, Aspect.GETTING)),
    (Aspect.RETURN, (Aspect.GETTING, Aspect.CONTACT)),
    (Aspect.REPAIR, (Aspect.GETTING, Aspect.CONTACT, Aspect.LOSS)),
    (Aspect.PRESCRIBER, (Aspect.GETTING,)),
    (Aspect.CRITERIA, (Aspect.GETTING,)),
    (Aspect.STORAGE, (Aspect.RESPONSIBILITY,)),
    (Aspect.FITTING, (Aspect.GETTING,)),
    (Aspect.TRAINING, (Aspect.GETTING,)),
    (Aspect.DOUBLE, (Aspect.GETTING, Aspect.CRITERIA)),
)


def asked(
    cues: Sequence[CueFound], words: Sequence[Word], who: Mapping[int, str], home: Housing | None
) -> tuple[Aspect, ...]:
    """What the question asks, in its own order, without what another aspect already covers."""
    found = list(dict.fromkeys(cue.asks for cue in cues))
    prescribing = any(word.plain.startswith(_PRESCRIBE) for word in words) or _writes_out(words)
    if who and prescribing and Aspect.PRESCRIBER not in found:
        found.insert(0, Aspect.PRESCRIBER)
        found = [one for one in found if one is not Aspect.CRITERIA]
    if home is Housing.SPECIAL and not found and len(words) <= _SHORT:
        found.append(Aspect.PAYER)
    if len(found) > 1 and Aspect.DESCRIPTION in found:
        found.remove(Aspect.DESCRIPTION)
    return tuple(_without_overruled(found))


def _writes_out(words: Sequence[Word]) -> bool:
    return any(one.plain.startswith("skriv") and other.plain == "ut" for one, other in pairwise(words))


def _without_overruled(found: Iterable[Aspect]) -> list[Aspect]:
    left = list(found)
    for aspect, lesser in _OVERRULES:
        if aspect in left:
            left = [one for one in left if one not in lesser]
    return left
