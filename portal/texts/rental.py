"""The Swedish words of a charge schedule: the rule behind each charge, in one sentence."""

START_FEE = "Startavgift per huvudhjälpmedel, betalas när du hämtar."
RENT_AT_HAND_OUT = "Första månadens hyra, betalas när du hämtar."
RENT_FULL = "Hel månadshyra, månad 1 till 6."
RENT_HALF = "Halv månadshyra från och med månad 7."
RENT_PLAIN = "Enkel månadshyra, månad 1 och 2."
RENT_DOUBLE = "Dubbel månadshyra från och med månad 3."

KIND_UNKNOWN = "Välj privathyra eller extrasortiment."
RENT_OUT_OF_RANGE = "Månadshyran måste vara mellan 0 och 100 000 kronor."
MONTHS_OUT_OF_RANGE = "Antalet månader måste vara mellan 1 och 600."
START_OUT_OF_RANGE = "Startdatumet måste ligga mellan år 2000 och år 2200."

COLUMNS = ("Datum", "Period", "Månad", "Vad", "Belopp", "Hur")
TOTAL = "Totalt"
