"""Every word of the handbook's list and of its sections' pages."""

from knowledge.model import Status

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

SEARCH_LABEL = "Sök i handboken"
SEARCH_HELP = "Skriv till exempel rullstol, vem betalar eller 22 21 09."
AREA_LABEL = "Område"
ALL_AREAS = "Alla områden"
ISO_LABEL = "ISO-kod"
ISO_HELP = "Hela koden eller början av den, till exempel 22 21."
FILTER = "Visa"
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

COPY_LINK = "Kopiera länk till stycket"
LINK_COPIED = "Länken är kopierad"

INCOMPLETE_TITLE = "Avsnittet är ofullständigt"
INCOMPLETE_LEAD = "Det här saknas i den källa vi har:"
PROPOSED_TITLE = "Förslag, beslut ej bekräftat"
CONFLICT_TITLE = "Källorna är oense"
CONFLICT_WHERE = "Det gäller:"
COMING_TITLE = "Kommande ändring"
READ_COMING = "Läs den kommande texten"
REPLACED_TITLE = "Du läser en äldre text"
READ_CURRENT = "Läs det som gäller i dag"
FUTURE_TITLE = "Du läser en text som inte gäller än"

DAY_LABEL = "Visa vad som gäller per"
DAY_HELP = "Välj en dag för att läsa den text som gällde eller ska gälla då."
DAY_SHOW = "Visa"
DAY_BAD = "Dagen gick inte att läsa. Skriv den som år-månad-dag, till exempel 2026-11-21."

VERSIONS = "Versioner"
SHOWN = "visas nu"
READ_VERSION = "Läs den här versionen"
COMPARE = "Jämför med den som visas"
COMPARED = "Jämförelse mellan två versioner"
COMPARE_HELP = "Tillagda ord är understrukna och borttagna är överstrukna."
COMPARE_CLOSE = "Stäng jämförelsen"
COMPARE_UNKNOWN = "Versionen att jämföra med finns inte."
UNCHANGED = "Oförändrat"
CHANGED = "Ändrat"
ADDED_STARTS = "tillagt: "
REMOVED_STARTS = "borttaget: "
CHANGE_ENDS = " slut på ändringen"

SEE_ALSO = "Läs också"
WHO_PAYS = "Vem betalar?"
WHO_PAYS_WHERE = "Hur personen bor"
WHO_PAYS_WHO = "Betalar"
WHO_PAYS_HABILITATION = "med insats från Habiliteringscentrum"
WHO_PAYS_RULE = "Regeln i avsnittet om kostnadsansvar"
NEXT_STEPS = "Gå vidare"
ASK_ABOUT = "Fråga om det här avsnittet"


def found(count: int) -> str:
    """How many sections a search or filter left, as it is read out."""
    return "1 avsnitt" if count == 1 else f"{count} avsnitt"


def section_title(title: str) -> str:
    """The title of a section's page."""
    return f"{title} – Hjälpmedelshandboken"


def section_description(title: str, lead: str) -> str:
    """What a search engine shows of a section's page."""
    return f"{title}: {lead}" if lead else f"{title} i Hjälpmedelshandboken för Västmanland."


def no_version(day: str) -> str:
    """Nothing was in force on a day."""
    return f"Avsnittet har ingen text som gäller {day}. Nedan visas den närmaste."
