"""The colours of assets/css/tokens.css: text 7:1 or better, edges of controls and signs 3:1 or better."""

import re
from pathlib import Path

import pytest

TOKENS = Path("assets/css/tokens.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", part))
    for part in TOKENS.split("@media (prefers-contrast")[0].split("@media (prefers-color-scheme: dark)")
)
PAPERS = ("paper", "surface", "sand")
TEXT = [
    *((ink, paper) for ink in ("ink", "ink-soft", "pine", "pine-strong", "bad") for paper in PAPERS),
    *((ink, "mark") for ink in ("ink",)),
    *(("ink", paper) for paper in ("good-paper", "warn-paper", "bad-paper", "info-paper")),
    ("pine", "info-paper"),
    ("good", "good-paper"),
    ("warn", "warn-paper"),
    ("bad", "bad-paper"),
    ("on-pine", "pine"),
    ("on-pine", "pine-strong"),
    ("rail-text", "paper"),
    ("on-deep", "deep"),
    ("on-deep-rail", "deep"),
]
SIGNS = [(sign, paper) for sign in ("edge", "rail", "focus", "pine", "bad") for paper in PAPERS]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_gives_the_known_extremes() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), TEXT)
def test_text_stands_out_from_what_it_is_written_on(colours: dict[str, str], ink: str, paper: str) -> None:
    assert contrast(colours[ink], colours[paper]) >= 7


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("sign", "paper"), SIGNS)
def test_edges_and_signs_can_be_seen(colours: dict[str, str], sign: str, paper: str) -> None:
    assert contrast(colours[sign], colours[paper]) >= 3


def test_dark_has_a_value_for_every_colour() -> None:
    assert set(LIGHT) == set(DARK)
