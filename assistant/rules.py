"""Answers from the general sections: fees, repairs, returns and all that holds for any device."""

from collections.abc import Iterable, Sequence

from assistant.aspects import ROUTES, Aspect
from assistant.citing import Piece
from assistant.context import Context
from assistant.fields import says_any
from assistant.naming import names_asked, names_other
from assistant.synonyms import said_instead, widened
from assistant.vocabulary import is_common, keys_of
from assistant.words import split
from knowledge.model import Field, SectionVersion, Statement

#: Fields of the contact section by what is asked.
_CONTACT_FIELDS = {Aspect.HOURS: "öppettider", Aspect.CONTACT: "kontakt"}
_NAMED_BONUS = 1.5
_GROUP_BONUS = 0.5
_FIELD_BONUS = 0.4
_ASIDE = frozenset(("övrigt", "viktigt"))
# Yearly targets answer how long something takes, not where or how.
_TARGET = "målet för"
#: Aspects whose general field opens with what holds for everybody.
_GENERAL_FIRST = frozenset((Aspect.FEE,))
#: Aspects whose cue is the field's own name and tells nothing about the single statement.
_NAMED_BY_CUE = frozenset(
    (Aspect.TRAINING, Aspect.PRESCRIBER, Aspect.GETTING, Aspect.CRITERIA, Aspect.FOLLOW_UP, Aspect.FITTING)
)


def rule_pieces(ctx: Context, aspect: Aspect, devices: Sequence[str], most: int = 3) -> list[Piece]:
    """The general statements on `aspect`, those naming the device first, none on another."""
    if aspect in _CONTACT_FIELDS:
        return _contact(ctx, aspect, most)
    route = ROUTES[aspect]
    rows: list[tuple[float, Piece]] = []
    for version in ctx.versions(route.rules or (() if devices else route.alone)):
        rows += _scored(ctx, version, aspect, devices)
    rows.sort(key=lambda one: -one[0])
    chosen = _best(rows, most)
    if aspect is Aspect.REPAIR:
        return _with_contact(ctx, chosen)
    return _with_opening(chosen, rows) if aspect in _GENERAL_FIRST else chosen


def _scored(
    ctx: Context, version: SectionVersion, aspect: Aspect, devices: Sequence[str]
) -> list[tuple[float, Piece]]:
    rows = [row for row in version.statements() if _is_about(row, aspect)]
    telling = (
        widened(w.key for w in ctx.question.free_words) if aspect in _NAMED_BY_CUE else question_keys(ctx)
    )
    found: list[tuple[float, Piece]] = []
    for score, piece in ctx.ranked(version, rows, telling):
        same = names_asked(ctx, piece.statement.text, devices)
        if not same and names_other(ctx, piece.statement.text, devices):
            continue
        if not same and aspect in _GENERAL_FIRST and piece.statement.group and score < 1.0:
            continue
        bonus = (_NAMED_BONUS if same else 0.0) + _standing(piece, aspect)
        found.append((round(score, 2) + bonus, piece))
    return found


def question_keys(ctx: Context) -> tuple[str, ...]:
    """Keys of the question's telling words and cues, with the handbook's own words for what is said."""
    words, asking = ctx.question.words, ctx.question.cue_positions
    kept = [word.key for place, word in enumerate(words) if place in asking or not is_common(word)]
    return tuple(dict.fromkeys((*kept, *said_instead(word.key for word in words))))


def _is_about(row: tuple[Field, Statement], aspect: Aspect) -> bool:
    beginnings = ROUTES[aspect].words
    field, statement = row
    if not beginnings or field.name in ROUTES[aspect].fields or field.name == "kontakt":
        return True
    return says_any(statement.text, beginnings) or says_any(statement.group or "", beginnings)


def _standing(piece: Piece, aspect: Aspect) -> float:
    """What the statement's place in its section speaks for or against it."""
    standing = -0.3 if piece.field.name in _ASIDE else 0.0
    if piece.field.name in ROUTES[aspect].fields:
        standing += _FIELD_BONUS
    if piece.statement.group and says_any(piece.statement.group, ROUTES[aspect].words):
        standing += _GROUP_BONUS
    if piece.statement.text.lower().startswith(_TARGET) and aspect is not Aspect.SERVICE_TIME:
        standing -= 1.0
    return standing


def _best(rows: list[tuple[float, Piece]], most: int) -> list[Piece]:
    """The top rows that come near the best one."""
    if not rows:
        return []
    top = rows[0][0]
    return [piece for score, piece in rows[:most] if score >= 0.45 * top]


def _with_opening(chosen: list[Piece], rows: list[tuple[float, Piece]]) -> list[Piece]:
    """What names the device, then what holds for all ("de flesta hjälpmedel är gratis")."""
    opening = min(
        (p for _, p in rows if p.statement.group is None), key=lambda p: p.statement.line, default=None
    )
    if opening is None or opening in chosen:
        return chosen
    return [*chosen[:2], opening]


def _with_contact(ctx: Context, chosen: list[Piece]) -> list[Piece]:
    """Where to turn with a repair goes before how repairs are paid for."""
    turn = [
        piece for piece in _field_pieces(ctx, ROUTES[Aspect.REPAIR].rules, "kontakt") if piece not in chosen
    ]
    return [*turn[:1], *chosen]


def _field_pieces(ctx: Context, section_ids: Iterable[str], name: str) -> list[Piece]:
    versions = ctx.versions(section_ids)
    found = [(version, field) for version in versions if (field := version.field(name))]
    return [Piece(version, field, one) for version, field in found for one in field.statements]


def _contact(ctx: Context, aspect: Aspect, most: int) -> list[Piece]:
    version = ctx.version("kontakt")
    field = version.field(_CONTACT_FIELDS[aspect]) if version else None
    if version is None or field is None:
        return []
    rows = [(field, one) for one in field.statements]
    ranked = ctx.ranked(version, rows, question_keys(ctx))
    best = ranked[0][0] if ranked else 0.0
    near = [piece for score, piece in ranked if score > 0 and score >= 0.6 * best]
    return (near or [piece for _, piece in ranked])[:most]


def topic_pieces(ctx: Context, section_ids: Iterable[str], most: int = 4) -> list[Piece]:
    """What the named rule sections say about the question, best first; their opening when no word decides."""
    pieces: list[Piece] = []
    for version in ctx.versions(section_ids):
        title = keys_of(version.title)
        telling = [one for one in question_keys(ctx) if one not in title]
        ranked = ctx.ranked(version, version.statements(), telling)
        # Rows of the payer table answer only for a class that is named.
        ranked = [row for row in ranked if not _is_table_row(row[1])] or ranked
        best = ranked[0][0] if ranked else 0.0
        chosen = [piece for score, piece in ranked if score > 0.2 and score >= 0.5 * best]
        pieces += (chosen or [piece for _, piece in ranked])[:most]
    return pieces


def _is_table_row(piece: Piece) -> bool:
    text = piece.statement.text.lower()
    return piece.statement.group is not None and text.startswith(f"{piece.statement.group.lower()}: i ")


def waiting_pieces(ctx: Context) -> list[Piece]:
    """How long it takes: the service goals of what is waited for, all of them when that is not said."""
    pieces = rule_pieces(ctx, Aspect.SERVICE_TIME, (), most=4)
    hinted = [word for aspect in ctx.question.hinted for word in ROUTES[aspect].words]
    about = [p for p in pieces if hinted and split(p.statement.text)[0].plain.startswith(tuple(hinted))]
    return about or pieces
