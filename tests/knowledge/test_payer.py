"""Who pays, row by row as in payers.csv, and that the handbook's cited statement says just that."""

import csv
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from knowledge.files import DEFAULT_HANDBOOK, read_handbook
from knowledge.model import ArticleClass, Handbook
from knowledge.payer import CLASS_THREE_ENDS, Housing, PayerName, PayerNotStatedError, who_pays

HANDBOOK = read_handbook(DEFAULT_HANDBOOK)
TABLE = Path(__file__).with_name("payers.csv")
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
DAYS = [date(2025, 1, 1), date(2026, 1, 1), date(2026, 11, 21), CLASS_THREE_ENDS, date(2030, 1, 1)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join(row.values()))
def test_the_payer_is_the_one_in_the_table(row: dict[str, str]) -> None:
    payer = who_pays(
        ArticleClass(row["ansvar"]),
        Housing(row["boende"]),
        row["habiliteringscentrum"] == "ja",
        date.fromisoformat(row["dag"]),
    )

    assert payer.name == row["betalare"]


@pytest.mark.parametrize("as_of", DAYS)
def test_the_cited_statement_says_who_pays(as_of: date) -> None:
    version = HANDBOOK.sections["kostnadsansvar"].version_on(as_of)
    assert version is not None

    for one, housing, support in product(ArticleClass, Housing, (False, True)):
        payer = who_pays(one, housing, support, as_of, handbook=HANDBOOK)
        cited = version.statement(payer.anchor)
        assert cited is not None
        assert one.value in (cited.group or "").lower()
        if payer.name is PayerName.CLASS_ENDED:
            assert "upphör" in cited.text
        else:
            assert cited.text.endswith(f"betalar {payer.name}.")
            assert housing in cited.text
            assert ("insats från Habiliteringscentrum" in cited.text) == support


def test_a_handbook_that_does_not_say_is_an_error() -> None:
    with pytest.raises(PayerNotStatedError):
        who_pays(ArticleClass.ONE, Housing.ORDINARY, False, date(2026, 1, 1), handbook=Handbook())
