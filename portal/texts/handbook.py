"""Every word of the handbook's list and of its sections' pages."""

from textwrap import shorten

from knowledge.model import ArticleClass, Status

TITLE = "Hjälpmedelshandboken"
DESCRIPTION = (
    "Hjälpmedelshandboken för Västmanland: vilka hjälpmedel som kan förskrivas, vilka kriterier som gäller "
    "och vem som betalar. Sök på ord, område eller ISO-kod."
)
LEAD = "Här står vilka hjälpmedel som kan förskrivas i Västmanland, vad som krävs och vem som betalar."

AREAS = {
    "rorelse": "Rörelse",
    "i-hemmet": "I hemmet",
    "kognition-och-kommunikation": "Kognition och kommunikation",
    "traning-vard-och-behandling": "Träning, vård och behandling",
    "inkontinens": "Inkontinens",
    "andra-enheter": "Andra enheters hjälpmedel",
    "bestammelser": "Bestämmelser",
    "privathyra": "Hyra själv (privathyra)",
}

STATUS = {
    Status.IN_FORCE: "Gällande",
    Status.DECIDED: "Beslutad",
    Status.PROPOSED: "Förslag, beslut ej bekräftat",
    Status.REPLACED: "Ersatt",
    Status.INCOMPLETE: "Ofullständig",
}

EARLIER = "Gällde tidigare"
STATUS_HELP = {
    Status.IN_FORCE: "Texten gäller.",
    Status.DECIDED: "Texten är beslutad.",
    Status.PROPOSED: "Texten kommer ur ett förslag. Vi har inte kunnat se om det är beslutat.",
    Status.REPLACED: "Texten gäller inte längre. En nyare har ersatt den.",
    Status.INCOMPLETE: "Källan vi har är inte hel. Avsnittet säger vad som saknas.",
}
STATUS_HELP_TITLE = "Vad betyder märkningarna?"
PROPOSED_TITLE = "Det här är ett förslag"
ASK_TO_BE_SURE = "Fråga kundtjänst om du behöver vara säker."

SEARCH_LABEL = "Sök i handboken"
SEARCH_HELP = "Skriv till exempel rullstol, vem betalar eller 22 21 09."
AREA_LABEL = "Område"
ALL_AREAS = "Alla områden"
ISO_LABEL = "ISO-kod"
ISO_HELP = "Till exempel 22 21."
FILTER = "Sök"
CLEAR = "Rensa"
FILTERS = "Sök och filtrera"
RESULTS = "Träffar"
AREAS_ON_PAGE = "Områden på sidan"
NONE_FOUND = "Inget avsnitt passar. Prova ett annat ord, eller fråga handboken med egna ord."
ASK_INSTEAD = "Fråga handboken"
ISO = "ISO-kod"

SOURCE = "Källa"
MORE_SOURCES = "Fler källor"
DOCUMENT = "Dokument"
DIARY = "Diarienummer"
PLACE = "Plats i dokumentet"
ADDRESS = "Adress"
VALIDITY = "Giltighet"
STATUS_LABEL = "Status"
AREA = "Område"
AUDIENCE = "Riktar sig till"
ABOUT_SECTION = "Om avsnittet"
ON_PAGE = "Innehåll"

LINK_COPIED = "Länken är kopierad"

INCOMPLETE_TITLE = "Avsnittet är ofullständigt"
INCOMPLETE_LEAD = "Källan vi har är inte hel. Resten av texten går att använda."
INCOMPLETE_MORE = "Visa vad som saknas"
CONFLICT_TITLE = "Källorna är oense"
CONFLICT_WHERE = "Det gäller:"
READ_COMING = "Läs den kommande texten"
READ_NEXT = "Läs den senare texten"
PAST_TITLE = "Du läser en äldre text"
READ_CURRENT = "Läs det som gäller i dag"
FUTURE_TITLE = "Du läser en text som inte gäller än"

DAY_LABEL = "Visa vad som gäller per"
DAY_HELP = "Välj en dag för att läsa den text som gällde eller ska gälla då."
DAY_SHOW = "Visa"
DAY_BAD = "Dagen gick inte att läsa. Skriv den som år-månad-dag, till exempel 2026-11-21."

