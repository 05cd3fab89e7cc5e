"""Search may not get worse: its figures on the development questions hold to those kept in tests/gold.

After a change for the better: `python -m tests.measures.figures --keep`.
"""

from tests.measures.figures import MEASURES, kept, taken

#: One percentage point, and a little for the rounding of kept figures.
ALLOWED_DROP = 0.0101


def test_no_figure_drops_by_more_than_a_percentage_point() -> None:
    now, before = taken(), kept()

    dropped = [
        f"{name} {measure}: {now[name][measure]} after {value}"
        for name, row in before.items()
        for measure, value in row.items()
        if now[name][measure] < value - ALLOWED_DROP
    ]
    assert not dropped


def test_the_kept_figures_are_those_that_count() -> None:
    assert {name: tuple(row) for name, row in kept().items()} == dict.fromkeys(
        ("all", "resident", "typo"), MEASURES
    )
