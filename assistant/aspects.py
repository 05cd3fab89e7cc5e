"""What a question asks, and where the handbook keeps that: fields of the device, then general rules."""

from dataclasses import dataclass
from enum import StrEnum


class Aspect(StrEnum):
    """One thing that can be asked; the values stand in cues.csv."""

    CRITERIA = "kriterier"
    PRESCRIBER = "förskrivare"
    PAYER = "betalare"
    FEE = "avgift"
    DOUBLE = "dubbelförskrivning"
    FOLLOW_UP = "uppföljning"
    TRAINING = "utbildning"
    FITTING = "utprovning"
    RESPONSIBILITY = "patientens ansvar"
    STORAGE = "förvaring"
    RENT = "hyra"
    REPAIR = "reparation"
    INSPECTION = "besiktning"
    SERVICE_TIME = "servicemål"
    LOSS = "förlust"
    RETURN = "återlämning"
    TRANSPORT = "transport"
    CONTACT = "kontakt"
    HOURS = "öppettider"
    IMPORTANT = "viktigt"
    DESCRIPTION = "beskrivning"
    BUY = "köp"
    ORDER = "beställning"
    GETTING = "få hjälpmedel"
    CHANGES = "ändringar"
    CODE = "iso-kod"
    DIFFERENCE = "skillnad"


@dataclass(frozen=True, slots=True)
class Route:
    """`fields` of the device's own section, then `rules`: general sections that answer when it has none.

    `words` are word beginnings (plain spelling) of which a statement outside those fields must hold one to
    count as an answer; `general_only` marks what is never a matter of the single device (opening hours);
    `alone` are the sections that answer when no device is named at all, where they differ from `rules`.
    """

    fields: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    general_only: bool = False
    alone: tuple[str, ...] = ()


ROUTES: dict[Aspect, Route] = {
    Aspect.CRITERIA: Route(("kriterier",), alone=("forskrivningsprocessen",)),
    Aspect.PRESCRIBER: Route(("förskrivare",), alone=("forskrivare-och-utbildning",)),
    Aspect.PAYER: Route(("kostnadsansvar",), ("kostnadsansvar",)),
    Aspect.FEE: Route(("avgift",), ("avgifter",), ("avgift", "kostnad", "gratis", "kronor")),
    Aspect.DOUBLE: Route(("dubbelförskrivning",), (), ("dubbelforskriv",)),
    Aspect.FOLLOW_UP: Route(("uppföljning",), ("forskrivningsprocessen",), ("uppfolj",)),
    Aspect.TRAINING: Route(("utbildning",), ("forskrivare-och-utbildning",), ("utbildning", "kurs")),
    Aspect.FITTING: Route(("utprovning",), ("radgivning-och-utprovning",), ("utprov", "provas", "konsulent")),
    Aspect.RESPONSIBILITY: Route(("patientens ansvar",), ("patientens-ansvar",)),
    Aspect.STORAGE: Route(("förvaring",), ("patientens-ansvar",), ("forvar", "laddutrymme")),
    Aspect.RENT: Route((), ("privathyra",), general_only=True),
    Aspect.REPAIR: Route(
        ("service",), ("service-och-besiktning",), ("repar", "service", "lagas", "tekniker")
    ),
    Aspect.INSPECTION: Route((), ("service-och-besiktning",), ("besikt",)),
    Aspect.SERVICE_TIME: Route((), ("servicemal",), ("arbetsdag",), general_only=True),
    Aspect.LOSS: Route((), ("patientens-ansvar",), ("forlor", "stold", "skad", "misskot"), general_only=True),
    Aspect.RETURN: Route((), ("patientens-ansvar",), ("lamna", "retur")),
    Aspect.TRANSPORT: Route(("transport",), ("transport",), ("transport", "flytt", "leverans", "leverer")),
    Aspect.CONTACT: Route((), ("kontakt",), general_only=True),
    Aspect.HOURS: Route((), ("kontakt",), general_only=True),
    Aspect.IMPORTANT: Route(("viktigt",)),
    Aspect.DESCRIPTION: Route(("beskrivning",)),
    Aspect.BUY: Route((), ("forsaljning",), general_only=True),
    Aspect.ORDER: Route(("process",), ("bestallning-till-verksamhet",), ("bestall", "uttag")),
    Aspect.DIFFERENCE: Route(("kriterier",)),
    Aspect.CODE: Route(("beskrivning",)),
    Aspect.CHANGES: Route((), general_only=True),
    Aspect.GETTING: Route(("förskrivare",), ("forskrivningsprocessen",)),
}

#: Fields that answer when no field is asked for, in this order.
OVERVIEW = ("beskrivning", "kriterier", "förskrivare")
