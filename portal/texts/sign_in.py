"""The words of signing in: ways to do it, and what to do when it did not work."""

from dataclasses import dataclass

from auth.errors import SignInFault

TITLE = "Logga in"
DESCRIPTION = "Logga in på Hjälpmedelsportalen med e-legitimation eller SITHS."
INTRO = "Frågor till handboken kräver ingen inloggning. Logga in för det som rör dig."
LOADING = "Hämtar sätten att logga in"
FOR_RESIDENTS = "För dig som har hjälpmedel"
FOR_WORK = "För dig som förskriver eller arbetar på Hjälpmedelscentrum"
DEMO_TITLE = "Exempelpersoner"
DEMO_TEXT = "Det här är en demonstration. Personerna är påhittade och ingenting du gör når någon på riktigt."
DEMO_LINK = "Välj en exempelperson"
NO_WAY_TITLE = "Det går inte att logga in just nu"
NO_WAY = "Inga sätt att logga in är påslagna. Ring kundtjänst om det du vill göra inte kan vänta."
LASTS_TITLE = "Bra att veta"
LASTS = "Vi loggar ut dig när du inte har gjort något på en stund. Du får en varning innan."
WRONG_ROLE_TITLE = "Sidan är inte för den du är inloggad som"
WRONG_ROLE = "Logga ut och logga in på det sätt som hör till sidan, eller gå till ditt konto."
ALREADY_TITLE = "Du är redan inloggad"
TO_ACCOUNT = "Till Mitt konto"

SIGN_IN = "Logga in"
SIGN_OUT = "Logga ut"
SIGNED_IN_LABEL = "Inloggad"
MY_ACCOUNT = "Mitt konto"

ROLES = {
    "invånare": "Invånare",
    "förskrivare": "Förskrivare",
    "kundtjänst": "Kundtjänst",
    "administratör": "Administratör",
}

WARNING_TITLE = "Du loggas snart ut"
WARNING = (
    "Om du inte gör något loggas du ut om en stund. Det du har skrivit finns kvar på sidan om du stannar."
)
STAY = "Fortsätt vara inloggad"
STAYED = "Du är fortfarande inloggad."
ENDED_TITLE = "Du har loggats ut"
ENDED = "Sidan visar det som stod här när du loggades ut. Kopiera det du vill spara innan du loggar in igen."
SIGN_IN_AGAIN = "Logga in igen"
BACK_TO_PAGE = "Stanna på sidan"
MINUTES_LEFT = "Tid kvar:"

UNIT_TITLE = "Välj uppdrag"
UNIT_DESCRIPTION = "Välj vilket uppdrag du arbetar i när du använder Hjälpmedelsportalen."
UNIT_INTRO = "Du har flera uppdrag. Välj det du arbetar i nu. Uppdraget syns i loggen över vem som läst vad."
UNIT_LOADING = "Hämtar dina uppdrag"
UNIT_CHOOSE = "Arbeta i uppdraget"
UNIT_NONE = "Du har inget uppdrag att välja mellan."


@dataclass(frozen=True)
class Refusal:
    """What a page says when a sign-in did not work: what happened and what to do."""

    title: str
    text: str


_AGAIN = "Försök igen. Händer det en gång till kan du ringa kundtjänst."
_UNTRUSTED = Refusal(
    "Inloggningen avbröts för säkerhets skull",
    f"Svaret från inloggningstjänsten gick inte att lita på, så ingen loggades in. {_AGAIN}",
)
REFUSALS: dict[SignInFault, Refusal] = {
    SignInFault.STATE: Refusal(
        "Inloggningen hör inte ihop med den här webbläsaren",
        "Det händer om inloggningen tog för lång tid eller började i ett annat fönster. Börja om här.",
    ),
    SignInFault.NONCE: _UNTRUSTED,
    SignInFault.ISSUER: _UNTRUSTED,
    SignInFault.AUDIENCE: _UNTRUSTED,
    SignInFault.SIGNATURE: _UNTRUSTED,
    SignInFault.ALGORITHM: _UNTRUSTED,
    SignInFault.SUBJECT_MISMATCH: _UNTRUSTED,
    SignInFault.EXPIRED: Refusal(
        "Inloggningen tog för lång tid", "Svaret från inloggningstjänsten var för gammalt. Logga in på nytt."
    ),
    SignInFault.CODE_USED: Refusal(
        "Inloggningen är redan använd",
        "En inloggning gäller bara en gång. Börja om, och använd inte webbläsarens bakåtknapp.",
    ),
    SignInFault.LOW_ACR: Refusal(
        "Det sättet att logga in är inte säkert nog",
        "Sidorna kräver en e-legitimation på en högre tillitsnivå. Logga in med en annan e-legitimation.",
    ),
    SignInFault.MISSING_CLAIM: Refusal(
        "Vi fick inte veta vem du är",
        "Inloggningstjänsten skickade inte de uppgifter som behövs. Logga in på ett annat sätt, "
        "eller ring kundtjänst.",
    ),
    SignInFault.PROVIDER_DOWN: Refusal(
        "Inloggningstjänsten svarar inte",
        "Felet ligger hos tjänsten som prövar vem du är. Försök igen om en stund, eller ring kundtjänst.",
    ),
    SignInFault.CANCELLED: Refusal(
        "Du avbröt inloggningen", "Ingenting har hänt. Du kan logga in igen när du vill."
    ),
    SignInFault.TOO_MANY: Refusal(
        "För många försök", "Det har gjorts många försök att logga in härifrån. Vänta några minuter."
    ),
}
NOT_YOURS = Refusal(
    "Det där är inte ditt", "Du är inte inloggad som någon som får göra det där. Ingenting har ändrats."
)
LEAVING = Refusal("Du är utloggad här", "Nu loggas du också ut hos tjänsten som du loggade in med.")
LEAVE = "Fortsätt"
TRY_AGAIN = "Till inloggningen"
HELP = "Kundtjänst"
