"""The words of the pages for what is not open yet: what will come, and what to do meanwhile."""

from dataclasses import dataclass

INTRO_NOTICE_TITLE = "Inte öppet än"
MEANWHILE_TITLE = "Gör så här tills vidare"
WILL_COME_TITLE = "Det här kommer"
READ_TITLE = "Reglerna i handboken"
CONTACT_TITLE = "Kontakta kundtjänst"

CALL = "Ring kundtjänst på 021-17 30 48, klockan 8–12 och 13–16."
WRITE = "Mejla hjalpmedelscentrum@regionvastmanland.se. Skriv inget om din hälsa i ett vanligt mejl."


@dataclass(frozen=True)
class Coming:
    """One such page. `rules`: the handbook in brief; `reading`: its sections in full."""

    title: str
    description: str
    intro: str
    not_yet: str
    meanwhile: tuple[str, ...]
    will_come: tuple[str, ...]
    rules_title: str
    rules: tuple[str, ...]
    reading: tuple[tuple[str, str], ...]


RENT = Coming(
    title="Hyra hjälpmedel",
    description="Vad det innebär att hyra hjälpmedel privat i Västmanland, och hur du gör.",
    intro="Du kan hyra hjälpmedel privat, till exempel till en resa eller när någon kommer på besök.",
    not_yet="Du kan inte boka eller räkna ut hyran här än. Kundtjänst vet vad som finns på lager.",
    meanwhile=(
        CALL,
        "Berätta vilket hjälpmedel du vill hyra, från vilken dag och ungefär hur länge.",
        "Fråga vad månadshyran är. Den står inte i handboken, bara kundtjänst har den.",
        "Hämta hjälpmedlet på Signalistgatan 2 i Västerås, vardagar från klockan 7.",
    ),
    will_come=(
        "Se vad som går att hyra och om det finns på lager.",
        "Se vad det kostar, månad för månad, innan du bestämmer dig.",
        "Boka, förlänga och lämna tillbaka.",
    ),
    rules_title="Reglerna i korthet",
    rules=(
        "Du hyr i minst en månad.",
        "Startavgiften är 100 kronor för varje huvudhjälpmedel.",
        "Privathyra: efter sex månader halveras månadshyran.",
        "Extrasortimentet, till exempel reselyft: efter två månader fördubblas månadshyran.",
        "Du ansvarar själv för att hjälpmedlet passar och används rätt. Vi ger bara allmänna råd.",
        "Eldrivna rullstolar, aktivrullstolar, datorer, cyklar och tillbehör hör till det som inte hyrs ut.",
        "Service på Hjälpmedelscentrum ingår.",
    ),
    reading=(
        ("Privathyra", "/handbok/privathyra"),
        ("Privathyra extrasortiment", "/handbok/privathyra-extrasortiment"),
        ("Undantag från privathyra", "/handbok/privathyra-undantag"),
        ("Service och transport vid privathyra", "/handbok/privathyra-service-och-transport"),
    ),
)

ERRAND = Coming(
    title="Skicka ett ärende",
    description="Hur du når Hjälpmedelscentrum i Västmanland med ett ärende.",
    intro="Ett ärende är en fråga eller en önskan som rör dig och dina hjälpmedel.",
    not_yet="Du kan inte skicka ärenden här än. Ring, eller logga in på 1177.",
    meanwhile=(
        CALL,
        "Logga in på 1177.se och skicka ditt ärende till Hjälpmedelscentrum där.",
        WRITE,
    ),
    will_come=(
        "Logga in med e-legitimation och välj vad ärendet gäller.",
        "Få en kvittens med nummer och se vad som händer.",
        "Spara ett utkast som bara du kan läsa.",
    ),
    rules_title="Bra att ha till hands",
    rules=(
        "Vilket hjälpmedel det gäller. Numret på etiketten räcker ofta.",
        "Vem som har förskrivit det, om du vet.",
        "Hur vi når dig på dagtid.",
    ),
    reading=(
        ("Kontakt och öppettider", "/handbok/kontakt"),
        ("Ditt ansvar för hjälpmedlet", "/handbok/patientens-ansvar"),
        ("Avgifter", "/handbok/avgifter"),
    ),
)

REPAIR = Coming(
    title="Anmäl reparation",
    description="Hur du gör när ett hjälpmedel från Hjälpmedelscentrum i Västmanland behöver lagas.",
    intro="När ett hjälpmedel har gått sönder eller inte fungerar som det ska.",
    not_yet="Du kan inte anmäla här än. Ring kundtjänst, så tar de emot anmälan.",
    meanwhile=(
        "Använd inte hjälpmedlet om det inte är säkert.",
        CALL,
        "Läs upp numret på etiketten och berätta vad som är fel.",
        "Säg om du kan komma hit med det och om du klarar dig utan det.",
    ),
    will_come=(
        "Anmäla fel dygnet runt, med bilder.",
        "Få en dag när det ska vara klart, och besked om den ändras.",
        "Se var i arbetet ditt hjälpmedel är.",
    ),
    rules_title="Så fungerar det",
    rules=(
        "Målet är att en reparation är klar inom fem arbetsdagar.",
        "Personlyftar och taklyftar som hyrs av Hjälpmedelscentrum besiktas en gång om året.",
    ),
    reading=(
        ("Service och besiktning", "/handbok/service-och-besiktning"),
        ("Servicemål", "/handbok/servicemal"),
        ("Ditt ansvar för hjälpmedlet", "/handbok/patientens-ansvar"),
    ),
)
