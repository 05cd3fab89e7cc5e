"""The words that frame every page: names, navigation, contact, and what is said when something fails."""

SITE_NAME = "Hjälpmedelsportalen"
# With the place where large text may break it on a narrow screen.
SITE_NAME_BREAKING = "Hjälpmedels\u00adportalen"
ORGANISATION = "Hjälpmedelscentrum, Region Västmanland"
# Before a question as it was perhaps meant.
MEANT = "Menade du"
SITE_DESCRIPTION = "Fråga, läs och sköt ärenden om hjälpmedel i Västmanland."

SKIP_TO_CONTENT = "Hoppa till innehållet"
TO_START_PAGE = "Hjälpmedelsportalen, till startsidan"
NAVIGATION_LABEL = "Huvudmeny"
NAVIGATION = (
    ("Fråga", "/fraga"),
    ("Handboken", "/handbok"),
    ("Hyra", "/hyra"),
    ("Ärende", "/arende"),
    ("Reparation", "/reparation"),
)
BREADCRUMB_LABEL = "Du är här"
START_PAGE = "Start"

FOOTER_LABEL = "Om webbplatsen"
FOOTER_LINKS = (
    ("Om Hjälpmedelsportalen", "/om"),
    ("Tillgänglighet", "/tillganglighet"),
    ("Kontakt och öppettider", "/handbok/kontakt"),
)
FOOTER_CONTACT_TITLE = "Kundtjänst"
FOOTER_ABOUT = "Hjälpmedelscentrum lånar ut, säljer och hyr ut hjälpmedel i Västmanland."
FOOTER_NO_TRACKING = "Vi spårar dig inte. Inget på sidan hämtas från någon annan."

PHONE_SHOWN = "021-17 30 48"
PHONE_NUMBER = "+4621173048"
PHONE_HOURS = "Telefontid 8–12 och 13–16"
EMAIL = "hjalpmedelscentrum@regionvastmanland.se"
ADDRESS = "Signalistgatan 2, 721 31 Västerås"
OPENING_HOURS = "Måndag–torsdag 8–16.30, fredag 8–16"
PICK_UP_HOURS = "Hämta och lämna hjälpmedel: vardagar från 7"

CONTACT_PHONE = "Telefon"
CONTACT_HOURS = "Telefontid"
CONTACT_HOURS_VALUE = "8–12 och 13–16"
CONTACT_EMAIL = "E-post"
CONTACT_VISIT = "Besök"
CONTACT_OPEN = "Öppet"
CONTACT_PICK_UP = "Hämta och lämna"
CONTACT_PICK_UP_VALUE = "Vardagar från 7"

NOTHING_PERSONAL = "Skriv inte namn, personnummer eller annat som pekar ut någon."
ERROR_PREFIX = "Fel: "
NOTICE_INFO = "Bra att veta"
NOTICE_SUCCESS = "Klart"
NOTICE_WARNING = "Viktigt"
NOTICE_ERROR = "Något är fel"
OPTIONAL = "(frivilligt)"
CLOSE = "Stäng"

NO_SCRIPT_TITLE = "Sidan behöver JavaScript för att svara"
NO_SCRIPT = (
    "Webbläsaren kör inte JavaScript. Du kan läsa alla texter här, men inte få svar på frågor, söka eller "
    "välja dag. Slå på JavaScript, eller ring kundtjänst så svarar de på det du undrar:"
)
CONNECTION_LOST = (
    "Ingen kontakt med servern just nu. Det du skrivit finns kvar på sidan. "
    "Vi försöker igen hela tiden, du behöver inte göra något."
)
CRASH_TITLE = "Sidan kunde inte visas"
CRASH_TEXT = (
    "Något gick fel när sidan skulle visas. Ladda om sidan. Hjälper inte det kan du ringa kundtjänst."
)
CRASH_RELOAD = "Ladda om sidan"
CRASH_HOME = "Till startsidan"
NEW_VERSION = "Det finns en ny version av sidan. Det du skrivit kan försvinna när du laddar om."
FAILURE_TITLE = "Det gick inte"
FAILURE_TEXT = (
    "Något gick fel hos oss. Försök igen om en stund. Hjälper inte det kan du ringa kundtjänst "
    "och säga felets nummer:"
)


def page_title(title: str) -> str:
    """What the browser's tab and the search engines show."""
    return title if title == SITE_NAME else f"{title} – {SITE_NAME}"
