"""Chooses the way to an answer: named devices, a described need, a rule topic, or the words alone."""

from collections.abc import Sequence

from assistant import texts
from assistant.articles import classed_apart, of_absent, of_article
from assistant.aspects import ROUTES, Aspect
from assistant.changes import changed
from assistant.citing import Piece, without_repeats
from assistant.context import Context, Draft
from assistant.devices import ONCE, about_device, aspect_pieces
from assistant.fields import near_statements, says_any
from assistant.groups import named_groups
from assistant.linking import RULE_AREAS, Link
from assistant.needs import about_needs, candidates, described, is_believable
from assistant.payers import class_payer, general_payer
from assistant.renting import (
    BUSINESS,
    PRESCRIBED,
    is_about_prescribed_rental,
    is_by_organisation,
    practical_pieces,
    rental_pieces,
)
from assistant.rules import rule_pieces, topic_pieces, waiting_pieces
from assistant.support import YES_OR_NO, is_question, is_supported, strangers, uncovered
from assistant.understanding import Understanding
from assistant.wide import anywhere
from knowledge.model import SectionVersion

_MOST_DEVICES = 3
_CHILD_PADS = "inkontinensskydd-barn"
_CHILD_WORDS = ("barn", "son", "dotter", "bebis", "flicka", "pojke", "tonar", "elev")
_PLAIN_CONTACT = frozenset((Aspect.HOURS, Aspect.CONTACT, Aspect.SERVICE_TIME))


def understood(ctx: Context, focus: tuple[str, ...]) -> Draft:
    """The answer by what is understood of the question."""
    question = ctx.question
    asks_of_device = not question.aspects or set(question.aspects) - _PLAIN_CONTACT
    if Aspect.CHANGES in question.aspects and not question.articles:
        known = question.device_ids or tuple(link.target for link in question.topics)
        news = changed(ctx, tuple(dict.fromkeys(known))[:_MOST_DEVICES])
        if news.pieces:
            return news
    if (
        not _absent_first(question)
        and _only_needs(question)
        and is_believable(ctx)
        and (draft := _of_need(ctx))
    ):
        return draft
    if question.names_something:
        return of_things(ctx, () if _absent_first(question) else question.device_ids[:_MOST_DEVICES])
    if question.needs and asks_of_device and is_believable(ctx):
        fitting = candidates(ctx)[:_MOST_DEVICES]
        if fitting:
            return of_things(ctx, fitting)
    if focus and asks_of_device and _continues(ctx, focus):
        return _of_focus(ctx, focus)
    return _of_rules(ctx)


def _absent_first(question: Understanding) -> bool:
    """True when what is asked about is a device without section; others then only tell where it is used."""
    absent = [link.positions[0] for link in question.absent if link.exact and link.positions]
    named = [link.positions[0] for link in question.devices if link.positions]
    return bool(absent) and min(absent) < min(named, default=len(question.words))


def _only_needs(question: Understanding) -> bool:
    """True for a need that is no more than described, and not just said of a device that is named."""
    beyond = {link.target for link in question.needs} - set(question.device_ids)
    # "Får man köra …" is about the device, whatever else it tells.
    if question.devices and question.words[0].plain in YES_OR_NO:
        return False
    return bool(beyond) and question.aspects in ((), (Aspect.GETTING,))


def _of_need(ctx: Context) -> Draft | None:
    fitting = candidates(ctx)
    draft = about_needs(ctx, fitting)
    if draft.pieces and Aspect.GETTING in ctx.question.aspects:
        best = next(ctx.versions(fitting))
        draft += Draft(tuple(aspect_pieces(ctx, best, Aspect.GETTING)))
    return draft if draft.pieces else None


def of_things(ctx: Context, section_ids: Sequence[str]) -> Draft:
    """What is asked of the named devices, with and without sections of their own."""
    section_ids = _for_children(ctx, section_ids)
    draft = _once(ctx, section_ids)
    brief = len(section_ids) > 1
    if Aspect.PAYER in ctx.question.aspects:
        draft += classed_apart(ctx)
    for section_id in section_ids:
        draft += about_device(ctx, section_id, brief=brief)
    if not section_ids:
        for link in ctx.question.articles[:_MOST_DEVICES]:
            draft += of_article(ctx, link)
        for link in ctx.question.absent[:_MOST_DEVICES]:
            draft += of_absent(ctx, link)
    for code in ctx.question.unknown_codes:
        draft += Draft(missing=(texts.no_code(code),), nearest=_with_class(ctx, code))
    return draft


def _for_children(ctx: Context, section_ids: Sequence[str]) -> Sequence[str]:
    """Pads have a section of their own for children; it answers when the question is about a child."""
    version = ctx.version(_CHILD_PADS)
    about_child = any(word.plain.startswith(_CHILD_WORDS) for word in ctx.question.words)
    areas = {one.area for one in ctx.versions(section_ids)}
    if version is None or not about_child or areas != {version.area}:
        return section_ids
    return (_CHILD_PADS,)


def _with_class(ctx: Context, code: str) -> tuple[str, ...]:
    """Sections whose codes share the class and subclass of an unknown code."""
    valid = ctx.library.handbook.valid_on(ctx.question.day)
    return tuple(v.section_id for v in valid if any(one[:5] == code[:5] for one in v.iso_codes))


def _once(ctx: Context, section_ids: Sequence[str]) -> Draft:
    """Rental, repairs and the like: asked of devices but answered by rules for all of them."""
    pieces: list[Piece] = []
    for aspect in ctx.question.aspects:
        if aspect is Aspect.RENT:
            pieces += _rent(ctx)
        elif aspect is Aspect.SERVICE_TIME:
            pieces += waiting_pieces(ctx)
        elif aspect in ONCE:
            pieces += rule_pieces(ctx, aspect, section_ids)
    return Draft(tuple(without_repeats(pieces)))


