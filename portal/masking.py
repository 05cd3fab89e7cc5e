"""Masks what looks like a Swedish personal number, so that free text can be logged or stored."""

import re
import unicodedata

MASK = "[personnummer]"

# Year (two or four digits), month, day (samordningsnummer add 60), four figures, parted in any usual way.
# The check digit is not asked for: a mistyped number is as personal as a right one.
_PERSONAL_NUMBER = re.compile(
    r"(?<!\d)(?:18|19|20)?\d{2}[-–./ ]{0,2}(?:0[1-9]|1[0-2])[-–./ ]{0,2}(?:[0-2]\d|3[01]|[6-8]\d|9[01])"
    r"[-–+./ ]{0,3}\d{4}(?!\d)"
)


def mask_personal_numbers(text: str) -> str:
    """`text` with everything that looks like a personal number replaced, and invisible characters removed."""
    visible = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return _PERSONAL_NUMBER.sub(MASK, visible)
