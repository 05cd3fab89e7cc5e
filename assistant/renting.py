"""Private rental: whether a device can be rented, by which rules, and that kundtjänst tells the amount."""

import re
from collections.abc import Iterable

from assistant import texts
from assistant.aspects import Aspect
from assistant.citing import Piece
from assistant.context import Context
from assistant.linking import Link
from assistant.rules import question_keys
from assistant.understanding import Understanding
from assistant.vocabulary import keys_of, likeness
from assistant.words import key, plain, split
from knowledge.model import SectionVersion, Statement

RENTAL, EXTRA, EXCLUDED = "privathyra", "privathyra-extrasortiment", "privathyra-undantag"
PRESCRIBED = "forskriven-hyra"
PRACTICAL = "privathyra-service-och-transport"
BUSINESS = "bestallning-till-verksamhet"

#: Product sections that the exclusions name by another word (plain beginnings of the exclusion's words).
_EXCLUDED_AS = {
    "elrullstolar": ("elrullstol",),
    "drivaggregat-anvandarstyrda": ("drivaggregat",),
    "tandemcyklar": ("cyklar",),
    "barbara-datorer": ("dator",),
    "tens": ("behandlingshjalpmedel",),
}
_AMOUNT = ("kost", "pris", "belopp", "mycket", "dyr")
_TELLS_AMOUNT = "kundtjanst"
_RENTAL_WORDS = frozenset(key(word) for word in ("hyra", "hyran", "privat", "privathyra", "uthyrning"))
_ORGANISATIONS = ("vardcentral", "verksamhet", "foretag", "forening", "organisation", "avdelning", "skola")
_PRACTICAL_FIELDS = {
    Aspect.REPAIR: "service",
    Aspect.TRANSPORT: "transport",
    Aspect.RETURN: "transport",
}
_LISTED = re.compile(r"[:,.]| och ")
_NOT_PERSONAL = ("forskriven", "forskrivna", "forskrivet", "debiter")


def rental_pieces(ctx: Context) -> list[Piece]:
    """The rental rules for what is asked, led by yes or no when a device is named."""
    excluded = _exclusions(ctx)
    if excluded:
        listed = excluded[0].field.name == "beskrivning"
        return excluded if listed else [_led(excluded[0], texts.NO), *excluded[1:]]
    names = list(_names(ctx))
    extra = ctx.version(EXTRA)
    if extra and (_is_linked(ctx, EXTRA) or any(_names_in(extra, name) for name in names)):
        return _ordered(ctx, _field(extra, "beskrivning")[:1], _field(extra, "hyra"))
    rental = ctx.version(RENTAL)
    if rental is None:
        return []
    opening = _field(rental, "beskrivning")
    first = opening[1:2] if ctx.question.names_something else opening[:1]
    return _ordered(ctx, first, _field(rental, "hyra"))


def is_about_prescribed_rental(ctx: Context) -> bool:
    """True when the rent that a payer is charged for prescribed devices is meant."""
    sections = {PRESCRIBED, "debiteringsform", "prissattning"}
    for link in ctx.question.topics:
        if link.target in sections and not keys_of(link.text) <= _RENTAL_WORDS:
            return True
    return any(word.plain.startswith(_NOT_PERSONAL) for word in ctx.question.words)


def practical_pieces(ctx: Context) -> list[Piece]:
    """Service, transport and return of what is rented privately, as far as the question hints at them."""
    version = ctx.version(PRACTICAL)
    names = [_PRACTICAL_FIELDS[one] for one in ctx.question.hinted if one in _PRACTICAL_FIELDS]
    return [piece for name in dict.fromkeys(names) if version for piece in _field(version, name)]


def is_by_organisation(question: Understanding) -> bool:
    """True when a unit or an organisation wants to rent, not a private person."""
    return any(word.plain.startswith(_ORGANISATIONS) for word in question.words)


def asks_amount(question: Understanding) -> bool:
    """True when the question asks how much the rent is."""
    return any(word.plain.startswith(_AMOUNT) for word in question.words)


def _ordered(ctx: Context, opening: list[Piece], terms: list[Piece]) -> list[Piece]:
    """The terms with what is asked for first: who tells the amount, or what holds the question's words."""
    telling = [one for one in question_keys(ctx) if likeness(one, _RENTAL_WORDS) < 0.6]
    score = {piece.place: ctx.vocabulary.overlap(piece.statement.text, telling) for piece in terms}
    ranked = sorted(terms, key=lambda piece: -round(score[piece.place], 1))
    if asks_amount(ctx.question):
        tell = [piece for piece in ranked if _TELLS_AMOUNT in plain(piece.statement.text)]
        return [*opening, *tell, *(piece for piece in ranked if piece not in tell)]
    return [*ranked, *opening] if score and max(score.values()) > 0.5 else [*opening, *ranked]


def _exclusions(ctx: Context) -> list[Piece]:
    version = ctx.version(EXCLUDED)
    field = version.field("undantag") if version else None
    if version is None or field is None:
        return []
    asked = _excluding_words(ctx)
    found = [s for s in field.statements if _excludes(s, asked)]
    if not found and _is_linked(ctx, EXCLUDED):
        return _field(version, "beskrivning")[:1] + _field(version, "undantag")
    return [Piece(version, field, one) for one in found]


def _excluding_words(ctx: Context) -> set[str]:
    """Plain words that an exclusion may hold: the question's own, and other names of its devices."""
    asked = {word.plain for word in ctx.question.free_words}
    for section_id in ctx.question.device_ids:
        asked.update(_EXCLUDED_AS.get(section_id, ()))
    return asked


def _excludes(statement: Statement, asked: Iterable[str]) -> bool:
    """True when a noun of the exclusion is the asked word or begins with it."""
    words = [
        word for word in split(statement.text) if len(word.plain) > 4 and word.plain not in _EVERY_EXCLUSION
    ]
    keys = {word.key for word in words}
    for one in asked:
        if any(word.plain.startswith(one) for word in words if len(one) > 4):
            return True
        if likeness(_key_of(one), keys) >= 0.8:
            return True
    return False


# What the exclusions say besides naming devices, in plain spelling.
_EVERY_EXCLUSION = frozenset(
    ("privat", "varken", "eller", "hjalpmedel", "brukaren", "vardare", "andra", "sadana", "rullstolar")
)


def _key_of(word: str) -> str:
    return next((found.key for found in split(word)), word)


def _names(ctx: Context) -> Iterable[str]:
    links: tuple[Link, ...] = ctx.question.devices + ctx.question.articles + ctx.question.absent
    yield from (link.text for link in links)
    yield from (word.text for word in ctx.question.free_words)


def _names_in(version: SectionVersion, name: str) -> bool:
    """True when the extra range's own list names the device: "ramp" in "portabel ramp", not "personlyft"
    in "våg till personlyft"."""
    field = version.field("beskrivning")
    listed = _LISTED.split(" ".join(s.text for s in field.statements)) if field else []
    heads = {_head(one) for one in listed if one.strip()}
    return any(word.key in heads for word in split(name) if len(word.plain) > 3)


def _head(name: str) -> str:
    """The key of the noun that a name is about."""
    words = split(name.partition(" till ")[0])
    return words[-1].key if words else ""


def _is_linked(ctx: Context, section_id: str) -> bool:
    return any(link.target == section_id for link in ctx.question.topics)


def _field(version: SectionVersion, name: str) -> list[Piece]:
    field = version.field(name)
    return [Piece(version, field, one) for one in field.statements] if field else []


def _led(piece: Piece, lead: str) -> Piece:
    return Piece(piece.version, piece.field, piece.statement, lead, piece.heading)
