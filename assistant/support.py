"""Whether the handbook supports an answer: decided from what was understood, not from a score.

Words that nothing explains (no link, no cue, no cited statement) count against answering, and more so when
the handbook never uses them: "besiktning" is a topic of ours, "båtbesiktning" is not.
"""

from collections.abc import Iterable, Sequence

from assistant.aspects import Aspect
from assistant.citing import Piece
from assistant.context import Context
from assistant.linking import Link
from assistant.understanding import Understanding
from assistant.vocabulary import keys_of, likeness
from assistant.words import Word

_FOR_EACH = 2.0
_STRANGER = 1.5
_ELSEWHERE = 0.7
_ENOUGH = 0.6
_COVERED = 0.6
#: How a question that can be answered with yes or no begins.
YES_OR_NO = frozenset(("far", "kan", "maste", "behover", "ska", "bor", "ar", "gar", "har", "finns"))
_ASKING = YES_OR_NO | {"hur", "vad", "vem", "vilka", "vilken", "vilket", "nar", "var", "vart", "varfor"}
_OUR_FIELD = ("hjalpmedel", "forskriv", "hmc", "websesam", "handbok", "hjalpmedelscentr", "ansvar")
_IN_FIELD_ASPECTS = frozenset((Aspect.PRESCRIBER, Aspect.DOUBLE, Aspect.FITTING, Aspect.RENT, Aspect.REPAIR))


def is_supported(ctx: Context, pieces: Sequence[Piece]) -> bool:
    """True when what is explained of the question outweighs what is not, given the statements found."""
    if not pieces:
        return False
    question = ctx.question
    against = sum(
        _ELSEWHERE if ctx.vocabulary.knows(word.key) else _STRANGER for word in uncovered(question, pieces)
    )
    explained = _explained(question)
    return explained / (explained + against) >= _ENOUGH if explained + against else False


def _explained(question: Understanding) -> float:
    """How much of the question is understood: each thing asked, and each topic beyond the asking words."""
    further = [link for link in question.topics if not set(link.positions) <= question.cue_positions]
    return _FOR_EACH * (len(question.aspects) + len(further))


def uncovered(question: Understanding, pieces: Iterable[Piece]) -> list[Word]:
    """Unexplained words that no found statement, title or sub-heading holds."""
    said = frozenset(
        one
        for piece in pieces
        for text in (piece.statement.text, piece.version.title, piece.statement.group or "")
        for one in keys_of(text)
    )
    return [word for word in strangers(question) if likeness(word.key, said) < _COVERED]


def strangers(question: Understanding) -> list[Word]:
    """Unexplained words, and the ones that only a guess at a compound or a spelling linked to a rule."""
    guessed = {place for link in question.topics if _is_guess(link) for place in link.positions}
    places = {word.start for word in question.unexplained}
    return [
        word
        for place, word in enumerate(question.words)
        if word.start in places or (place in guessed and place not in question.cue_positions)
    ]


def _is_guess(link: Link) -> bool:
    return not link.exact and len(link.positions) == 1


def is_in_field(question: Understanding) -> bool:
    """True when the question is about assistive devices, so that "not in the handbook" is the honest word."""
    if question.names_something or question.needs or set(question.aspects) & _IN_FIELD_ASPECTS:
        return True
    return any(word.plain.startswith(_OUR_FIELD) for word in question.words)


def is_question(question: Understanding) -> bool:
    """True when the text is put as a question ("får jag …", "hur …") and not just a name or a story."""
    return bool(question.words) and question.words[0].plain in _ASKING


def says_nothing(question: Understanding) -> bool:
    """True for greetings and the like: nothing linked, nothing asked, only everyday words."""
    return not (
        question.aspects
        or question.topics
        or question.needs
        or question.names_something
        or question.unexplained
    )
