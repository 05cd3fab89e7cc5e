"""Every word of the page where the handbook is asked."""

from collections.abc import Iterable, Sequence
from textwrap import shorten

from assistant.answer import AnswerStatus
from knowledge.model import Source
from portal.texts.common import ERROR_PREFIX, NOTHING_PERSONAL

TITLE = "Fråga handboken"
DESCRIPTION = (
    "Ställ en fråga om hjälpmedel i Västmanland och få svar ur handboken, med källa till varje mening."
)
LEAD = "Skriv med egna ord. Svaret är hämtat ur Hjälpmedelshandboken och visar var varje mening står."

QUESTION_LABEL = "Din fråga"
QUESTION_HELP = NOTHING_PERSONAL
FOLLOW_UP_LABEL = "Ställ en följdfråga"
FOLLOW_UP_HELP = "Till exempel: och vem betalar?"
ASK = "Fråga"
NEW_QUESTION = "Ny fråga"
EXAMPLES_TITLE = "Så kan du fråga"
EXAMPLES = (
    "Vilka kriterier gäller för samtalsapparat med ögonstyrning?",
    "Vem betalar en rollator på särskilt boende?",
    "Vem får förskriva tyngdtäcke?",
    "Vad kan jag hyra själv?",
)

DAY_LABEL = "Gäller per"
DAY_HELP = "Välj vilken dag svaren ska gälla."
DAY_SHOW = "Byt dag"

YOUR_QUESTION = "Du frågade: "
WAITING = "Vi letar i handboken …"

STATUS = {
    AnswerStatus.ANSWERED: "Besvarad",
    AnswerStatus.PARTIAL: "Delvis besvarad",
    AnswerStatus.CONFLICT: "Källorna är oense",
    AnswerStatus.NOT_FOUND: "Står inte i handboken",
    AnswerStatus.OUT_OF_SCOPE: "Kan inte besvaras här",
}
LONGEST_IN_TITLE = 70
PROPOSED = "Förslag, beslut ej bekräftat"
SOURCES = "Källor"
UPCOMING = "Kommande ändring"
ACTIONS = "Det här kan du göra nu"
NEAREST = "Närliggande avsnitt i handboken"
NEAREST_HELP = "De här avsnitten ligger nära din fråga men svarar inte på den."

CLOSE_SECTION = "Stäng avsnittet"
OPEN_WHOLE = "Öppna hela avsnittet"
MARKED = "Det här bygger svaret på: "

COPY = "Kopiera svaret med källor"
COPY_REFUSAL = "Kopiera svaret"
COPIED = "Svaret är kopierat"
COPIED_FROM = "Svar från Hjälpmedelsportalen, hämtat ur Hjälpmedelshandboken för Västmanland."
READ_AGAIN = "Läs svaret med länkar till källorna:"
PERMALINK = "Kopiera länk till svaret"
LINK_COPIED = "Länken är kopierad"
PRINT = "Skriv ut"

HELPFUL = "Hjälpte svaret dig?"
YES = "Ja"
NO = "Nej"
REASON_LABEL = "Vad saknade du? (frivilligt)"
REASON_HELP = NOTHING_PERSONAL
SEND_REASON = "Skicka"
THANKS = "Tack! Din synpunkt är sparad."
TOO_OFTEN = "Du har skickat många synpunkter på kort tid. Vänta en stund och försök igen."
REASON_TOO_LONG = "Förkorta texten till högst 1 000 tecken."

ERROR_TITLE = "Kontrollera det här"
EMPTY = "Skriv en fråga."
TOO_LONG = "Förkorta frågan till högst 2 000 tecken."
BAD_DATE = "Skriv dagen som år-månad-dag, till exempel 2026-11-21, mellan år 2000 och 2099."
TOO_MANY = "En konversation rymmer tio frågor. Börja om med en ny fråga."
FULL = "Konversationen har nått tio frågor. Börja en ny för att fråga mer."


def too_often(seconds: int) -> str:
    """Somebody asked more than the portal takes in a while."""
    return f"Du har ställt många frågor på kort tid. Vänta {seconds} sekunder och försök igen."


def citation_label(number: int, title: str, field: str) -> str:
    """What a numbered citation link says to somebody who does not see the page."""
    return f"Källa {number}: {title}, {field}"


def as_of_line(day: str) -> str:
    """Which day an answer holds for."""
    return f"Svaret gäller den {day}"


def ready(status: str) -> str:
    """What is read out when an answer has come."""
    return f"Svaret är klart. {status}."


def tab_title(questions: Sequence[str], *, wrong: bool) -> str:
    """The page's name in tabs and history: the newest question, after it the one that began."""
    short = [shorten(one, LONGEST_IN_TITLE, placeholder=" …") for one in questions]
    asked = f"{short[-1]} ({short[0]})" if len(short) > 1 else "".join(short)
    return f"{ERROR_PREFIX}{asked}".strip(": ") if wrong else asked


def with_group(subject: str, group: str) -> str:
    """A heading that names its only group."""
    return f"{subject} ({group})" if subject else group


def place(field: str, group: str | None) -> str:
    """Where in a section something stands: the field as it is headed there, and the group in it."""
    named = f"{field[:1].upper()}{field[1:]}"
    return f"{named}, {group}" if group else named


def begins(day: str) -> str:
    """The link to a text that is to come."""
    return f"Läs texten som gäller från {day}."


def document_line(source: Source) -> str:
    """The document a statement rests on, with its place and diary number when known."""
    details = [source.document]
    if source.page:
        details.append(f"sidan {source.page}" if source.page[:1].isdigit() else source.page)
    if source.diary_number:
        details.append(f"diarienummer {source.diary_number}")
    return ", ".join(details)


def proposed(diary_number: str | None) -> str:
    """The tag of a proposal, with its diary number when known."""
    return f"{PROPOSED} ({diary_number})" if diary_number else PROPOSED


def source_line(numbers: str, place: str, details: Iterable[str]) -> str:
    """One source in text that is copied; `numbers` as "1" or "1–4, 6"."""
    return f"[{numbers}] {place}. " + " ".join(f"{one.rstrip('.')}." for one in details if one)
