"""The words of the systematic checks of the access log."""

from auth.errors import ReviewFault
from auth.log_review import Verdict

TITLE = "Loggkontroll"
DESCRIPTION = "Kontrollera ett slumpvis urval av vem som har läst vilka uppgifter."
INTRO = (
    "Kontrollen är ett slumpvis urval av läsningar och ändringar. Ange för varje rad om den hade ett skäl. "
    "Kontrollen sparas och kan inte ändras."
)
LOADING = "Hämtar kontrollerna"
ERROR_TITLE = "Det gick inte"

DRAW_TITLE = "Gör en ny kontroll"
DAYS_LABEL = "Hur många dagar bakåt?"
DAYS_HELP = "1 till 366 dagar."
DAYS_WRONG = "Skriv ett antal dagar mellan 1 och 366."
COUNT_LABEL = "Hur många rader?"
COUNT_HELP = "1 till 100 rader."
COUNT_WRONG = "Skriv ett antal rader mellan 1 och 100."
DRAW = "Ta fram urvalet"

LATEST_TITLE = "Tidigare kontroller"
LATEST_NONE = "Ingen kontroll är gjord än."
OPEN_TITLE = "Urvalet"
EMPTY = "Det fanns inga läsningar att kontrollera under tiden."
ROW_WHY = "Angivet skäl"
VERDICT_LABEL = "Vad fann du?"
NOTE_LABEL = "Anteckning"
JUDGE = "Spara bedömningen"
JUDGED = "Bedömningen är sparad."
VERDICT_WRONG = "Välj vad du fann."
NOTE_TOO_LONG = "Anteckningen får vara högst 500 tecken."
VERDICTS = {
    Verdict.JUSTIFIED: "Befogad",
    Verdict.UNCLEAR: "Oklar, behöver utredas",
    Verdict.UNJUSTIFIED: "Obefogad",
}
REFUSALS = {
    ReviewFault.OWN_ENTRY: "Du kan inte bedöma dina egna läsningar eller läsningar av dina uppgifter.",
    ReviewFault.NOT_IN_SAMPLE: "Raden finns inte i urvalet.",
    ReviewFault.ALREADY_JUDGED: "Raden är redan bedömd.",
}


def drawn(count: int, population: int, period: str) -> str:
    """What was drawn from how much."""
    return f"{count} av {population} läsningar och ändringar {period}"


def progress(judged: int, count: int) -> str:
    """How much of it is done."""
    return f"{judged} av {count} bedömda"


def judged_as(verdict: str, name: str, when: str) -> str:
    """A verdict, by whom and when."""
    return f"{VERDICTS[Verdict(verdict)]}, bedömd av {name} {when}"