def _rent(ctx: Context) -> list[Piece]:
    if is_about_prescribed_rental(ctx):
        return topic_pieces(ctx, (PRESCRIBED,))
    if is_by_organisation(ctx.question):
        return topic_pieces(ctx, (BUSINESS, PRESCRIBED), most=2)
    if {Aspect.FEE, Aspect.PAYER} & set(ctx.question.hinted):
        return rental_pieces(ctx)
    return practical_pieces(ctx) or rental_pieces(ctx)


def _continues(ctx: Context, focus: tuple[str, ...]) -> bool:
    """True when the question goes on about the device in focus: nothing in it is foreign to its section."""
    versions = list(ctx.versions(focus))
    everything = [Piece(v, field, s) for v in versions for field, s in v.statements()]
    foreign = uncovered(ctx.question, everything)
    if foreign:
        return False
    question = ctx.question
    if question.aspects or question.dated.found:
        return True
    return any(named_groups(v, question.kind_words) or near_statements(ctx, v) for v in versions)


def _of_focus(ctx: Context, focus: tuple[str, ...]) -> Draft:
    sections = [one for one in focus if ctx.library.handbook.section(one)]
    if sections and (ctx.question.aspects or ctx.question.dated.found):
        return of_things(ctx, sections)
    if sections:
        return sum((_in_focus(ctx, version) for version in ctx.versions(sections)), Draft())
    once = _once(ctx, sections)
    links = [Link(one, "", "", "article", True, ()) for one in focus if one.startswith("ansvar-")]
    return sum((of_article(ctx, link) for link in links), once)


def _in_focus(ctx: Context, version: SectionVersion) -> Draft:
    """Nothing is named and no field asked: the kind that is meant, or the statements nearest to the words."""
    if named_groups(version, ctx.question.kind_words):
        return about_device(ctx, version.section_id)
    return Draft(tuple(near_statements(ctx, version)), focus=(version.section_id,))


def _of_rules(ctx: Context) -> Draft:
    """General rules and topics; where the words point elsewhere in the handbook, that place instead."""
    pieces = _rules(ctx)
    if pieces and not uncovered(ctx.question, pieces) and _understood(ctx):
        return Draft(tuple(pieces))
    if not pieces and not ctx.question.aspects and (fitting := described(ctx)):
        return about_needs(ctx, fitting)
    pointed = anywhere(ctx)
    if pointed:
        return Draft(tuple(pointed))
    return Draft(tuple(pieces)) if is_supported(ctx, pieces) else Draft()


def of_section(ctx: Context, section_id: str) -> Draft:
    """The answer from the section that the search is sure of, though the question does not name it."""
    if any(version.area in RULE_AREAS for version in ctx.versions((section_id,))):
        asked = [p for aspect in ctx.question.aspects for p in rule_pieces(ctx, aspect, ())]
        own = [piece for piece in asked if piece.version.section_id == section_id]
        own = own or _fields_asked_by_name(ctx, section_id)
        return Draft(tuple(without_repeats(own or topic_pieces(ctx, (section_id,), most=3))))
    draft = about_device(ctx, section_id) if ctx.question.aspects else Draft()
    if draft.pieces:
        return draft
    version = ctx.version(section_id)
    if version and is_question(ctx.question) and (near := near_statements(ctx, version)):
        return Draft(tuple(near), focus=(section_id,))
    return about_needs(ctx, [section_id])


def _fields_asked_by_name(ctx: Context, section_id: str) -> list[Piece]:
    """The fields of a general section that are called what is asked for ("kontakt")."""
    pieces: list[Piece] = []
    for version in ctx.versions((section_id,)):
        for aspect in ctx.question.aspects:
            if field := version.field(aspect.value):
                pieces += [Piece(version, field, one) for one in field.statements[:_MOST_DEVICES]]
    return pieces


def _understood(ctx: Context) -> bool:
    return bool(ctx.question.aspects or ctx.question.topics) and len(strangers(ctx.question)) < 3


def _rules(ctx: Context) -> list[Piece]:
    question = ctx.question
    pieces = [] if Aspect.PAYER in question.aspects else class_payer(ctx)
    for aspect in question.aspects if not pieces else ():
        if aspect is Aspect.CRITERIA and Aspect.PRESCRIBER in question.aspects:
            continue
        if aspect is Aspect.PAYER:
            pieces += class_payer(ctx) or general_payer(ctx)
        elif aspect is Aspect.RENT:
            pieces += _rent(ctx)
        elif aspect is Aspect.SERVICE_TIME:
            pieces += waiting_pieces(ctx)
        else:
            pieces += rule_pieces(ctx, aspect, ())
    covered = {section for aspect in question.aspects for section in _sections(aspect)}
    asking = question.cue_positions if pieces else frozenset()
    further = [
        link.target
        for link in question.topics
        if link.target not in covered and not set(link.positions) <= asking
    ]
    on_topic = topic_pieces(ctx, dict.fromkeys(further), most=2 if pieces else 4)
    said = tuple(word for aspect in question.aspects for word in ROUTES[aspect].words)
    said += ("betal",) if Aspect.FEE in question.aspects else ()
    if any(says_any(piece.statement.text, said) for piece in on_topic):
        return without_repeats([*on_topic, *pieces[:2]])
    return without_repeats([*pieces, *on_topic])


def _sections(aspect: Aspect) -> tuple[str, ...]:
    route = ROUTES[aspect]
    rental = ("privathyra", "privathyra-extrasortiment", "privathyra-undantag", PRESCRIBED)
    return route.rules + route.alone + (rental if aspect is Aspect.RENT else ())
