"""What looks like a personal number is masked however it is written; other figures stay."""

import pytest

from portal.masking import MASK, mask_personal_numbers


@pytest.mark.parametrize(
    "number",
    [
        "19900101-0017", "199001010017", "900101-0017", "9001010017", "900101 0017", "900101+0017",
        "1990-01-01-0017", "1990 01 01 0017", "19900161-0017", "90 01 01 - 0017", "900101\u200b-0017",
        "90010\u20601-0017",
    ],
)  # fmt: skip
def test_a_personal_number_is_masked(number: str) -> None:
    assert mask_personal_numbers(f"Jag heter X, {number}.") == f"Jag heter X, {MASK}."


@pytest.mark.parametrize(
    "text",
    [
        "ISO 22 21 09",
        "222109",
        "021-17 30 48",
        "från 2026-02-01",
        "HMC250015",
        "721 31 Västerås",
        "12345678901234",
    ],
)
def test_other_figures_are_left_alone(text: str) -> None:
    assert mask_personal_numbers(text) == text
