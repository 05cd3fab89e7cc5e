"""A charge schedule as the JSON that others rely on: ISO dates, whole öre."""

from typing import Any

from portal.rental.pricing import Charge, ChargeSchedule


def to_json(schedule: ChargeSchedule) -> dict[str, Any]:
    """The schedule as plain values."""
    return {
        "kind": schedule.kind.value,
        "monthly_rent_ore": schedule.monthly_rent_ore,
        "start": schedule.start.isoformat(),
        "charges": [_charge(charge) for charge in schedule.charges],
        "total_ore": schedule.total_ore,
    }


def _charge(charge: Charge) -> dict[str, Any]:
    return {
        "date": charge.due.isoformat(),
        "period_from": charge.period_from.isoformat(),
        "period_to": charge.period_to.isoformat(),
        "month": charge.month,
        "what": charge.what.value,
        "amount_ore": charge.amount_ore,
        "how": charge.how.value,
        "rule": charge.rule,
    }
