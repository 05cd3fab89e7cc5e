"""The words of the page about the portal: where answers come from, and what is done with what one writes."""

TITLE = "Om Hjälpmedelsportalen"
DESCRIPTION = "Vad Hjälpmedelsportalen är, var svaren kommer ifrån och vad som händer med det du skriver."
INTRO = "Här får invånare, förskrivare och personal i Västmanland svar om hjälpmedel, från samma källa."

ANSWERS_TITLE = "Var svaren kommer ifrån"
ANSWERS = (
    "Varje mening i ett svar är hämtad ur Hjälpmedelshandboken. Siffran efter meningen leder till "
    "stället där den står, så att du kan läsa sammanhanget och kontrollera att vi har svarat rätt.",
    "Reglerna ändras ibland. Ett svar gäller den dag du frågar om, och det står alltid vilken dag det är. "
    "Beslutade och föreslagna ändringar det närmaste året nämns särskilt.",
    "Finns svaret inte i handboken säger vi det och hänvisar till kundtjänst. Vi gissar inte. Där källorna "
    "säger olika saker visar vi båda.",
)
LIMITS_TITLE = "Vad portalen inte gör"
LIMITS = (
    "Den bedömer inte vilket hjälpmedel just du behöver. Det gör en förskrivare, till exempel en "
    "arbetsterapeut eller fysioterapeut.",
    "Den fattar inga beslut och ser inte din journal.",
    "Syn-, hörsel- och ortopedtekniska hjälpmedel hör till andra enheter.",
)
HANDBOOK_TITLE = "Om handboken"
HANDBOOK = (
    "Hjälpmedelsnämnden, där regionen och länets tio kommuner ingår, beslutar om Hjälpmedelshandboken. "
    "Den säger vad som får förskrivas, enligt vilka kriterier, av vem och vem som betalar.",
    "Texten i portalen är skriven i egna ord efter handboken och nämndens handlingar. Källan står vid varje "
    "avsnitt. Vet vi inte allt märker vi avsnittet som ofullständigt och säger vad som saknas.",
)
PRIVACY_TITLE = "Det du skriver"
PRIVACY = (
    "Du behöver inte logga in eller tala om vem du är för att ställa en fråga. Skriv inte namn, personnummer "
    "eller annat som pekar ut någon.",
    "Frågan står i sidans adress. Den som får länken, eller använder samma dator efter dig, kan se den.",
    "Inget på sidan hämtas från någon annan webbplats, och ingen annan får veta att du har varit här.",
)
READ_MORE_TITLE = "Läs mer"
READ_MORE = (
    ("Hjälpmedelshandboken", "/handbok"),
    ("Organisation", "/handbok/organisation"),
    ("Tillgänglighet", "/tillganglighet"),
)
