"""The rules that can be asked for exactly: what a rental costs, and who pays for a device."""

from datetime import date

from fastapi import APIRouter

from assistant.citing import Piece, cite
from knowledge.model import Handbook
from knowledge.payer import Payer, PayerNotStatedError, who_pays
from portal import knowing
from portal.api.documented import problems
from portal.api.parameters import AsOf, ClassParameter, HousingParameter, day_or_today
from portal.api.problems import ProblemError
from portal.api.schemas import CitationOut, PayerOut, PriceIn, ScheduleOut
from portal.rental.errors import PricingError
from portal.rental.pricing import charge_schedule
from portal.rental.schedule_json import to_json
from portal.texts import api as texts

router = APIRouter(tags=["rules"])


@router.post("/api/v1/price", responses=problems(413))
def price(asked: PriceIn) -> ScheduleOut:
    """Give every charge of a private rental of one main device, at a rent that the caller states."""
    try:
        schedule = charge_schedule(asked.kind, asked.rent_ore, asked.start, asked.months)
    except PricingError as error:
        raise ProblemError(422, str(error)) from None
    return ScheduleOut.model_validate(to_json(schedule))


@router.get("/api/v1/who-pays", responses=problems(404))
def payer(
    article_class: ClassParameter, housing: HousingParameter, habilitation: bool = False, as_of: AsOf = None
) -> PayerOut:
    """Say who pays for a device of a class on the day, with the handbook's statement."""
    day, handbook = day_or_today(as_of), knowing.handbook()
    try:
        found = who_pays(article_class, housing, habilitation, day, handbook=handbook)
    except PayerNotStatedError:
        raise ProblemError(404, texts.NO_PAYER_STATED) from None
    _, (citation,) = cite([_piece(found, handbook, day)], handbook, day)
    return PayerOut(
        article_class=article_class,
        housing=housing,
        habilitation=habilitation,
        as_of=day,
        payer=found.name,
        citation=CitationOut.model_validate(citation),
    )


def _piece(found: Payer, handbook: Handbook, day: date) -> Piece:
    """The statement that `found` names, as something to cite; the table only names statements that exist."""
    version = handbook.sections[found.section_id].version_on(day)
    if version is None:
        raise LookupError(found.section_id)
    field, statement = next(pair for pair in version.statements() if pair[1].anchor == found.anchor)
    return Piece(version, field, statement)
