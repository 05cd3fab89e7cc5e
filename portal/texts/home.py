"""The words of the start page."""

from portal.texts.common import NOTHING_PERSONAL

TITLE = "Hjälpmedel i Västmanland"
DESCRIPTION = (
    "Fråga om hjälpmedel i Västmanland och få svar ur Hjälpmedelshandboken med källan bredvid. "
    "Läs handboken, hyr, skicka ärenden och anmäl reparation."
)
LEAD = "Ställ en fråga med egna ord. Svaret kommer ur Hjälpmedelshandboken och visar var det står."
SEARCH_LABEL = "Vad behöver du hjälp med?"
SEARCH_BUTTON = "Få svar"
SEARCH_HINT = NOTHING_PERSONAL

EXAMPLES_TITLE = "Du kan till exempel fråga"
EXAMPLES = (
    "Vem betalar en rollator på särskilt boende?",
    "Vilka kriterier gäller för samtalsapparat med ögonstyrning?",
    "Vem får förskriva tyngdtäcke?",
    "Vad kostar det att hyra privat?",
)

WAYS_TITLE = "Eller gå direkt till"
READ_TITLE = "Läs handboken"
READ_TEXT = "Vad som får förskrivas, enligt vilka kriterier, av vem och vem som betalar."
RENT_TITLE = "Hyra hjälpmedel"
RENT_TEXT = "Hyr privat för en resa, en besökare eller en tid hemma."
ERRAND_TITLE = "Skicka ett ärende"
ERRAND_TEXT = "Frågor som rör dig och dina hjälpmedel."
REPAIR_TITLE = "Anmäl reparation"
REPAIR_TEXT = "När något har gått sönder eller behöver ses över."

CONTACT_TITLE = "Prata med kundtjänst"
CONTACT_INTRO = "Du kan alltid ringa i stället. Det går lika bra."
