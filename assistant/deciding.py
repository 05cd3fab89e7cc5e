"""Where understanding and the fitted decision meet: which draft becomes the answer, and when none does."""

from collections.abc import Sequence
from dataclasses import replace

from assistant import texts
from assistant.aspects import ROUTES
from assistant.citing import Piece, without_repeats
from assistant.compose import of_section, understood
from assistant.context import Context, Draft
from assistant.decision import Weights, decide
from assistant.gaps import asked_gaps, unsaid_keys
from assistant.linking import RULE_AREAS
from assistant.rules import question_keys
from assistant.support import is_question
from assistant.vocabulary import keys_of, likeness

_MOST_NEAR = 2
_NEAR = 0.4
#: From here on a device is answered about though its section lacks some of the words.
_SURE = 0.8
_HELD = 0.6
_TELLS = 0.35


def composed(ctx: Context, focus: tuple[str, ...], weights: Weights) -> Draft:
    """The answer under way; without pieces when the handbook does not support one."""
    draft = understood(ctx, focus)
    if lacks_what_is_asked(ctx, draft) or goes_on(ctx, draft, focus):
        return draft
    decision = decide(ctx, draft, focus, weights)
    section_id, sure = decision.section_id, decision.sure
    if section_id is None:
        return Draft(missing=draft.missing, nearest=draft.nearest)
    if is_question(ctx.question) and (unknown := _known_gaps(ctx, section_id)):
        return Draft(missing=unknown, nearest=(section_id,))
    if section_id in draft.nearest and not draft.pieces and sure < _SURE:
        return draft
    if all(piece.version.section_id != section_id for piece in draft.pieces):
        draft = of_section(ctx, section_id) or draft
    own = [piece for piece in draft.pieces if piece.version.section_id == section_id]
    if texts.NEED_MESSAGE not in draft.notes:
        own += nearest_statements(ctx, section_id, own)
    return replace(draft, pieces=tuple(without_repeats([*own, *draft.pieces])))


def nearest_statements(ctx: Context, section_id: str, quoted: Sequence[Piece]) -> list[Piece]:
    """What the section says of the question beyond the quoted statements: those that the search puts first.

    Where a definite field is asked for and quoted, they must hold a word that nothing quoted holds.
    """
    version = ctx.version(section_id)
    if version is None:
        return []
    fields = {statement.anchor: field for field, statement in version.statements()}
    ranked = ctx.library.searcher.statements(version, ctx.question.text)[:_MOST_NEAR]
    near = [one for one, score in ranked if score > 0 and score >= _NEAR * ranked[0][1]]
    pieces = [Piece(version, fields[one.anchor], one) for one in near]
    asked = {name for aspect in ctx.question.aspects for name in ROUTES[aspect].fields}
    rules = {one for aspect in ctx.question.aspects for one in ROUTES[aspect].rules}
    if not any(piece.field.name in asked or section_id in rules for piece in quoted):
        return pieces
    said = frozenset(one for piece in quoted for one in keys_of(f"{piece.statement.text} {version.title}"))
    left = [one for one in question_keys(ctx) if likeness(one, said) < _HELD]
    return [piece for piece in pieces if ctx.vocabulary.overlap(piece.statement.text, left) > _TELLS]


def goes_on(ctx: Context, draft: Draft, focus: tuple[str, ...]) -> bool:
    """True for a follow-up that names nothing new: what it is about was decided with the question before."""
    question = ctx.question
    return bool(focus and draft.pieces) and not (question.names_something or question.needs)


def _known_gaps(ctx: Context, section_id: str) -> tuple[str, ...]:
    """What the rules say themselves that they do not know, when the question asks just that ("jour")."""
    versions = [one for one in ctx.versions((section_id,)) if one.area in RULE_AREAS]
    return tuple(text for one in versions for text in asked_gaps(one, unsaid_keys(ctx)))


def lacks_what_is_asked(ctx: Context, draft: Draft) -> bool:
    """True when a named device has no such field, or no section: another section would not answer either."""
    question = ctx.question
    named = question.devices + question.absent + question.articles
    known = bool(question.unknown_codes) or any(link.exact for link in named)
    return bool(
        draft.missing and not draft.pieces and known and (question.aspects or not question.unexplained)
    )
