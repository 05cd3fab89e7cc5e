"""The words of the accessibility statement that the law (2018:1937) asks of every public authority."""

TITLE = "Tillgänglighet"
DESCRIPTION = "Hur tillgänglig Hjälpmedelsportalen är, vad som brister och hur du säger till."
INTRO = (
    "Alla ska kunna använda Hjälpmedelsportalen. Här står hur långt vi har kommit, vad vi vet brister och "
    "hur du når oss om du stöter på hinder."
)

STATUS_TITLE = "Hur tillgänglig är portalen?"
STATUS = (
    "Portalen är byggd för att följa WCAG 2.2 på nivå AA och lagen om tillgänglighet till digital offentlig "
    "service. Den är delvis förenlig med lagen: det vi vet brister står här nedanför.",
)
TESTED_TITLE = "Så har vi testat"
TESTED = (
    "Vi har granskat portalen själva. Ingen utomstående har granskat den.",
    "Varje sida kontrolleras automatiskt med verktyget axe, i ljust och mörkt läge, på en bredd av 320 "
    "bildpunkter och på en vanlig skärm.",
    "Vi går igenom fråga, svar och källa med bara tangentbord.",
    "Färgernas kontrast räknas ut vid varje ändring: text har minst 7:1.",
)
LIMITS_TITLE = "Det här brister"
LIMITS = (
    "Vi har ännu inte prövat portalen tillsammans med personer som använder skärmläsare, förstoring, "
    "röststyrning eller andra hjälpmedel. Det kan finnas hinder vi inte känner till.",
    "För att få ett svar på en fråga behöver webbläsaren köra JavaScript. Utan det kan du läsa handboken, "
    "och kundtjänst svarar i telefon.",
    "Texterna finns bara på svenska. Det finns ingen lättläst version, uppläsning eller"
    " teckenspråkstolkning.",
    "Äldre dokument som vi länkar till hos andra kan vara svåra att läsa med hjälpmedel.",
)
REPORT_TITLE = "Säg till om något inte fungerar"
REPORT = (
    "Ring eller mejla kundtjänst om du hindras av något på portalen, eller om du behöver innehållet på ett "
    "annat sätt. Tala gärna om vilken sida det gäller och vad du försökte göra."
)
SUPERVISION_TITLE = "Tillsyn"
SUPERVISION_BEFORE = (
    "Myndigheten för digital förvaltning, DIGG, kontrollerar att lagen följs. Är du inte nöjd med hur vi "
    "hanterar det du har påtalat kan du "
)
SUPERVISION_LINK = "anmäla det till DIGG"
SUPERVISION_ADDRESS = "https://www.digg.se/tdosanmalan"
SUPERVISION_AFTER = "."
DATE_TITLE = "När redogörelsen skrevs"
DATE = "Portalen bedömdes och redogörelsen skrevs den 21 november 2026."
