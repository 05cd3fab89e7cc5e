"""The assistant: a question in, an answer of the handbook's own statements out, or an honest refusal."""

from datetime import date
from time import perf_counter

from assistant import texts
from assistant.actions import actions
from assistant.answer import Answer, AnswerStatus, Nearest
from assistant.citing import Piece, cite, section_url
from assistant.conflicts import with_disagreeing
from assistant.context import Context, Draft
from assistant.deciding import composed
from assistant.decision import Weights, read_weights
from assistant.everyday import everyday_words
from assistant.gaps import asked_gaps, unsaid_keys
from assistant.linking import RULE_AREAS
from assistant.memory import Focus, carried_on, read_focus
from assistant.renting import EXCLUDED
from assistant.scope_rule import winning_card
from assistant.service_desk import turn_to
from assistant.support import is_in_field, says_nothing
from assistant.understanding import Reader
from assistant.upcoming import upcoming_changes
from assistant.vocabulary import Vocabulary
from assistant.words import split
from knowledge.library import Library
from knowledge.scope import ScopeCard
from knowledge.search import Hit

_MOST_NEAREST = 3
_MOST_HITS = 10
_NEAR = 0.4
_NOT_NEAR = RULE_AREAS | {"andra-enheter"}
_REFUSALS = frozenset((AnswerStatus.NOT_FOUND, AnswerStatus.OUT_OF_SCOPE))


class Assistant:
    """Answers questions from one library; keeps nothing of them."""

    def __init__(self, library: Library, weights: Weights | None = None) -> None:
        """Answer from `library`, deciding by `weights` (the published ones unless given)."""
        self.library = library
        self._weights = weights or read_weights()
        self._reader = Reader(library.handbook, library.lexicon, library.scope)
        self._vocabulary = Vocabulary(library.handbook)
        self._everyday = everyday_words(library.handbook, library.lexicon)
        self._named: dict[str, frozenset[str]] = {}
        # The lexicon builds its index on first use; nobody should wait for that with a question.
        self._reader.read("rullstol", date.min)

    def ask(self, question: str, *, as_of: date, focus: tuple[str, ...] = ()) -> Answer:
        """The answer for the day that the question names, else `as_of`; raises QuestionError.

        `focus` is `Answer.focus` of the question before, used when this one names no device.
        """
        started = perf_counter()
        ctx, before = self.read(question, as_of=as_of, focus=focus)
        card = winning_card(ctx)
        draft = self._of_card(ctx, card) if card else composed(ctx, before.subjects, self._weights)
        return self._answer(ctx, question, draft, card, before, as_of, started)

    def read(self, question: str, *, as_of: date, focus: tuple[str, ...] = ()) -> tuple[Context, Focus]:
        """What the question means and what the search finds for it, and the focus it was asked in."""
        before = read_focus(focus, self.library.handbook)
        meant = carried_on(self._reader.read(question, as_of), before)
        hits = self.library.searcher.search(meant.text, as_of=meant.day, k=_MOST_HITS)
        return (
            Context(self.library, self._vocabulary, meant, self._everyday, self._named, tuple(hits)),
            before,
        )

    def _of_card(self, ctx: Context, card: ScopeCard) -> Draft:
        """The section that says whose field it is, when the card names one."""
        version = ctx.version(card.section) if card.section else None
        if version is None:
            return Draft()
        keys = [word.key for word in ctx.question.free_words]
        rows = [row for row in version.statements() if row[0].name in {"beskrivning", "kontakt"}]
        if version.area == "bestammelser":
            ranked = ctx.ranked(version, rows, [*keys, *_keys(card)])
            return Draft(tuple(piece for _, piece in ranked[:1]), notes=(card.text,))
        chosen = rows[:1] + [row for row in rows if row[0].name == "kontakt"][:1]
        return Draft(tuple(Piece(version, field, s) for field, s in chosen))

    def _answer(
        self,
        ctx: Context,
        question: str,
        draft: Draft,
        card: ScopeCard | None,
        before: Focus,
        as_of: date,
        started: float,
    ) -> Answer:
        pieces, about = with_disagreeing(draft.pieces)
        items, citations = cite(pieces, self.library.handbook, ctx.question.day)
        unknown = bool(_unknown(ctx, draft))
        status = _status(ctx, draft, bool(pieces), bool(about), card, unknown)
        kept = _kept(ctx, draft, before, bool(citations))
        rentable = all(citation.section_id != EXCLUDED for citation in citations)
        return Answer(
            # Lone surrogates cannot be written as UTF-8; everything else is given back as it came.
            question=question.encode("utf-8", "replace").decode(),
            as_of=ctx.question.day,
            status=status,
            answer=items,
            citations=citations,
            upcoming=upcoming_changes(self.library.handbook, citations, ctx.question.day),
            actions=actions(ctx, status, draft.focus, rentable=rentable),
            message=self._message(ctx, draft, status, about, card, as_of),
            nearest=self._nearest(ctx, draft, status),
            focus=kept.entries(),
            took_ms=round((perf_counter() - started) * 1000, 1),
        )

    def _message(
        self,
        ctx: Context,
        draft: Draft,
        status: AnswerStatus,
        about: list[str],
        card: ScopeCard | None,
        as_of: date,
    ) -> str | None:
        said: list[str] = [*_day_notes(ctx, as_of)] if status is not AnswerStatus.OUT_OF_SCOPE else []
        if status is AnswerStatus.OUT_OF_SCOPE:
            said += _outside(ctx, card)
        if status is AnswerStatus.NOT_FOUND:
            said += draft.missing or (texts.NOT_FOUND,)
        if status in {AnswerStatus.PARTIAL, AnswerStatus.CONFLICT}:
            said += draft.missing
        if about:
            said.append(texts.conflict(about))
        said += draft.notes
        said += _unknown(ctx, draft)
        if status in _REFUSALS or draft.missing:
            outside = status is AnswerStatus.OUT_OF_SCOPE
            lead = texts.ASK_DESK_ABOUT_DEVICES if outside else texts.ASK_DESK
            said.append(turn_to(self.library.handbook, ctx.question.day, lead))
        return " ".join(dict.fromkeys(part for part in said if part)) or None

    def _nearest(self, ctx: Context, draft: Draft, status: AnswerStatus) -> tuple[Nearest, ...]:
        """Sections near an unanswered question; those that lacked the asked field come first."""
        if status is not AnswerStatus.NOT_FOUND:
            return ()
        day = ctx.question.day
        ids = list(dict.fromkeys((*draft.nearest, *self._near(ctx))))[:_MOST_NEAREST]
        versions = [(one, ctx.version(one)) for one in ids]
        return tuple(Nearest(one, v.title, section_url(one, day)) for one, v in versions if v)

    def _near(self, ctx: Context) -> list[str]:
        """Products nearest to what the question names, those of the nearest one's area first."""
        hits = self.library.searcher.search(_named(ctx), as_of=ctx.question.day, k=_MOST_HITS)
        near = [hit.version for hit in hits if _is_near(hit)]
        kin = [version for version in near if version.area == near[0].area]
        return [version.section_id for version in (*kin, *near)]


