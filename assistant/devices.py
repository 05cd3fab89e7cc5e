"""Answers about named devices: the asked fields, or what a first answer about a device should hold."""

from assistant import texts
from assistant.aspects import OVERVIEW, ROUTES, Aspect
from assistant.citing import Piece, without_repeats
from assistant.context import Context, Draft
from assistant.fields import MOST_OF_A_FIELD, field_pieces, pinpoint
from assistant.gaps import gaps
from assistant.groups import groups_of, is_general, named_groups, narrowed
from assistant.payers import device_payer
from assistant.rules import rule_pieces
from knowledge.model import SectionVersion

_OTHER_UNITS = "andra-enheter"
_MOST_OF_OVERVIEW = {"beskrivning": 2, "kriterier": 4, "förskrivare": 2}
#: Aspects that are answered once for the whole question, not per device.
ONCE = frozenset(aspect for aspect, route in ROUTES.items() if route.general_only)


def about_device(ctx: Context, section_id: str) -> Draft:
    """What the section answers of the question; `missing` names what it lacks."""
    version = ctx.version(section_id)
    if version is None:
        return _not_valid(ctx, section_id)
    aspects = [one for one in ctx.question.aspects if one not in ONCE]
    if not aspects:
        draft = Draft() if ctx.question.aspects else _unasked(ctx, version)
    else:
        draft = _asked(ctx, version, aspects)
    if version.area == _OTHER_UNITS:
        asked = draft.pieces if aspects else ()
        draft = Draft(tuple(without_repeats((*_whose(version), *asked))), draft.notes)
    return draft + Draft(focus=(section_id,))


def _not_valid(ctx: Context, section_id: str) -> Draft:
    section = ctx.library.handbook.section(section_id)
    title = section.versions[-1].title if section else section_id
    return Draft(notes=(texts.not_valid(title, ctx.question.day),), nearest=(section_id,))


def _asked(ctx: Context, version: SectionVersion, aspects: list[Aspect]) -> Draft:
    draft = Draft()
    lacking: list[Aspect] = []
    for aspect in aspects:
        pieces = aspect_pieces(ctx, version, aspect)
        if not pieces:
            lacking.append(aspect)
            continue
        draft += _fitted(ctx, version, pieces)
    if lacking:
        said = (texts.lacks(version.title, lacking), *gaps(version, lacking))
        draft += Draft(missing=said, nearest=(version.section_id,))
    return draft


def aspect_pieces(ctx: Context, version: SectionVersion, aspect: Aspect) -> list[Piece]:
    """The section's statements on the aspect, else the general rule that holds for any device."""
    if aspect is Aspect.PAYER:
        return device_payer(ctx, version)
    pieces = field_pieces(ctx, version, aspect)
    if aspect is Aspect.GETTING:
        general = rule_pieces(ctx, aspect, [version.section_id], most=1)
        return [*pieces[:2], *general]
    return pieces or rule_pieces(ctx, aspect, [version.section_id])


def _fitted(ctx: Context, version: SectionVersion, pieces: list[Piece]) -> Draft:
    """All pieces of a field, or when they are very many those in common, naming the kinds left out."""
    if len(pieces) <= MOST_OF_A_FIELD:
        return Draft(tuple(pieces))
    common = [piece for piece in pieces if is_general(version, piece.statement.group)]
    kept = common if common and not named_groups(version, ctx.question.free_words) else pieces
    left = [group for group in groups_of(version) if all(p.statement.group != group for p in kept)]
    notes = (texts.other_kinds(version.title, left),) if left else ()
    return Draft(tuple(kept[:MOST_OF_A_FIELD]), notes)


def _unasked(ctx: Context, version: SectionVersion) -> Draft:
    """Nothing particular is asked: the statement that the words point at, else a first overview."""
    groups = named_groups(version, ctx.question.free_words)
    pointed = [] if groups else pinpoint(ctx, version)
    if pointed:
        return Draft(tuple(pointed))
    return Draft(tuple(overview(ctx, version)))


def overview(ctx: Context, version: SectionVersion) -> list[Piece]:
    """What it is, who it is for and who may prescribe it, for the kind that is meant."""
    groups = named_groups(version, ctx.question.free_words)
    pieces: list[Piece] = []
    for name in OVERVIEW:
        field = version.field(name)
        if field is None:
            continue
        chosen = field.statements if name == "beskrivning" else narrowed(field, version, groups)
        pieces += [Piece(version, field, one) for one in chosen[: _MOST_OF_OVERVIEW[name]]]
    if not pieces:
        pieces = [Piece(version, field, one) for field, one in version.statements()][:4]
    return pieces


def _whose(version: SectionVersion) -> list[Piece]:
    """The statements that say whose field it is and where to turn."""
    rows = [(field, s) for field, s in version.statements() if field.name in {"beskrivning", "kontakt"}]
    return without_repeats(Piece(version, field, s) for field, s in (rows[:1] + rows[-1:]))
