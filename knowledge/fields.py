"""The field headings that a section may have, and the ASCII anchors they get in addresses."""

import re
import unicodedata

# The handbook's headings, in the order a section presents them.
HEADINGS = (
    "Beskrivning",
    "Kriterier",
    "Förskrivare",
    "Kostnadsansvar",
    "Patientens ansvar",
    "Dubbelförskrivning",
    "Uppföljning",
    "Utbildning",
    "Utprovning",
    "Avgift",
    "Viktigt",
    "Förvaring",
    "Hyra",
    "Undantag",
    "Försäljning",
    "Service",
    "Transport",
    "Kontakt",
    "Öppettider",
    "Mål",
    "Process",
    "Övrigt",
)


def field_anchor(name: str) -> str:
    """The address form of a heading: "Patientens ansvar" → "patientens-ansvar", "Mål" → "mal"."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


#: Field name (the heading in lower case) → anchor.
FIELDS: dict[str, str] = {heading.lower(): field_anchor(heading) for heading in HEADINGS}
