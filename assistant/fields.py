"""What a device's own section says about one asked thing, narrowed to the kind that is meant."""

from assistant import texts
from assistant.aspects import ROUTES, Aspect
from assistant.citing import Piece
from assistant.conflicts import settled
from assistant.context import Context
from assistant.gaps import gaps
from assistant.groups import named_groups, narrowed
from assistant.people import profession_of
from assistant.synonyms import said_instead
from assistant.vocabulary import is_common, keys_of, likeness
from assistant.words import split
from knowledge.model import SectionVersion

#: Everything an asked field says is shown up to this number; above it, the kinds in common and a pointer.
MOST_OF_A_FIELD = 12
_TELLS = 0.35
_CONDITIONS = frozenset(("om", "vid", "bara", "vissa", "samrad", "ratt", "nar", "med"))


def field_pieces(ctx: Context, version: SectionVersion, aspect: Aspect) -> list[Piece]:
    """The statements of the section that answer `aspect`; empty when it says nothing about it."""
    groups = named_groups(version, ctx.question.kind_words)
    pieces: list[Piece] = []
    for name in ROUTES[aspect].fields:
        if field := version.field(name):
            said = [Piece(version, field, one) for one in narrowed(field, version, groups)]
            pieces += settled(said) if groups else said
    if not pieces:
        pieces = _elsewhere(ctx, version, aspect, groups)
    if aspect is Aspect.PRESCRIBER and ctx.question.professions:
        return _for_profession(ctx, version, pieces)
    return pieces if aspect is Aspect.CRITERIA else _most_telling_first(ctx, pieces)


def _elsewhere(ctx: Context, version: SectionVersion, aspect: Aspect, groups: frozenset[str]) -> list[Piece]:
    """Statements of other fields that speak of the asked thing ("godkänd förvaring" among the criteria)."""
    beginnings = ROUTES[aspect].words
    found: list[Piece] = []
    for field in version.fields if beginnings else ():
        for statement in narrowed(field, version, groups):
            if says_any(statement.text, beginnings):
                found.append(Piece(version, field, statement))
    return found


def says_any(text: str, beginnings: tuple[str, ...]) -> bool:
    """True when a word of the text begins with one of `beginnings` (plain spelling)."""
    return any(word.plain.startswith(beginnings) for word in split(text))


def _most_telling_first(ctx: Context, pieces: list[Piece]) -> list[Piece]:
    """Statements that hold the question's own words go first; the order is otherwise the handbook's."""
    names = keys_of(pieces[0].version.title) if pieces else frozenset()
    free = [word.key for word in ctx.question.words if word.key not in names and not is_common(word)]
    return sorted(pieces, key=lambda piece: -round(ctx.vocabulary.overlap(piece.statement.text, free), 1))


def _for_profession(ctx: Context, version: SectionVersion, pieces: list[Piece]) -> list[Piece]:
    """The pieces that name the asked profession first, led by yes; led by no when none does."""
    who = ctx.question.professions[0]
    naming = [piece for piece in pieces if names_profession(piece.statement.text, who)]
    if not naming:
        known = not gaps(version, (Aspect.PRESCRIBER,))
        lead = texts.not_mentioned(who) if known else texts.unknown_prescriber(who)
        return [_led(piece, lead) if place == 0 else piece for place, piece in enumerate(pieces)]
    first, *others = naming
    rest = [piece for piece in pieces if piece not in naming]
    return [_led(first, _yes(first.statement.text)), *others, *rest]


def names_profession(text: str, profession: str) -> bool:
    """True when the statement names the profession as a word of its own."""
    return any(profession_of(word.plain) == profession for word in split(text))


def _yes(text: str) -> str:
    words = {word.plain for word in split(text)}
    if "inte" in words:
        return ""
    return texts.YES_BUT if words & _CONDITIONS else texts.YES


def _led(piece: Piece, lead: str) -> Piece:
    return Piece(piece.version, piece.field, piece.statement, lead, piece.heading)


def pinpoint(ctx: Context, version: SectionVersion, most: int = 3) -> list[Piece]:
    """Statements that hold the question's telling words beyond the device's own name, best first."""
    title = keys_of(version.title)
    telling = [word.key for word in ctx.question.free_words if likeness(word.key, title) < 0.6]
    keys = (*telling, *said_instead(word.key for word in ctx.question.words))
    rows = [(field, statement) for field, statement in version.statements()]
    ranked = [(score - _aside(piece), piece) for score, piece in ctx.ranked(version, rows, keys)]
    ranked = sorted((row for row in ranked if row[0] > _TELLS), key=lambda row: -row[0])
    best = ranked[0][0] if ranked else 0.0
    return [piece for score, piece in ranked if score >= 0.75 * best][:most]


def _aside(piece: Piece) -> float:
    return 0.3 if piece.field.name == "övrigt" else 0.0


def near_statements(ctx: Context, version: SectionVersion, most: int = 2) -> list[Piece]:
    """The statements that hold the question's words, else those that the search thinks nearest to it."""
    if pointed := pinpoint(ctx, version):
        return pointed
    fields = {statement.anchor: field for field, statement in version.statements()}
    ranked = ctx.library.searcher.statements(version, ctx.question.text)
    near = [(statement, score) for statement, score in ranked if score > 0][:most]
    return [Piece(version, fields[statement.anchor], statement) for statement, _ in near]
