"""Answers about named devices: the asked fields, or what a first answer about a device should hold."""

from assistant import texts
from assistant.aspects import OVERVIEW, ROUTES, Aspect
from assistant.citing import Piece, without_repeats
from assistant.conflicts import settled
from assistant.context import Context, Draft
from assistant.fields import MOST_OF_A_FIELD, field_pieces, pinpoint
from assistant.gaps import gaps
from assistant.groups import groups_of, is_general, named_groups, narrowed
from assistant.payers import device_payer
from assistant.rules import question_keys, rule_pieces, topic_pieces
from assistant.support import is_question, uncovered
from assistant.vocabulary import keys_of, likeness
from assistant.wide import anywhere
from assistant.words import Word
from knowledge.model import SectionVersion

_OTHER_UNITS = "andra-enheter"
_MOST_OF_OVERVIEW = {"beskrivning": 2, "kriterier": 4, "förskrivare": 2}
_BRIEF = {"beskrivning": 1, "kriterier": 2, "förskrivare": 1}
#: Wide fields whose cue is often the very thing asked about.
_BY_CONTENT = frozenset((Aspect.RESPONSIBILITY, Aspect.STORAGE, Aspect.IMPORTANT))
_SAYS_SO = 0.35
#: Aspects that are answered once for the whole question, not per device.
ONCE = frozenset(aspect for aspect, route in ROUTES.items() if route.general_only)


def about_device(ctx: Context, section_id: str, *, brief: bool = False) -> Draft:
    """What the section answers of the question; `missing` names what it lacks."""
    version = ctx.version(section_id)
    if version is None:
        return _not_valid(ctx, section_id)
    aspects = [one for one in ctx.question.aspects if one not in ONCE]
    if not aspects:
        draft = Draft() if ctx.question.aspects else _unasked(ctx, version, brief)
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
    if aspect is Aspect.CODE:
        return [Piece(p.version, p.field, p.statement, texts.codes(version.iso_codes)) for p in pieces[:1]]
    if aspect in _BY_CONTENT:
        pieces = _on_content(ctx, version, aspect, pieces)
    if not pieces:
        pieces = [p for other in _siblings(ctx, version) for p in field_pieces(ctx, other, aspect)]
    if aspect is Aspect.GETTING and not pieces:
        pieces = settled(field_pieces(ctx, version, Aspect.CRITERIA))
    if aspect is Aspect.GETTING:
        general = rule_pieces(ctx, aspect, [version.section_id], most=1)
        return [*pieces[:2], *general]
    return pieces or _instead(ctx, version, aspect)


def _instead(ctx: Context, version: SectionVersion, aspect: Aspect) -> list[Piece]:
    """The general rule, unless the section has a statement that says most of the question's own words."""
    general = rule_pieces(ctx, aspect, [version.section_id])
    pointed = pinpoint(ctx, version) if general else []
    keys = [word.key for word in ctx.question.free_words]
    own = max((ctx.vocabulary.overlap(piece.statement.text, keys) for piece in pointed), default=0.0)
    other = max((ctx.vocabulary.overlap(piece.statement.text, keys) for piece in general), default=0.0)
    return pointed if own > other + _SAYS_SO else general


def _on_content(ctx: Context, version: SectionVersion, aspect: Aspect, own: list[Piece]) -> list[Piece]:
    """Of a wide field only what holds the thing asked about ("hemförsäkring"); else the rule for all."""
    keys = [key for key in question_keys(ctx) if likeness(key, keys_of(version.title)) < 0.6]
    general = rule_pieces(ctx, aspect, [version.section_id])
    score = {p.place: ctx.vocabulary.overlap(p.statement.text, keys) for p in (*own, *general)}
    best_own = max((score[p.place] for p in own), default=0.0)
    best_general = max((score[p.place] for p in general), default=0.0)
    if best_general > best_own + _SAYS_SO:
        return [p for p in general if score[p.place] >= 0.6 * best_general]
    return [p for p in own if score[p.place] >= 0.6 * best_own] if best_own > _SAYS_SO else own


def _siblings(ctx: Context, version: SectionVersion) -> list[SectionVersion]:
    """Other sections of the same subject, where a subject without a code of its own is split into several."""
    if version.iso_codes:
        return []
    others = ctx.versions(one.partition("#")[0] for one in version.see_also)
    return [other for other in others if other.area == version.area]


def _fitted(ctx: Context, version: SectionVersion, pieces: list[Piece]) -> Draft:
    """All pieces of a field, or when they are very many those in common, naming the kinds left out."""
    if len(pieces) <= MOST_OF_A_FIELD:
        return Draft(tuple(pieces))
    common = [piece for piece in pieces if is_general(version, piece.statement.group)]
    kept = common if common and not named_groups(version, ctx.question.kind_words) else pieces
    left = [group for group in groups_of(version) if all(p.statement.group != group for p in kept)]
    notes = (texts.other_kinds(version.title, left),) if left else ()
    return Draft(tuple(kept[:MOST_OF_A_FIELD]), notes)


def _unasked(ctx: Context, version: SectionVersion, brief: bool) -> Draft:
    """Nothing particular is asked: the statement that the words point at, else a first overview."""
    groups = named_groups(version, ctx.question.kind_words)
    pointed = [] if groups else pinpoint(ctx, version)
    if pointed:
        return Draft(tuple(pointed))
    if not groups and (topics := dict.fromkeys(link.target for link in ctx.question.topics)):
        return Draft(tuple(topic_pieces(ctx, topics, most=3)))
    foreign = _foreign(ctx, version)
    if foreign and is_question(ctx.question):
        if elsewhere := anywhere(ctx, foreign):
            return Draft(tuple(elsewhere))
        return Draft(
            missing=(texts.does_not_mention(version.title, [word.text for word in foreign]),),
            nearest=(version.section_id,),
        )
    return Draft(tuple(overview(ctx, version, _BRIEF if brief else _MOST_OF_OVERVIEW)))


def _foreign(ctx: Context, version: SectionVersion) -> list[Word]:
    """Words of the question that nothing explains and that the section does not hold."""
    whole = [Piece(version, field, statement) for field, statement in version.statements()]
    return uncovered(ctx.question, whole)


def overview(ctx: Context, version: SectionVersion, most: dict[str, int]) -> list[Piece]:
    """What it is, who it is for and who may prescribe it, for the kind that is meant."""
    groups = named_groups(version, ctx.question.kind_words)
    pieces: list[Piece] = []
    for name in OVERVIEW:
        field = version.field(name)
        if field is None:
            continue
        chosen = field.statements if name == "beskrivning" else narrowed(field, version, groups)
        pieces += settled([Piece(version, field, one) for one in chosen])[: most[name]]
    if not pieces:
        pieces = [Piece(version, field, one) for field, one in version.statements()][:4]
    return pieces


def _whose(version: SectionVersion) -> list[Piece]:
    """The statements that say whose field it is and where to turn."""
    rows = [(field, s) for field, s in version.statements() if field.name in {"beskrivning", "kontakt"}]
    return without_repeats(Piece(version, field, s) for field, s in (rows[:1] + rows[-1:]))
