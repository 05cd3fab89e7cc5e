"""Who pays for a device, by its class, where the person lives and whether Habiliteringscentrum supports them.

The table is the handbook's section `kostnadsansvar` (board documents HMC250016 and HMC250018); every result
names the statement there that says so on the day asked about.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from knowledge.files import DEFAULT_HANDBOOK, read_handbook
from knowledge.model import ArticleClass, Handbook, SectionVersion, Statement

SECTION_ID = "kostnadsansvar"
_FIELD = "kostnadsansvar"
_SUPPORT = "habiliteringscentrum"

#: The first day without class 3, whose articles move to 2 or 4 (proposal HMC250016).
CLASS_THREE_ENDS = date(2027, 1, 1)


class Housing(StrEnum):
    """Where the person lives, in the handbook's words."""

    ORDINARY = "ordinärt boende"
    SPECIAL = "särskilt boende"


class PayerName(StrEnum):
    """Who bears the cost; CLASS_ENDED when no device has the class any more on that day."""

    REGION = "regionen"
    HABILITATION = "regionen, genom Habiliteringscentrum"
    MUNICIPALITY = "kommunen"
    CLINIC = "regionen, genom den klinik som förskriver hjälpmedlet"
    CLASS_ENDED = "klassen har upphört"


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays, and the statement of the handbook that says so."""

    name: PayerName
    anchor: str
    section_id: str = SECTION_ID


class PayerNotStatedError(LookupError):
    """The handbook has no statement for this class and housing on this day."""


def payer_name(article_class: ArticleClass, housing: Housing, habilitation: bool, as_of: date) -> PayerName:
    """The table itself. Class 4 in särskilt boende is the municipality's even with Habiliteringscentrum."""
    if article_class is ArticleClass.CLINIC:
        return PayerName.CLINIC
    if article_class is ArticleClass.THREE and as_of >= CLASS_THREE_ENDS:
        return PayerName.CLASS_ENDED
    if article_class is ArticleClass.FOUR:
        return PayerName.MUNICIPALITY if housing is Housing.SPECIAL else PayerName.REGION
    if habilitation:
        return PayerName.HABILITATION
    if article_class is ArticleClass.ONE or housing is Housing.ORDINARY:
        return PayerName.REGION
    return PayerName.MUNICIPALITY


def who_pays(
    article_class: ArticleClass,
    housing: Housing,
    habilitation: bool,
    as_of: date,
    *,
    handbook: Handbook | None = None,
) -> Payer:
    """Who pays on `as_of`, with the statement to cite, from `handbook` (default: the published one).

    Raises PayerNotStatedError when the handbook does not say it in so many words.
    """
    section = (handbook or _published()).section(SECTION_ID)
    version = section.version_on(as_of) if section else None
    if version is None:
        raise PayerNotStatedError(f"no section {SECTION_ID} valid on {as_of}")
    name = payer_name(article_class, housing, habilitation, as_of)
    for statement in _of_class(version, article_class):
        if _says(statement, name, housing, habilitation):
            return Payer(name, statement.anchor)
    raise PayerNotStatedError(f"{SECTION_ID} does not say who pays class {article_class} on {as_of}")


def _of_class(version: SectionVersion, article_class: ArticleClass) -> tuple[Statement, ...]:
    is_clinic = article_class is ArticleClass.CLINIC
    group = "klinikhjälpmedel" if is_clinic else f"ansvar {article_class}"
    field = version.field(_FIELD)
    statements = field.statements if field else ()
    return tuple(one for one in statements if (one.group or "").lower() == group)


def _says(statement: Statement, name: PayerName, housing: Housing, habilitation: bool) -> bool:
    text = statement.text.lower()
    if name is PayerName.CLASS_ENDED:
        return "upphör" in text
    about = text.partition("betalar")[0]
    supported = _SUPPORT in about
    return f"i {housing}" in about and supported == habilitation and f"betalar {name.lower()}." in text


@lru_cache(maxsize=1)
def _published() -> Handbook:
    return read_handbook(DEFAULT_HANDBOOK)
