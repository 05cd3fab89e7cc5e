"""The words of the page for an address that leads nowhere."""

TITLE = "Sidan finns inte"
DESCRIPTION = "Adressen leder inte till någon sida."
INTRO = "Adressen kan vara felskriven, eller så har sidan flyttats."
SEARCH_LABEL = "Vad letar du efter?"
SEARCH_BUTTON = "Få svar"
ELSEWHERE_TITLE = "Eller gå vidare hit"
LINKS = (
    ("Startsidan", "/"),
    ("Handboken, alla avsnitt", "/handbok"),
    ("Kontakt och öppettider", "/handbok/kontakt"),
)
