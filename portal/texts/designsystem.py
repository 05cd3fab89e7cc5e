"""The words of the page that shows every component in every state; the examples are made up."""

TITLE = "Designsystem"
DESCRIPTION = "Alla komponenter i Hjälpmedelsportalen, i alla lägen."
INTRO = "Alla komponenter i alla lägen, för den som bygger och granskar. Exemplen är påhittade."

COLOURS = "Färger"
COLOUR_NAMES = (
    ("paper", "Papper"),
    ("surface", "Yta"),
    ("sand", "Sand"),
    ("ink", "Bläck"),
    ("ink-soft", "Mjukt bläck"),
    ("pine", "Tall"),
    ("rail", "Ledstång"),
    ("mark", "Markering"),
    ("good", "Gällande"),
    ("warn", "Kommande"),
    ("bad", "Fel"),
)

TYPE = "Text och rubriker"
HEADING_3 = "Rubrik på nivå tre"
HEADING_4 = "Rubrik på nivå fyra"
RUNNING = "Löpande text är minst 18 bildpunkter hög och högst ungefär 70 tecken bred."
LINK_TEXT = "En länk i texten"
BACK = "Till startsidan"
POINTS = ("Första punkten", "Andra punkten")
STEPS = ("Första steget", "Andra steget")
LINKS = (("Ett avsnitt", "/handbok"), ("Ett annat avsnitt", "/om"))
CHIPS = (("Ett exempel", "/fraga"), ("Ett annat exempel", "/fraga"))

BUTTONS = "Knappar"
PRIMARY = "Huvudknapp"
SECONDARY = "Sekundär knapp"
QUIET = "Stillsam knapp"
DANGER = "Ta bort"
DISABLED = "Går inte att trycka på"
STEP_LINK = "Länk som är ett steg"
COPY = "Kopiera raden"
COPIED = "Kopierat"
COPY_LINE = "Raden som kopieras."
PRINT = "Skriv ut"

FIELDS = "Fält"
NAME = "Namn"
NAME_HINT = "Som det står på din legitimation."
PHONE = "Telefon"
PHONE_ERROR = "Skriv ett telefonnummer med siffror, till exempel 021-17 30 48."
LOCKED = "Fält som är låst"
MESSAGE = "Beskriv vad som är fel"
MESSAGE_HINT = "Vad händer, och när?"
MESSAGE_ERROR = "Beskriv felet med några ord."
PLACE = "Var finns hjälpmedlet?"
PLACES = (("", "Välj"), ("hemma", "Hemma"), ("skolan", "I skolan"), ("annat", "Någon annanstans"))
PLACE_ERROR = "Välj var hjälpmedlet finns."
DAY = "Från vilken dag?"
DAY_HINT = "Till exempel 1 december 2026."
DAY_ERROR = "Välj en dag som inte har varit."
SAFE = "Är det säkert att använda?"
SAFE_HINT = "Tänk på både dig och den som hjälper dig."
SAFE_OPTIONS = (
    ("ja", "Ja"),
    ("nej", "Nej", "Sluta använda det. Ring kundtjänst om du inte klarar dig utan det."),
    ("vet-inte", "Vet inte"),
)
SAFE_ERROR = "Svara på om det är säkert att använda."
HELP = "Vad behöver du hjälp med?"
HELP_OPTIONS = (("hamta", "Hämta"), ("lana", "Låna under tiden"), ("besok", "Besök hemma"))
SEARCH = "Sök i handboken"
SEARCH_HINT = "Till exempel rollator."
SEARCH_BUTTON = "Sök"
SEARCH_VALUE = "gåbord"
ERRORS_TITLE = "Rätta det här"

NOTICES = "Meddelanden"
NOTICE = "Kundtjänst har stängt på helgdagar."
NOTICE_SUCCESS = "Dina uppgifter är sparade."
NOTICE_WARNING = "Ändringen är föreslagen. Beslutet är inte bekräftat."
NOTICE_ERROR = "Det gick inte att spara. Försök igen om en stund."
EMPTY_TITLE = "Inga avsnitt passar"
EMPTY_TEXT = "Ta bort ett filter eller sök med ett annat ord."
STATUS = "12 avsnitt visas."
CONNECTION = "Utan kontakt med servern"
CRASH = "När sidan inte kan visas"

FACTS = "Listor och tabeller"
SUMMARY = (("Ansvar", "Ansvar 2"), ("Gäller från", "1 februari 2026"), ("Förskrivare", "Arbetsterapeut"))
TABLE_CAPTION = "Exempel på en hyra"
TABLE_COLUMNS = ("Månad", "Vad", "Belopp")
TABLE_ROWS = (("1", "Startavgift", "100 kr"), ("1", "Hyra", "200 kr"), ("2", "Hyra", "200 kr"))
TAGS = ("Ansvar 1", "Gällande", "Förslag, beslut ej bekräftat", "Ofullständig", "Ersatt")
WAY_TITLE = "Väg in"
WAY_TEXT = "Hela ytan går att trycka på."

FOLDING = "Det som öppnas"
DETAILS = "Visa mer"
DETAILS_TEXT = "Det här syns först när man öppnar."
TABS = "Vyer"
TAB_PARTS = (
    ("vy-kriterier", "Kriterier", "Här står kriterierna."),
    ("vy-forskrivare", "Förskrivare", "Här står vem som får förskriva."),
    ("vy-kallor", "Källor", "Här står källorna."),
)
TAB_LINKS = (("Efter område", "/designsystem"), ("Efter ISO-kod", "/handbok"))
DIALOG_OPEN = "Öppna dialogen"
DIALOG_TITLE = "Vill du fortsätta?"
DIALOG_TEXT = "Det du skrivit finns kvar tills du stänger fliken."
DIALOG_YES = "Ja, fortsätt"
DIALOG_CLOSE = "Stäng"
PAGES = "Sidor"
PREVIOUS = "Föregående"
NEXT = "Nästa"
LOADING = "Svaret hämtas"

READING = "Svar och avsnitt"
QUESTION = "Vem betalar gåbord?"
QUOTE = "Regionen betalar gåbord i ordinärt boende."
CITATION_LABEL = "Källa 1: Gåbord"
TARGET_LINK = "Visa raden i avsnittet"
TARGET = "Raden som adressen pekar på blir markerad."
CHANGED_BEFORE = "Förskrivs av "
CHANGED_FROM = "logoped"
CHANGED_TO = "logoped eller arbetsterapeut"
CONTACT = "Kontaktruta"
SYMBOL = "Namn och tecken"
SYMBOL_TEXT = "En öppen dörr med en ledstång: vägen in, och något att hålla i."


def page_name(number: int) -> str:
    """What a screen reader reads for a page number."""
    return f"Sida {number}"
