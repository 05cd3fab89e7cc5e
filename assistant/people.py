"""Who a question is about: the profession that asks to prescribe, and where the patient lives."""

from collections.abc import Sequence

from assistant.words import Word, nearly
from knowledge.payer import Housing

#: Plain word (without å, ä, ö) → the profession as the handbook writes it.
_PROFESSIONS = {
    "arbetsterapeut": "arbetsterapeut",
    "at": "arbetsterapeut",
    "fysioterapeut": "fysioterapeut",
    "ft": "fysioterapeut",
    "sjukgymnast": "fysioterapeut",
    "logoped": "logoped",
    "sjukskoterska": "sjuksköterska",
    "skoterska": "sjuksköterska",
    "ssk": "sjuksköterska",
    "distriktsskoterska": "distriktssköterska",
    "dsk": "distriktssköterska",
    "lakare": "läkare",
    "doktor": "läkare",
    "barnmorska": "barnmorska",
    "specialpedagog": "specialpedagog",
    "audionom": "audionom",
    "synpedagog": "synpedagog",
    "underskoterska": "undersköterska",
    "usk": "undersköterska",
    "bistandshandlaggare": "biståndshandläggare",
    "dietist": "dietist",
    "psykolog": "psykolog",
    "kurator": "kurator",
    "uroterapeut": "uroterapeut",
    "tandlakare": "tandläkare",
    "hjalpmedelskonsulent": "hjälpmedelskonsulent",
}
_ENDINGS = ("ernas", "erna", "orna", "arna", "ens", "ans", "er", "or", "ar", "en", "an", "na", "n", "s")

_SPECIAL = (
    ("sarskilt", "boende"),
    ("sarskilda", "boende"),
    ("sarskilda", "boenden"),
    ("sabo",),
    ("sebo",),
    ("aldreboende",),
    ("aldreboendet",),
    ("vardboende",),
    ("demensboende",),
    ("gruppboende",),
    ("gruppbostad",),
    ("servicehus",),
    ("servicehuset",),
    ("korttidsboende",),
    ("lss", "boende"),
    ("lss-boende",),
    ("lss-bostad",),
    ("pa", "hemmet"),
    ("sjukhem",),
    ("alderdomshem",),
    ("hemmet", "dar"),
)
_ORDINARY = (
    ("ordinart", "boende"),
    ("eget", "boende"),
    ("egna", "boendet"),
    ("egen", "bostad"),
    ("eget", "hem"),
    ("eget", "hus"),
    ("hemma",),
    ("egen", "lagenhet"),
    ("villa",),
)
_HABILITATION = (
    "hab",
    "habilitering",
    "habiliteringen",
    "habiliteringscentrum",
    "habben",
    "vuxenhabiliteringen",
)
_HABILITATION_BEGINS = ("habiliter", "barnhabiliter", "vuxenhabiliter")


def profession_of(word: str) -> str | None:
    """The profession that a plain word names in any form ("sjukskoterskor"), or None."""
    if word in _PROFESSIONS:
        return _PROFESSIONS[word]
    for ending in _ENDINGS:
        root = word.removesuffix(ending)
        if root == word or len(root) < 5:
            continue
        for form in (root, root + "a", root + "e"):
            if form in _PROFESSIONS:
                return _PROFESSIONS[form]
    return None


def professions(words: Sequence[Word]) -> dict[int, str]:
    """Position → profession for every word that names one."""
    return {place: name for place, word in enumerate(words) if (name := profession_of(word.plain))}


def housing(words: Sequence[Word]) -> tuple[Housing | None, frozenset[int]]:
    """Where the patient lives according to the question, and the positions of the words that say so."""
    for phrases, kind in ((_SPECIAL, Housing.SPECIAL), (_ORDINARY, Housing.ORDINARY)):
        for phrase in phrases:
            for start in range(len(words) - len(phrase) + 1):
                said = words[start : start + len(phrase)]
                if len(said) == len(phrase) and all(map(_is_spelt, said, phrase)):
                    return kind, frozenset(range(start, start + len(phrase)))
    return None, frozenset()


def _is_spelt(word: Word, part: str) -> bool:
    return word.plain == part or (word.plain[:2] == part[:2] and nearly(word.plain, part))


def habilitation(words: Sequence[Word]) -> frozenset[int]:
    """Positions of the words that say that the patient has support from Habiliteringscentrum."""
    return frozenset(
        place
        for place, word in enumerate(words)
        if word.plain in _HABILITATION or word.plain.startswith(_HABILITATION_BEGINS)
    )
