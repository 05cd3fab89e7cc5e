"""The commissions (uppdrag) that somebody may act under, as their provider said at the last sign-in."""

import sqlalchemy as sa
from sqlmodel import Session, col, select

from auth.identity import Assignment
from auth.models import LONGEST_UNIT, StaffUnit


def units_of(session: Session, *, person_id: str) -> list[StaffUnit]:
    """The commissions that the person may choose among, by name."""
    mine = select(StaffUnit).where(col(StaffUnit.person_id) == person_id)
    return list(session.exec(mine.order_by(col(StaffUnit.name), col(StaffUnit.role), col(StaffUnit.code))))


def unit_name(unit: StaffUnit) -> str:
    """What the unit is called where somebody reads it: the unit's name, else the commission's."""
    return unit.unit_name or unit.name


def set_units(session: Session, *, person_id: str, assignments: tuple[Assignment, ...]) -> None:
    """Make the person's commissions exactly those assigned: one that has ended must not be chosen again."""
    session.execute(sa.delete(StaffUnit).where(col(StaffUnit.person_id) == person_id))
    given = {
        (each.role, each.commission.hsa_id): each.commission
        for each in assignments
        if each.commission is not None
    }
    for (role, code), commission in given.items():
        session.add(
            StaffUnit(
                person_id=person_id,
                role=role,
                code=code[:LONGEST_UNIT],
                name=commission.name[:LONGEST_UNIT],
                unit_code=(commission.unit_hsa_id or "")[:LONGEST_UNIT],
                unit_name=(commission.unit_name or "")[:LONGEST_UNIT],
            )
        )
    session.flush()
