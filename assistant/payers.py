"""Who pays: the device's class, the housing and Habiliteringscentrum against the handbook's table."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant import texts
from assistant.citing import Piece
from assistant.context import Context
from assistant.fields import pinpoint
from assistant.groups import named_groups, narrowed
from assistant.linking import Link
from assistant.rules import topic_pieces
from assistant.understanding import article_class
from assistant.vocabulary import keys_of, likeness
from assistant.words import key
from knowledge.model import ArticleClass, SectionVersion
from knowledge.payer import CLASS_THREE_ENDS, Housing, Payer, PayerName, PayerNotStatedError, who_pays

_SECTION = "kostnadsansvar"
_CLASS = re.compile(r"\bansva?r\w* ([1-4])\b", re.IGNORECASE)
_MOST_OWN = 2
_MOST_GENERAL = 4
_REQUISITION = "rekvisitionsartiklar"


def device_payer(ctx: Context, version: SectionVersion) -> list[Piece]:
    """Who pays for a device with its own section."""
    own = own_statements(ctx, version)
    classes = _classes(version, own)
    table = [piece for one in classes for piece in table_pieces(ctx, one, version.title)]
    return _led_by_payer(own, table) if ctx.question.housing else [*own, *table]


def _led_by_payer(own: list[Piece], table: list[Piece]) -> list[Piece]:
    """The section's own words first, led by the payer when the table names but one."""
    leads = {piece.lead for piece in table}
    if not own or len(leads) != 1:
        return [*own, *table]
    return [replace(own[0], lead=leads.pop()), *own[1:], *(replace(piece, lead="") for piece in table)]


def own_statements(ctx: Context, version: SectionVersion) -> list[Piece]:
    """The section's own words on who pays, for the kind of the device that is meant."""
    field = version.field(_SECTION)
    if field is None:
        return []
    groups = named_groups(version, ctx.question.kind_words)
    statements = narrowed(field, version, groups)
    kinds = {one.group for one in statements}
    per_kind = [[one for one in statements if one.group == kind][:_MOST_OWN] for kind in kinds]
    chosen = {one.anchor for kind in per_kind for one in kind}
    return [Piece(version, field, one) for one in statements if one.anchor in chosen]


def article_payer(ctx: Context, link: Link) -> list[Piece]:
    """Who pays for a device without a section of its own, whose class the handbook's examples give."""
    examples = _examples(ctx, link)
    table = table_pieces(ctx, article_class(link), link.text)
    if article_class(link) is ArticleClass.THREE and ctx.question.day >= CLASS_THREE_ENDS:
        table += topic_pieces(ctx, (_REQUISITION,), most=2)
    return [*table, *examples] if ctx.question.housing else [*examples, *table]


def class_payer(ctx: Context) -> list[Piece]:
    """Who pays for the classes that the question names by number."""
    named = dict.fromkeys(ArticleClass(found) for found in _CLASS.findall(ctx.question.text))
    if any(word.plain.startswith("klinikhjalpmed") for word in ctx.question.words):
        named[ArticleClass.CLINIC] = None
    return [p for one in named for p in (*_examples_of(ctx, one), *table_pieces(ctx, one, None))]


def _examples_of(ctx: Context, one: ArticleClass) -> list[Piece]:
    """The statement that tells which devices belong to a class."""
    version = ctx.version(_SECTION)
    name = "klinikhjälpmedel" if one is ArticleClass.CLINIC else f"ansvar {one}"
    rows = version.statements() if version else ()
    found = [
        (field, s) for field, s in rows if (s.group or "").lower() == name and s.text.startswith("Exempel")
    ]
    return [Piece(version, field, s) for field, s in found if version]


def general_payer(ctx: Context) -> list[Piece]:
    """What decides who pays, when no device is named."""
    version = ctx.version(_SECTION)
    field = version.field(_SECTION) if version else None
    if version is None or field is None:
        return []
    opening = [Piece(version, field, one) for one in field.statements if one.group is None]
    pointed = pinpoint(ctx, version, most=2)
    return [*pointed, *(piece for piece in opening if piece not in pointed)][:_MOST_GENERAL]


def table_pieces(ctx: Context, one: ArticleClass, subject: str | None) -> list[Piece]:
    """The table's statements for the asked housing, led by the payer, or those for both kinds."""
    asked = ctx.question
    homes: Sequence[Housing] = (asked.housing,) if asked.housing else tuple(Housing)
    pieces: list[Piece] = []
    for home in homes:
        try:
            payer = who_pays(one, home, asked.habilitation, asked.day, handbook=ctx.library.handbook)
        except PayerNotStatedError:
            continue
        if piece := _cited(ctx, payer, lead=bool(asked.housing and subject)):
            pieces.append(piece)
    return pieces


def _cited(ctx: Context, payer: Payer, *, lead: bool) -> Piece | None:
    version = ctx.version(payer.section_id)
    for field, statement in version.statements() if version else ():
        if version and statement.anchor == payer.anchor:
            said = texts.pays(payer.name) if lead and payer.name is not PayerName.CLASS_ENDED else ""
            return Piece(version, field, statement, said)
    return None


def _classes(version: SectionVersion, own: Iterable[Piece]) -> list[ArticleClass]:
    """The classes that the chosen statements name, else the section's own."""
    named = [ArticleClass(found) for piece in own for found in _CLASS.findall(piece.statement.text)]
    if version.article_class and (version.article_class in named or not named):
        return [version.article_class]
    return list(dict.fromkeys(named))


def _examples(ctx: Context, link: Link) -> list[Piece]:
    """The statement of the class that names the device, so that its class is cited as well."""
    version = ctx.version(_SECTION)
    names = {key(part) for part in (*link.word.split(), *link.text.split()) if len(part) > 3}
    for field, statement in version.statements() if version else ():
        if version and statement.text.startswith("Exempel") and _says(statement.text, names):
            return [Piece(version, field, statement)]
    return []


def _says(text: str, names: Iterable[str]) -> bool:
    words = keys_of(text)
    return any(likeness(name, words) >= 0.8 for name in names)
