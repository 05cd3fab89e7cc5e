"""The words of a person's own account."""

from portal.account.contact import Notify
from portal.account.errors import ContactFault

TITLE = "Mitt konto"
DESCRIPTION = "Dina kontaktuppgifter, dina inloggningar och de uppgifter vi har om dig."
INTRO = "Det som står här är om dig. Bara du ser sidan."
LOADING = "Hämtar dina uppgifter"
ERROR_TITLE = "Det gick inte att spara"

WHO_TITLE = "Inloggad som"
NAME = "Namn"
ROLE = "Roll"
PROFESSION = "Yrke"
UNIT = "Uppdrag"
CHANGE_UNIT = "Byt uppdrag"
REVIEW_LOG = "Loggkontroll"
PROTECTED = "Du har skyddade personuppgifter. Ditt namn visas inte i listor för personalen."

CONTACT_TITLE = "Så når vi dig"
CONTACT_INTRO = "Meddelandet säger bara att något har hänt. Vad det är läser du när du har loggat in."
NOTIFY_LABEL = "Hur vill du få veta att något har hänt?"
NOTIFY = {
    Notify.EMAIL: "Med e-post",
    Notify.SMS: "Med sms",
    Notify.NONE: "Inte alls, jag loggar in själv",
}
EMAIL_LABEL = "E-postadress"
PHONE_LABEL = "Telefonnummer"
PHONE_HELP = "Till exempel 070-174 06 05. Sms kräver ett svenskt mobilnummer."
SAVE = "Spara kontaktuppgifter"
SAVED = "Dina kontaktuppgifter är sparade."
UNCHANGED = "Uppgifterna var redan sparade."
FAULTS = {
    ContactFault.EMAIL_MISSING: "Skriv din e-postadress, annars kan vi inte mejla dig.",
    ContactFault.EMAIL_FORM: "Skriv e-postadressen som namn@exempel.se.",
    ContactFault.PHONE_MISSING: "Skriv ett svenskt mobilnummer, annars kan vi inte skicka sms.",
    ContactFault.PHONE_FORM: "Skriv telefonnumret med siffror, till exempel 070-174 06 05.",
    ContactFault.NOTIFY_UNKNOWN: "Välj hur du vill få veta att något har hänt.",
}

SESSIONS_TITLE = "Här är du inloggad"
SESSIONS_INTRO = "Känner du inte igen en inloggning, avsluta den eller logga ut överallt."
SESSION_OPENED = "Loggade in"
SESSION_SEEN = "Användes senast"
SESSION_END = "Avsluta"
THIS_SESSION = "Den du använder nu"
UNKNOWN_DEVICE = "Okänd webbläsare"
SESSION_ENDED = "Inloggningen är avslutad."
SIGN_OUT_EVERYWHERE = "Logga ut överallt"

READINGS_LINK = "Vem har läst mina uppgifter"
READINGS_TITLE = "Vem har läst mina uppgifter"
READINGS_DESCRIPTION = "Se vem på Hjälpmedelscentrum som har läst eller ändrat uppgifter om dig, och när."
READINGS_INTRO = (
    "Varje gång någon läser eller ändrar uppgifter om dig skrivs det upp. Raderna kan inte tas bort."
)
READINGS_CAPTION = "De senaste först"
READINGS_NONE_TITLE = "Ingen har läst dina uppgifter"
READINGS_NONE = "När någon gör det står det här."
READINGS_MORE = "Här visas de 200 senaste. Alla finns i filen under Mina uppgifter på Mitt konto."
READING_WHEN = "När"
READING_WHO = "Vem"
READING_WHAT = "Vad"
READING_WHY = "Varför"
YOU = "Du själv"
NO_REASON = "Inget skäl angett"

DATA_TITLE = "Mina uppgifter"
DATA_TEXT = (
    "Du har rätt att få veta vilka uppgifter vi har om dig. Filen innehåller allt som portalen har, "
    "både som en sida att läsa och i ett format som andra system kan ta emot."
)
DATA_LINK = "Hämta mina uppgifter (zip)"

ERASURE_TITLE = "Radera mina uppgifter"
ERASURE_TEXT = "Du kan begära att vi raderar uppgifter om dig. Vi svarar inom en månad."
ERASURE_KEPT_TITLE = "Det här får vi inte radera"
ERASURE_KEPT = (
    "Det som hör till din patientjournal. Enligt patientdatalagen (2008:355) sparas det i minst tio år.",
    "Det som är allmänna handlingar hos regionen. De följer arkivlagen (1990:782).",
    "Loggen över vem som har läst dina uppgifter. Den skyddar dig och andra.",
)
ERASURE_ASK = "Begär radering"
ERASURE_WITHDRAW = "Ta tillbaka begäran"
ERASURE_WITHDRAWN = "Din begäran är tillbakatagen."
ERASURE_DONE = "Din begäran är mottagen."


def erasure_asked(day: str) -> str:
    """That there is a request, and since when."""
    return f"Du begärde radering den {day}. Vi svarar inom en månad från den dagen."


def session_end_label(device: str, opened: str) -> str:
    """The full name of a button that ends one session."""
    return f"{SESSION_END} inloggningen i {device} från {opened}"
