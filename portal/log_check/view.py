"""The checks of the access log as the page shows them: rows of texts, made from the tables."""

from dataclasses import dataclass, field

from sqlmodel import Session

from auth import log_review
from auth.models import AccessEntry, AccessReview, AccessVerdict
from portal import clock
from portal.account.readings import who_read
from portal.account.view import moment
from portal.texts import account as account_words
from portal.texts import log_check as words
from portal.texts import own_data
from portal.texts.dates import long_date

LATEST = 20


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry to judge; whose data it is stands nowhere, since a check is of the reader."""

    id: str = ""
    when: str = ""
    who: str = ""
    what: str = ""
    why: str = ""
    judged: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One check that has been drawn."""

    id: str = ""
    drawn: str = ""
    progress: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class CheckView:
    """The latest checks, and the one that is open."""

    loaded: bool = False
    latest: list[ReviewRow] = field(default_factory=list)
    open_id: str = ""
    open_drawn: str = ""
    listed: list[EntryRow] = field(default_factory=list)


NOTHING = CheckView()


def checks(session: Session, *, open_id: str) -> CheckView:
    """The latest checks, with the entries of `open_id` when there is such a check."""
    found = log_review.reviews(session, limit=LATEST)
    opened = next((one for one in found if one.id == open_id), None)
    latest = [_review(session, one) for one in found]
    if opened is None:
        return CheckView(True, latest)
    given = log_review.verdicts_of(session, review_id=opened.id)
    entries = log_review.entries_of(session, review=opened)
    return CheckView(
        True, latest, opened.id, _drawn(opened), [_entry(one, given.get(one.id)) for one in entries]
    )


def _review(session: Session, one: AccessReview) -> ReviewRow:
    judged = len(log_review.verdicts_of(session, review_id=one.id))
    by = ", ".join(part for part in (one.drawn_by_name, moment(one.drawn_at)) if part)
    return ReviewRow(one.id, _drawn(one), words.progress(judged, len(one.entry_ids)), by)


def _drawn(one: AccessReview) -> str:
    first, last = (long_date(clock.in_stockholm(at).date()) for at in (one.period_from, one.period_to))
    return words.drawn(len(one.entry_ids), one.population, f"{first}–{last}")


def _entry(entry: AccessEntry, given: AccessVerdict | None) -> EntryRow:
    return EntryRow(
        id=entry.id,
        when=moment(entry.at),
        who=who_read(entry),
        what=own_data.done(entry.what, entry.object_kind),
        why=entry.why or account_words.NO_REASON,
        judged=words.judged_as(given.verdict, given.reviewer_name, moment(given.at)) if given else "",
        note=given.note if given else "",
    )
