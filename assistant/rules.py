"""Answers from the general sections: fees, repairs, returns and all that holds for any device."""

from collections.abc import Iterable, Sequence

from assistant.aspects import ROUTES, Aspect
from assistant.citing import Piece
from assistant.context import Context
from assistant.fields import says_any
from assistant.understanding import RULE_AREAS
from assistant.vocabulary import is_common, keys_of
from knowledge.lexicon import NOWHERE
from knowledge.model import Field, SectionVersion, Statement

#: Fields of the contact section by what is asked.
_CONTACT_FIELDS = {Aspect.HOURS: "öppettider", Aspect.CONTACT: "kontakt"}
_NAMED_BONUS = 1.5
_ASIDE = frozenset(("övrigt", "viktigt"))
# Yearly targets answer how long something takes, not where or how.
_TARGET = "målet för"


def rule_pieces(ctx: Context, aspect: Aspect, devices: Sequence[str], most: int = 3) -> list[Piece]:
    """The general statements on `aspect`, those naming the device first, none on another."""
    route = ROUTES[aspect]
    sections = route.rules or (() if devices else route.alone)
    if aspect in _CONTACT_FIELDS:
        return _contact(ctx, aspect, most)
    rows: list[tuple[float, Piece]] = []
    for version in ctx.versions(sections):
        rows += _scored(ctx, version, aspect, devices)
    rows.sort(key=lambda one: -one[0])
    return _best(rows, most)


def _scored(
    ctx: Context, version: SectionVersion, aspect: Aspect, devices: Sequence[str]
) -> list[tuple[float, Piece]]:
    beginnings = ROUTES[aspect].words
    rows = [row for row in version.statements() if not beginnings or says_any(row[1].text, beginnings)]
    keys = [word.key for word in ctx.question.words if not is_common(word)]
    found: list[tuple[float, Piece]] = []
    for score, piece in ctx.ranked(version, rows, keys):
        others, same = _device_bonus(ctx, piece.statement, devices)
        if others and not same:
            continue
        aside = 0.3 if piece.field.name in _ASIDE else 0.0
        if piece.statement.text.lower().startswith(_TARGET) and aspect is not Aspect.SERVICE_TIME:
            aside = 1.0
        found.append((round(score, 2) + (_NAMED_BONUS if same else 0.0) - aside, piece))
    return found


def _device_bonus(ctx: Context, statement: Statement, devices: Sequence[str]) -> tuple[bool, bool]:
    """Whether the statement names other devices than the asked, and whether it names the asked."""
    named = _named_in(ctx, statement.text)
    asked = set(devices) | {link.word for link in ctx.question.articles + ctx.question.absent}
    return bool(named - asked), bool(named & asked)


def _named_in(ctx: Context, text: str) -> set[str]:
    """Devices named in a statement: section ids, and the words of devices without a section."""
    named: set[str] = set()
    for mention in ctx.library.lexicon.mentions(text):
        if not mention.exact or mention.kind not in {"device", "article", "brand"}:
            continue
        section = ctx.library.handbook.section(mention.target)
        if section and section.versions[0].area not in RULE_AREAS:
            named.add(mention.target)
        elif mention.kind == "article" or mention.target == NOWHERE:
            named.add(mention.word)
    return named


def _best(rows: list[tuple[float, Piece]], most: int) -> list[Piece]:
    """The top rows that come near the best one."""
    if not rows:
        return []
    top = rows[0][0]
    return [piece for score, piece in rows[:most] if score >= 0.45 * top]


def _contact(ctx: Context, aspect: Aspect, most: int) -> list[Piece]:
    version = ctx.version("kontakt")
    field = version.field(_CONTACT_FIELDS[aspect]) if version else None
    if version is None or field is None:
        return []
    keys = [word.key for word in ctx.question.words if not is_common(word)]
    ranked = ctx.ranked(version, ((field, one) for one in field.statements), keys)
    return [piece for _, piece in ranked[:most]]


def topic_pieces(ctx: Context, section_ids: Iterable[str], most: int = 4) -> list[Piece]:
    """What the named rule sections say about the question, best first; their opening when no word decides."""
    pieces: list[Piece] = []
    keys = [word.key for word in ctx.question.words if not is_common(word)]
    for version in ctx.versions(section_ids):
        title = keys_of(version.title)
        telling = [one for one in keys if one not in title]
        ranked = ctx.ranked(version, _main_rows(version), telling)
        best = ranked[0][0] if ranked else 0.0
        chosen = [piece for score, piece in ranked if score > 0.2 and score >= 0.5 * best]
        pieces += (chosen or [piece for _, piece in ranked])[:most]
    return pieces


def _main_rows(version: SectionVersion) -> list[tuple[Field, Statement]]:
    rows = list(version.statements())
    main = [row for row in rows if row[0].name not in {"övrigt"}]
    return main or rows
