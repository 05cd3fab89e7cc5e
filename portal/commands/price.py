"""`python -m portal price`: the charge schedule of a private rental, as a table or as JSON."""

import argparse
import json

from knowledge.commands.terminal import UsageError, day, positive, show
from portal.rental.errors import PricingError
from portal.rental.money import read_kronor, write_kronor
from portal.rental.pricing import ChargeSchedule, RentalKind, charge_schedule
from portal.rental.schedule_json import to_json
from portal.texts import rental as texts


def kronor(text: str) -> int:
    """An argparse type: kronor with at most two decimals, as whole öre."""
    ore = read_kronor(text)
    if ore is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not an amount in kronor, like 199.50")
    return ore


def register(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "--kind", required=True, choices=[kind.value for kind in RentalKind], help="kind of rental"
    )
    parser.add_argument(
        "--monthly-rent", required=True, type=kronor, metavar="KR", help="monthly rent in kronor"
    )
    parser.add_argument("--start", required=True, type=day, metavar="DATE", help="first day, YYYY-MM-DD")
    parser.add_argument(
        "--months", required=True, type=positive, metavar="N", help="begun months, at least 1"
    )
    parser.add_argument("--json", action="store_true", help="print JSON, amounts in whole öre")


def run(args: argparse.Namespace) -> int:
    """Print the schedule."""
    try:
        schedule = charge_schedule(RentalKind(args.kind), args.monthly_rent, args.start, args.months)
    except PricingError as error:
        raise UsageError(str(error)) from None
    if args.json:
        show(json.dumps(to_json(schedule), ensure_ascii=False, indent=2))
    else:
        _table(schedule)
    return 0


def _table(schedule: ChargeSchedule) -> None:
    rows = [texts.COLUMNS]
    for charge in schedule.charges:
        period = f"{charge.period_from}–{charge.period_to}"
        amount = write_kronor(charge.amount_ore)
        rows.append((str(charge.due), period, str(charge.month), charge.what, amount, charge.how))
    widths = [max(len(row[column]) for row in rows) for column in range(len(texts.COLUMNS))]
    for row in rows:
        show("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    show(f"{texts.TOTAL} {write_kronor(schedule.total_ore)}")