VERSIONS = "Versioner"
SHOWN = "visas nu"
COMPARE = "Vad ändrades?"
COMPARED = "Jämförelse mellan två versioner"
COMPARE_HELP = "Tillagda ord är understrukna och borttagna är överstrukna."
COMPARE_CLOSE = "Stäng jämförelsen"
COMPARE_UNKNOWN = "Versionen att jämföra med finns inte."
UNCHANGED = "Oförändrat"
ADDED_STARTS = " [tillagt: "
REMOVED_STARTS = " [borttaget: "
CHANGE_ENDS = "] "
WHOLE_ADDED = "Nytt"
WHOLE_REMOVED = "Borttaget"
REWORDED = "Ändrat"

SEE_ALSO = "Läs också"
WHO_PAYS = "Vem betalar?"
WHO_PAYS_COLUMNS = (
    "Boende",
    "Utan insats från Habiliteringscentrum",
    "Med insats från Habiliteringscentrum",
)
WHO_PAYS_HELP = (
    "Ordinärt boende är ett eget hem. Särskilt boende är till exempel ett äldreboende. "
    "Varje svar leder till regeln i avsnittet om kostnadsansvar."
)
NEXT_STEPS = "Gå vidare"
ASK_ABOUT = "Fråga om det här"
NEXT_LINKS = (
    ("Anmäl reparation", "/reparation"),
    ("Hyra hjälpmedel", "/hyra"),
    ("Kontakta kundtjänst", "/handbok/kontakt"),
)
CLASSES = {
    ArticleClass.ONE: "ansvar 1",
    ArticleClass.TWO: "ansvar 2",
    ArticleClass.THREE: "ansvar 3",
    ArticleClass.FOUR: "ansvar 4",
    ArticleClass.CLINIC: "klinikhjälpmedel",
}


def found(count: int) -> str:
    """How many sections a search or filter left, as it is read out."""
    return "1 avsnitt" if count == 1 else f"{count} avsnitt"


def section_description(title: str, lead: str) -> str:
    """What a search engine shows of a section's page."""
    return f"{title}: {lead}" if lead else f"{title} i Hjälpmedelshandboken för Västmanland."


def no_version(day: str) -> str:
    """Nothing was in force on a day."""
    return f"Avsnittet har ingen text som gäller {day}. Nedan visas den närmaste."


def who_pays(article_class: ArticleClass) -> str:
    """The caption of the table of payers."""
    return f"Vem betalar hjälpmedel i {CLASSES[article_class]}"


def version_line(validity: str, status: str) -> str:
    """One version in the list of versions."""
    return f"{validity} ({status.lower()})"


def what_changed(validity: str) -> str:
    """The name of the link to what changed with a version."""
    return f"{COMPARE} {validity}"


def at_host(url: str) -> str:
    """The visible text of a link to a source: whose page it is."""
    return url.split("/")[2].removeprefix("www.")


def compared(older: str, newer: str) -> str:
    """Which two versions a comparison is between, by their validity."""
    return f"Från den text som {_lower(older)} till den som {_lower(newer)}."


def statement_link(field: str, number: str) -> str:
    """The name of the link to a statement."""
    return f"Kopiera länk till {field} {number}"


def question_about(title: str, *, is_rule: bool) -> str:
    """A question to begin with about a section."""
    named = _within(title)
    return f"Vad gäller för {named}?" if is_rule else f"Vilka kriterier gäller för {named}?"


def status(of: Status, *, past: bool) -> str:
    """A version's status; what was in force and no longer is is not said to be."""
    return EARLIER if past and of is Status.IN_FORCE else STATUS[of]


def change_title(day: str, *, coming: bool, proposed: bool) -> str:
    """The change that follows on the text one reads, from its first day on."""
    if proposed:
        return f"Föreslagen ändring från {day}"
    return f"Kommande ändring {day}" if coming else f"Texten ändrades {day}"


def opening(text: str) -> str:
    """The first words of a statement, as the name of a link to it."""
    return shorten(text, 70, placeholder=" …")


def _within(title: str) -> str:
    """A title inside a sentence: a small letter first, unless it begins with an abbreviation like TENS."""
    return title if title[1:2].isupper() else _lower(title)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
