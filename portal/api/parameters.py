"""The kinds of values that the API takes, each read strictly and refused with Swedish words."""

import re
from datetime import date
from typing import Annotated

from fastapi import Query
from pydantic import AfterValidator, BeforeValidator, Field

from knowledge.model import ArticleClass
from knowledge.payer import Housing
from portal import clock
from portal.texts import api as texts

LONGEST_QUESTION = 2000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SLUGS = {"ordinart": Housing.ORDINARY, "sarskilt": Housing.SPECIAL}
_ISO_CODE = re.compile(r"\d{2}(\d{2}){0,2}", re.ASCII)


def _read_day(value: object) -> object:
    """Only YYYY-MM-DD: pydantic alone would take a number of seconds for a date."""
    if isinstance(value, date) or value is None:
        return value
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError(texts.FIELD_NOT_DATE)
    return value


def _read_optional_day(value: object) -> object:
    return None if value == "" else _read_day(value)


def _read_housing(value: object) -> object:
    """The handbook's words, or ASCII slugs of them with or without "boende"."""
    folded = str(value).strip().lower().replace("_", "-")
    return _SLUGS.get(folded.removesuffix("-boende").removesuffix(" boende"), folded)


def _read_article_class(value: object) -> object:
    return str(value).strip().lower().removeprefix("ansvar").strip(" -")


def _read_iso(value: object) -> str | None:
    """Digits of an ISO code in any spelling, whole or its first two or four figures."""
    digits = re.sub(r"(?i)^iso|[\s.\-]", "", str(value).strip()) if value else ""
    if digits and not _ISO_CODE.fullmatch(digits):
        raise ValueError(texts.ISO_CODE_WRONG)
    return digits or None


def _is_asked(value: str) -> str:
    if not value.strip():
        raise ValueError(texts.QUESTION_EMPTY)
    return value


Day = Annotated[date, BeforeValidator(_read_day)]
OptionalDay = Annotated[date | None, BeforeValidator(_read_optional_day)]
Question = Annotated[str, Field(min_length=1, max_length=LONGEST_QUESTION), AfterValidator(_is_asked)]
AsOf = Annotated[
    OptionalDay, Query(description="The day to answer for, YYYY-MM-DD. Default: today in Europe/Stockholm.")
]
HousingParameter = Annotated[
    Housing,
    BeforeValidator(_read_housing),
    Query(description="ordinärt boende or särskilt boende; the slugs ordinart and sarskilt mean the same."),
]
ClassParameter = Annotated[
    ArticleClass, BeforeValidator(_read_article_class), Query(description="1, 2, 3, 4 or klinik.")
]
IsoParameter = Annotated[
    str | None,
    BeforeValidator(_read_iso),
    Query(description="ISO 9999 code in any spelling, or its first figures."),
]


def day_or_today(day: date | None) -> date:
    """`day`, or today in Stockholm when none was given."""
    return day or clock.today()
