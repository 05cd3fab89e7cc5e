"""The shapes that the API takes and gives; names and meanings are a contract with those who call it."""

import datetime as dt
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from portal.api.parameters import Day, OptionalDay, Question
from portal.rental.money import read_kronor
from portal.rental.pricing import RentalKind
from portal.texts import api as texts


class Shape(BaseModel):
    """A response made from plain data or from an object with the same names."""

    model_config = ConfigDict(from_attributes=True)


class AskIn(BaseModel):
    """A question; `focus` is the `focus` of the answer before, for follow-up questions."""

    model_config = ConfigDict(extra="forbid")

    question: Question
    as_of: OptionalDay = None
    focus: list[Annotated[str, Field(max_length=80)]] = Field(default=[], max_length=20)


class SourceOut(Shape):
    """The document that something rests on."""

    document: str
    diary_number: str | None = None
    page: str | None = None
    url: str | None = None


class CitationOut(Shape):
    """Where a quote stands; `quote` is verbatim from the version valid on the day."""

    number: int
    section_id: str
    field: str
    title: str
    iso_codes: list[str]
    valid_from: dt.date | None
    valid_to: dt.date | None
    section_status: str
    source: SourceOut
    quote: str
    url: str
    anchor: str
    group: str | None = None
    proposed: bool = False


class AnswerItemOut(Shape):
    """One thing said and the numbers of the citations that carry it."""

    text: str
    citations: list[int]
    heading: str | None = None


class AnswerOut(BaseModel):
    """An answer; status is answered, partial, conflict, not_found or out_of_scope."""

    model_config = ConfigDict(extra="allow")

    question: str
    as_of: dt.date
    status: str
    answer: list[AnswerItemOut]
    citations: list[CitationOut]
    upcoming: list[dict[str, Any]]
    actions: list[dict[str, Any]]
    took_ms: float
    suggestion: str | None = Field(default=None, description="A refused question with its slips put right.")


class HitOut(Shape):
    """A section found, best first; scores compare within one search only."""

    section_id: str
    title: str
    score: float
    url: str
    suggestion: str | None = Field(default=None, description="The query with its slips put right.")


class PriceIn(BaseModel):
    """A rental to price: exactly one of the two rents, in öre or in kronor ("199,50")."""

    model_config = ConfigDict(extra="forbid")

    kind: RentalKind
    monthly_rent_ore: int | None = Field(default=None, strict=True)
    monthly_rent: str | int | None = None
    start: Day
    months: int = Field(strict=True)

    @model_validator(mode="after")
    def _one_rent(self) -> Self:
        if (self.monthly_rent_ore is None) == (self.monthly_rent is None):
            raise ValueError(texts.ONE_RENT)
        if self.monthly_rent is not None and read_kronor(str(self.monthly_rent)) is None:
            raise ValueError(texts.RENT_NOT_AN_AMOUNT)
        return self

    @property
    def rent_ore(self) -> int:
        """The monthly rent in whole öre."""
        if self.monthly_rent_ore is not None:
            return self.monthly_rent_ore
        return read_kronor(str(self.monthly_rent)) or 0


class ChargeOut(Shape):
    """One charge."""

    date: dt.date
    period_from: dt.date
    period_to: dt.date
    month: int
    what: str
    amount_ore: int
    how: str
    rule: str


class ScheduleOut(Shape):
    """A charge schedule; every amount is whole öre."""

    kind: RentalKind
    monthly_rent_ore: int
    start: dt.date
    charges: list[ChargeOut]
    total_ore: int


class PayerOut(Shape):
    """Who pays on the day, and the statement that says so."""

    article_class: str
    housing: str
    habilitation: bool
    as_of: dt.date
    payer: str
    citation: CitationOut


class Checks(Shape):
    """What must work before the portal can answer."""

    database: bool
    index: bool


class HealthOut(Shape):
    """The process answers."""

    status: str


class ReadyOut(HealthOut):
    """The portal can answer questions."""

    checks: Checks


class FieldProblem(Shape):
    """One value of the request that is wrong."""

    field: str
    detail: str


class Problem(Shape):
    """Problem details, RFC 9457; title and detail are in Swedish."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = []
