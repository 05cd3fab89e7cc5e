"""Where to turn instead: kundtjänst's number and hours as the section `kontakt` states them that day."""

import re
from datetime import date

from knowledge.model import Handbook

_NUMBER = re.compile(r"\d{2,4}-\d{2,3}(?: \d{2,3})+")
_HOURS = re.compile(r"klockan \d")


def turn_to(handbook: Handbook, day: date, lead: str) -> str:
    """`lead` and kundtjänst's number and hours; empty when the handbook gives none for the day."""
    section = handbook.section("kontakt")
    version = section.version_on(day) if section else None
    statements = [s.text for _, s in version.statements()] if version else []
    numbered = [text for text in statements if _NUMBER.search(text)]
    if not numbered:
        return ""
    both = next((text for text in numbered if _HOURS.search(text)), None)
    hours = next((text for text in statements if _HOURS.search(text) and "telefon" in text), "")
    return f"{lead} {both or ' '.join((numbered[0], hours)).strip()}"