def _is_near(hit: Hit) -> bool:
    """True for a device's section that shares words with the question and is not far behind the best."""
    return hit.version.area not in _NOT_NEAR and hit.lexical > 0 and hit.score >= _NEAR


def _named(ctx: Context) -> str:
    """What an unanswered question is about: the names of devices, else its words without the asking ones."""
    links = ctx.question.devices + ctx.question.articles + ctx.question.absent
    words = [link.text for link in links if link.text] or [word.text for word in ctx.question.free_words]
    return " ".join(words) or ctx.question.text


def _kept(ctx: Context, draft: Draft, before: Focus, answered: bool) -> Focus:
    """The devices of this answer, else the rule section it came from; what was in focus after a refusal."""
    if not answered:
        return Focus(draft.focus or before.subjects, before.asked)
    cited = tuple(dict.fromkeys(piece.version.section_id for piece in draft.pieces))[:1]
    subjects = draft.focus or before.subjects or cited
    return Focus(subjects, ctx.question.aspects)


def _status(
    ctx: Context, draft: Draft, answered: bool, conflict: bool, card: ScopeCard | None, unknown: bool
) -> AnswerStatus:
    if not answered:
        inside = draft.missing or draft.nearest or (card is None and is_in_field(ctx.question))
        return AnswerStatus.NOT_FOUND if inside else AnswerStatus.OUT_OF_SCOPE
    if conflict:
        return AnswerStatus.CONFLICT
    return AnswerStatus.PARTIAL if draft.missing or unknown else AnswerStatus.ANSWERED


def _outside(ctx: Context, card: ScopeCard | None) -> list[str]:
    if card:
        return [card.text, card.contact or ""]
    return [texts.NOT_A_QUESTION if says_nothing(ctx.question) else texts.OUT_OF_SCOPE]


def _day_notes(ctx: Context, as_of: date) -> list[str]:
    """What the question's day was taken to be, unless it is plainly the day asked on."""
    dated, day = ctx.question.dated, ctx.question.day
    notes = [texts.no_such_day(written, day) for written in dated.impossible]
    if dated.found and (dated.found.chosen and day != as_of):
        notes.append(texts.asked_about_day(dated.found.text, day))
    return notes


def _unknown(ctx: Context, draft: Draft) -> list[str]:
    """What the cited rules say that they do not know, when the question asks just that ("jour")."""
    versions = dict.fromkeys(p.version for p in draft.pieces if p.version.area in RULE_AREAS)
    return [text for version in versions for text in asked_gaps(version, unsaid_keys(ctx))]


def _keys(card: ScopeCard) -> list[str]:
    return [word.key for word in split(card.title)]
