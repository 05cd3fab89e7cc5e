"""From a need in everyday words to devices: up to five that may fit, each with the statement that decides."""

from collections import defaultdict
from dataclasses import replace

from assistant import texts
from assistant.citing import Piece
from assistant.conflicts import settled
from assistant.context import Context, Draft
from assistant.groups import is_general
from assistant.linking import RULE_AREAS
from assistant.support import strangers
from assistant.synonyms import widened
from assistant.vocabulary import is_common, keys_of
from knowledge.model import SectionVersion

_MOST = 5
_SEARCHED = 5
_WEIGHTS = {"need": 1.0, "situation": 0.8, "diagnosis": 0.6, "body": 0.5, "device": 1.0}
_WORDS_BONUS = 0.35  # per telling word of the phrase beyond the first: long phrases say more
_SEARCH_SHARE = 1.0
_NEAR = 0.85
_FLOOR = 0.45
# How the described need and foreign words weigh against each other; a long story has many of the latter.
_NEED_SPEAKS = 2.0
_WORD_SPEAKS = 0.5
_STRANGER_SPEAKS = 1.5
_SHORT_QUESTION = 6
_ENOUGH = 0.6
_DESCRIBED = 0.8
_MOST_OF_BEST = 2
_NEAR_BEST = 0.7
_GENERAL = 0.3


def candidates(ctx: Context) -> list[str]:
    """Section ids of the devices that fit the described need, best first, at most five."""
    points = fitness(ctx)
    ranked = sorted(points, key=lambda one: (-points[one], one))[:_MOST]
    return [one for one in ranked if points[one] >= _FLOOR]


def fitness(ctx: Context) -> dict[str, float]:
    """How well devices fit the described need by lexicon and search together; the best has 1."""
    points: defaultdict[str, float] = defaultdict(float)
    for link in ctx.question.needs + ctx.question.devices:
        if _is_product(ctx, link.target):
            telling = max(len(link.positions) - 1, 0)
            points[link.target] += _WEIGHTS.get(link.kind, 0.8) + _WORDS_BONUS * telling
    if not points:
        return {}
    highest = max(points.values())
    for hit in ctx.hits[:_SEARCHED]:
        section_id = hit.version.section_id
        if section_id in points or (hit.score >= _NEAR and _is_product(ctx, section_id)):
            points[section_id] += _SEARCH_SHARE * highest * hit.score
    best = max(points.values())
    return {one: value / best for one, value in points.items()}


def is_believable(ctx: Context) -> bool:
    """False when foreign words outweigh the need ("vilken medicin hjälper mot ryggont")."""
    question = ctx.question
    places = {place for link in question.needs + question.devices for place in link.positions}
    speaks = _NEED_SPEAKS + _WORD_SPEAKS * max(len(places) - 1, 0)
    foreign = [word for word in strangers(question) if not ctx.vocabulary.knows(word.key)]
    against = _STRANGER_SPEAKS * len(foreign) * min(1.0, _SHORT_QUESTION / max(len(question.words), 1))
    return speaks / (speaks + against) >= _ENOUGH


def described(ctx: Context) -> list[str]:
    """Devices whose own words and everyday words together hold nearly all of the question's telling words."""
    keys = tuple(dict.fromkeys(word.key for word in ctx.question.free_words))
    wanted = sum(ctx.vocabulary.weight(one) for one in keys)
    if not keys or not any(ctx.vocabulary.knows(one) for one in keys):
        return []
    found: list[tuple[float, str]] = []
    for section_id, words in ctx.everyday.items():
        held = sum(ctx.vocabulary.weight(one) for one in keys if one in words)
        if held >= _DESCRIBED * wanted and _is_product(ctx, section_id):
            found.append((held, section_id))
    order = {hit.version.section_id: place for place, hit in enumerate(ctx.hits)}
    return sorted((one for _, one in found), key=lambda one: order.get(one, len(order)))[:_MOST]


def about_needs(ctx: Context, section_ids: list[str]) -> Draft:
    """The criteria that decide for what was described: most of the best device, one of every other."""
    versions = list(ctx.versions(section_ids))
    pieces = [piece for version in versions[:1] for piece in _deciding(ctx, version, _MOST_OF_BEST)]
    pieces += [piece for version in versions[1:] for piece in _deciding(ctx, version, 1)]
    if not pieces:
        return Draft()
    return Draft(tuple(pieces), notes=(texts.NEED_MESSAGE,), focus=tuple(section_ids[:1]))


def _deciding(ctx: Context, version: SectionVersion, most: int) -> list[Piece]:
    """The criteria that say most of the need; those for every kind of device where none says any of it."""
    field = version.field("kriterier") or version.field("beskrivning")
    if field is None:
        return []
    words = [word.key for word in ctx.question.words if not is_common(word)]
    links = [link for link in ctx.question.needs if link.target == version.section_id]
    keys = widened((*words, *(one for link in links for one in keys_of(link.word))))
    clear = settled([Piece(version, field, one) for one in field.statements])
    found = ctx.library.searcher.statements(version, ctx.question.text) if most > 1 else []
    place = {statement.anchor: number for number, (statement, _) in enumerate(found)}
    ranked = sorted(
        clear,
        key=lambda piece: (-round(_fits(ctx, piece, keys), 1), place.get(piece.statement.anchor, 0)),
    )
    best = _fits(ctx, ranked[0], keys)
    near = [piece for piece in ranked[:most] if _fits(ctx, piece, keys) >= _NEAR_BEST * best]
    opening = next((one for one in clear if is_general(version, one.statement.group)), None)
    if most > 1 and opening and opening not in near:
        near.append(opening)
    return [replace(piece, heading=version.title) for piece in near]


def _fits(ctx: Context, piece: Piece, keys: tuple[str, ...]) -> float:
    """How much of the need the criterion says; what holds for every kind of the device goes before."""
    general = _GENERAL if is_general(piece.version, piece.statement.group) else 0.0
    return general + ctx.vocabulary.overlap(piece.statement.text, keys)


def _is_product(ctx: Context, section_id: str) -> bool:
    version = ctx.version(section_id)
    return version is not None and version.area not in RULE_AREAS
