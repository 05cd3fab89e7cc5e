"""The assistant's own Swedish: connecting words, what it says when it cannot answer, labels of next steps."""

from datetime import date

from assistant.aspects import Aspect

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip

#: How a missing thing is named in "Avsnittet om … säger inget om …".
ASPECT_NAMES: dict[Aspect, str] = {
    Aspect.CRITERIA: "kriterier för förskrivning",
    Aspect.PRESCRIBER: "vem som får förskriva",
    Aspect.PAYER: "vem som betalar",
    Aspect.FEE: "vad det kostar för dig",
    Aspect.DOUBLE: "dubbelförskrivning",
    Aspect.FOLLOW_UP: "uppföljning",
    Aspect.TRAINING: "utbildning för förskrivare",
    Aspect.FITTING: "utprovning",
    Aspect.RESPONSIBILITY: "vad patienten själv ansvarar för",
    Aspect.STORAGE: "förvaring",
    Aspect.RENT: "privat hyra",
    Aspect.REPAIR: "service och reparation",
    Aspect.INSPECTION: "besiktning",
    Aspect.SERVICE_TIME: "hur lång tid det tar",
    Aspect.LOSS: "förlust och skada",
    Aspect.RETURN: "återlämning",
    Aspect.TRANSPORT: "transport",
    Aspect.CONTACT: "kontaktuppgifter",
    Aspect.HOURS: "öppettider",
    Aspect.IMPORTANT: "vad som är viktigt att tänka på",
    Aspect.DESCRIPTION: "vad det är",
    Aspect.BUY: "försäljning",
    Aspect.ORDER: "beställning",
    Aspect.GETTING: "hur man får hjälpmedlet",
    Aspect.CHANGES: "ändringar",
    Aspect.CODE: "ISO-kod",
    Aspect.DIFFERENCE: "skillnaden",
}

YES = "Ja. "
YES_BUT = "Ja, på vissa villkor. "
NO = "Nej. "
NEED_MESSAGE = "Det här är hjälpmedel som kan passa det du beskriver. En förskrivare bedömer vad som passar."
OUT_OF_SCOPE = (
    "Det här kan Hjälpmedelsportalen inte svara på. Här får du svar på frågor om hjälpmedel i Västmanland."
)
NOT_A_QUESTION = (
    "Skriv vad du undrar om hjälpmedel, till exempel ”Vem betalar en rollator på särskilt boende?”."
)
NOT_FOUND = "Det står inte i handboken."
ASK_DESK = "Vill du veta mer?"
ASK_DESK_ABOUT_DEVICES = "Har du en fråga om hjälpmedel?"
CHANGES = "Avsnittet ändras."


def long_date(day: date) -> str:
    """ "1 mars 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def asked_about_day(written: str, day: date) -> str:
    """Tells which day the answer is for when the question named one."""
    return f"Du skrev ”{written}”. Svaret visar vad som gäller den {long_date(day)}."


def no_such_day(written: str, day: date) -> str:
    """Tells that a named day is not in the calendar and which day was used."""
    return f"”{written}” finns inte i kalendern. Svaret visar vad som gäller den {long_date(day)}."


def heading(title: str, field: str, group: str | None) -> str:
    """ "Samtalsapparater – kriterier (Enkla samtalsapparater)"."""
    subject = title if field == title.lower() else f"{title} – {field}"
    return f"{subject} ({group})" if group else subject


def lacks(title: str, aspects: list[Aspect]) -> str:
    """Says what of the asked a section does not hold."""
    return f"Avsnittet {title} säger inget om {_listed([ASPECT_NAMES[one] for one in aspects])}."


def no_section(word: str) -> str:
    """Says that the handbook has no section about a device that belongs to the field."""
    return f"Handboken har inget eget avsnitt om ”{word}”."


def no_section_says(word: str, aspects: list[Aspect]) -> str:
    """Says what is not known of a device without a section of its own."""
    about = _listed([ASPECT_NAMES[one] for one in aspects])
    device = f" om ”{word}”" if word else ""
    return f"Handboken har inget eget avsnitt{device} och säger därför inget om {about}."


def no_code(code: str) -> str:
    """Says that no section has the asked ISO code."""
    return f"Handboken har inget avsnitt med ISO-kod {code}."


def not_valid(title: str, day: date) -> str:
    """Says that a section had no text on the day."""
    return f"Avsnittet {title} har ingen text som gäller den {long_date(day)}."


def not_mentioned(profession: str) -> str:
    """Says that a profession is not among the prescribers; the statements that follow show who is."""
    return f"Nej, {profession} står inte bland dem som får förskriva. "


def unknown_prescriber(profession: str) -> str:
    """As `not_mentioned`, where the known source is cut short."""
    return f"Det framgår inte om {profession} får förskriva. "


def does_not_mention(title: str, words: list[str]) -> str:
    """Tells that a word of the question occurs nowhere in the section that the answer is taken from."""
    quoted = _listed([f"”{word}”" for word in words])
    return f"Avsnittet {title} nämner inte {quoted}."


def codes(iso_codes: tuple[str, ...]) -> str:
    """Leads a description with the section's codes."""
    return f"ISO-kod {_listed(list(iso_codes))}. "


def pays(payer: str) -> str:
    """The direct answer to who pays: "Kommunen betalar."."""
    who, _, through = payer.partition(", ")
    return f"{who[:1].upper()}{who[1:]} betalar{', ' + through if through else ''}. "


def other_kinds(title: str, groups: list[str]) -> str:
    """Tells which kinds of a device have statements of their own that are not shown."""
    return f"Avsnittet {title} säger också vad som gäller för {_listed([_small(one) for one in groups])}."


def conflict(about: list[str]) -> str:
    """Says what the sources disagree about."""
    return "Källorna säger olika. " + " ".join(about) + " Båda visas."


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} och {parts[-1]}"


RENT_LABEL = "Hyra hjälpmedel"
REPAIR_LABEL = "Anmäl reparation"
ERRAND_LABEL = "Skicka ett ärende"
PRICE_LABEL = "Så räknas hyran ut"


def who_pays_label(title: str) -> str:
    """Label of the link that asks who pays for a device: the question itself."""
    return who_pays_question(title)


def who_pays_question(title: str) -> str:
    """The question that the link asks."""
    named = title if title[1:2].isupper() else _small(title)  # TENS-apparater keep their capitals
    return f"Vem betalar {named}?"


#: What commands and the API say of a question that cannot be taken in.
EMPTY_QUESTION = "Skriv en fråga först."
TOO_LONG_QUESTION = "Frågan är för lång. Skriv högst 2 000 tecken."

NEAREST = "Närmast:"
SOURCES = "Källor:"


def coming(begins: date, summary: str) -> str:
    """Tells of a change to come."""
    return f"Ändras {long_date(begins)}: {summary}"
