"""The Swedish words of the programming interface's problem details: what happened, and what to do."""

TITLES = {
    400: "Anropet går inte att läsa",
    403: "Du har inte rätt att göra det här",
    404: "Finns inte",
    405: "Metoden går inte att använda här",
    406: "Formatet finns inte",
    408: "Anropet kom inte fram i tid",
    413: "För stort anrop",
    415: "Formatet går inte att läsa",
    422: "Något i anropet är fel",
    429: "För många anrop",
    500: "Något gick fel hos oss",
    503: "Tjänsten startar",
}
DETAILS = {
    400: "Kontrollera att anropet är skrivet som beskrivningen säger.",
    403: "Logga in med ett konto som har rätt behörighet.",
    404: "Kontrollera adressen. Beskrivningen av alla adresser finns på /api/v1/openapi.json.",
    405: "Se svarets rubrik Allow för de metoder som går att använda.",
    406: "Svar ges som JSON.",
    408: "Skicka hela anropet på en gång.",
    413: "Skicka en kortare text.",
    415: "Skicka JSON med rubriken Content-Type: application/json.",
    422: "Rätta det som står under errors och försök igen.",
    500: "Försök igen om en stund. Står felet kvar kan du kontakta kundtjänst och uppge id.",
    503: "Handboken läses in. Försök igen om några sekunder.",
}
OTHER_TITLE = "Anropet gick inte att utföra"
OTHER_DETAIL = "Kontrollera anropet och försök igen."


def wait(seconds: int) -> str:
    """What to do after too many calls."""
    return "Vänta 1 sekund och försök igen." if seconds == 1 else f"Vänta {seconds} sekunder och försök igen."


UNKNOWN_SECTION = "Handboken har inget avsnitt med det id:t."
NOT_VALID_THEN = "Avsnittet finns, men ingen version av det gäller den dagen. Prova en annan dag."
NO_PAYER_STATED = "Handboken säger inte vem som betalar i det läget den dagen."

FIELD_MISSING = "Uppgiften saknas."
FIELD_TOO_LONG = "Texten är för lång: högst {limit} tecken."
FIELD_TOO_SHORT = "Texten är för kort: minst {limit} tecken."
FIELD_NOT_DATE = "Skriv datumet som ÅÅÅÅ-MM-DD."
FIELD_NOT_NUMBER = "Skriv ett heltal."
FIELD_TOO_SMALL = "Värdet måste vara minst {limit}."
FIELD_TOO_LARGE = "Värdet får vara högst {limit}."
FIELD_NOT_A_CHOICE = "Välj ett av: {choices}."
FIELD_UNKNOWN = "Uppgiften känns inte igen."
FIELD_NOT_JSON = "Texten är inte läsbar JSON."
FIELD_NOT_TEXT = "Skriv en text."
FIELD_NOT_BOOLEAN = "Skriv true eller false."
FIELD_WRONG = "Värdet går inte att använda."
QUESTION_EMPTY = "Skriv en fråga."
ISO_CODE_WRONG = "Skriv ISO-koden med två till sex siffror, till exempel 22 21 09."
ONE_RENT = "Ange antingen monthly_rent_ore eller monthly_rent."
RENT_NOT_AN_AMOUNT = "Skriv månadshyran i kronor, till exempel 199,50."
