"""The questions that measurements ask: one of each kind, in the order they are asked again and again."""

QUESTIONS = (
    "Vilka kriterier gäller för samtalsapparat med ögonstyrning?",
    "Vem betalar en rollator på särskilt boende?",
    "Får en sjuksköterska förskriva antidecubitusmadrass?",
    "iso 222109 dubbelförskrivning",
    "vad kostar det att hyra en reselyft",
    "min mamma kan inte prata efter stroke",
    "rulstol som går att köra med en hand",
    "När har ni öppet?",
    "Vad kostar en bilbesiktning?",
    "Vem får förskriva TENS i mars 2026?",
)
