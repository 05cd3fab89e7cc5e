"""The words in the file with a person's own data, and of the log of who read it."""

TITLE = "Uppgifter om dig i Hjälpmedelsportalen"
MADE = "Hämtade"
JSON_NAME = "mina-uppgifter.json"
HTML_NAME = "mina-uppgifter.html"
ZIP_NAME = "mina-uppgifter.zip"
NOTHING = "Inget"
YES, NO = "Ja", "Nej"

SECTIONS = {
    "person": "Du",
    "commissions": "Dina uppdrag",
    "contact": "Dina kontaktuppgifter",
    "sessions": "Dina inloggningar",
    "erasure_requests": "Dina begäranden om radering",
    "access_log": "Läsningar och ändringar av dina uppgifter",
}
FIELDS = {
    "id": "Nummer i portalen",
    "name": "Namn",
    "identity": "Personnummer, samordningsnummer eller HSA-id",
    "protected": "Skyddade personuppgifter",
    "created_at": "Loggade in första gången",
    "signed_in_at": "Loggade in senast",
    "role": "Roll",
    "code": "Uppdragets HSA-id",
    "commission": "Uppdrag",
    "unit": "Enhet",
    "notify_by": "Avisering",
    "email": "E-post",
    "phone": "Telefon",
    "opened_at": "Loggade in",
    "seen_at": "Användes senast",
    "ends_at": "Slutar senast",
    "ended_at": "Avslutades",
    "device": "Webbläsare",
    "provider": "Inloggningstjänst",
    "level": "Tillitsnivå",
    "asked_at": "Begärd",
    "closed_at": "Avslutad",
    "outcome": "Utfall",
    "at": "När",
    "by": "Vem",
    "what": "Vad",
    "object": "Gällde",
    "why": "Varför",
}
WHAT = {
    "read": "Läste",
    "listed": "Såg i en lista",
    "created": "Skapade",
    "changed": "Ändrade",
    "deleted": "Tog bort",
    "exported": "Hämtade ut",
}
PROTECTED_READER = "Namnet är skyddat"


def done(what: str, kind: str) -> str:
    """What was done with what: "Läste: kontaktuppgifter"."""
    return f"{WHAT.get(what, what)}: {kind}"
