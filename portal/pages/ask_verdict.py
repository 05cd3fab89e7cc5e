"""Whether an answer helped: yes or no, and in the reader's own words what was missing."""

import asyncio
import hashlib
import secrets
from datetime import date
from typing import Any

import reflex as rx

from portal import rate_limits
from portal.asking.rows import TurnRow
from portal.feedback import service
from portal.feedback.errors import TooMuchFeedbackError
from portal.feedback.models import LONGEST_REASON
from portal.pages.ask_state import AskState
from portal.texts import ask as words
from portal.ui import button, button_row, text_area

# A visit's verdicts outlive a reload; only somebody who has just done something is led on by them.
ACTED = "acted"


# Answers of a visit whose verdict the page still shows.
MOST_REMEMBERED = 30
LONGEST_NUMBER = 3
SHARES = 10


class VerdictState(rx.State):
    """What has been said of the answers on the page, by their addresses."""

    verdicts: rx.Field[dict[str, str]] = rx.field(default_factory=dict)
    notes: rx.Field[dict[str, str]] = rx.field(default_factory=dict)
    # Drawn for this visit; with the answer's address it makes the key under which a verdict is stored once.
    _visit: str = ""

    @rx.event
    async def helped(self, turn: int) -> None:
        """Answer number `turn` helped."""
        await self._record(turn, True, "")

    @rx.event
    async def did_not_help(self, turn: int) -> None:
        """Answer number `turn` did not help; the reason may follow."""
        await self._record(turn, False, "")

    @rx.event
    async def give_reason(self, form: dict[str, Any]) -> None:
        """Why an answer did not help."""
        turn, reason = (form.get("turn"), form.get("reason")) if isinstance(form, dict) else (None, None)
        if (
            isinstance(turn, str)
            and len(turn) <= LONGEST_NUMBER
            and turn.isdecimal()
            and isinstance(reason, str)
        ):
            await self._record(int(turn), False, reason, final=True)

    async def _record(self, turn: object, helpful: bool, reason: str, final: bool = False) -> None:
        shown = (await self.get_state(AskState)).turns
        row = next((one for one in shown if one.number == turn), None)
        if row is None:
            return
        if len(reason) > LONGEST_REASON:
            self._note(row, words.REASON_TOO_LONG)
            return
        if self._gave_too_much():
            self._note(row, words.TOO_OFTEN)
            return
        try:
            await asyncio.to_thread(_store, row, helpful, reason, self._key(row))
        except TooMuchFeedbackError:
            self._note(row, words.TOO_OFTEN)
            return
        self._note(row, "")
        self.verdicts = _newest({**self.verdicts, row.permalink: "done" if helpful or final else "why"})

    def _gave_too_much(self) -> bool:
        """One client may give a tenth of what all together may, so that none can silence the others."""
        client = rate_limits.client_key(self.router.session.client_ip, "", 0)
        return rate_limits.feedback().wait(client, cost=SHARES) > 0

    def _note(self, row: TurnRow, note: str) -> None:
        self.notes = _newest({**self.notes, row.permalink: note})

    def _key(self, row: TurnRow) -> str:
        """The same for the same answer in the same visit, and telling nothing of either."""
        self._visit = self._visit or secrets.token_urlsafe(24)
        return hashlib.sha256(f"{self._visit} {row.permalink}".encode()).hexdigest()


def _newest(said: dict[str, str]) -> dict[str, str]:
    """The last few entries: a visit that never ends must not grow without end."""
    return dict(list(said.items())[-MOST_REMEMBERED:])


def _store(row: TurnRow, helpful: bool, reason: str, key: str) -> None:
    """Blocking: keep one verdict."""
    service.record(
        question=row.question,
        as_of=date.fromisoformat(row.as_of),
        status=row.kind,
        section_ids=row.section_ids,
        helpful=helpful,
        reason=reason,
        key=key,
    )


def verdict(turn: Any) -> rx.Component:
    """The question whether `turn` helped, and after a no the field for the reason."""
    said: Any = VerdictState.verdicts
    notes: Any = VerdictState.notes
    helped: Any = VerdictState.helped
    did_not_help: Any = VerdictState.did_not_help
    return rx.el.div(
        rx.match(
            said[turn.permalink],
            # What the reader pressed is gone: reading goes on at the thanks.
            ("done", rx.el.p(words.THANKS, tab_index=-1, data_focus=ACTED, class_name="status")),
            ("why", _why(turn)),
            _choice(helped(turn.number), did_not_help(turn.number)),
        ),
        rx.el.p(notes[turn.permalink], role="status", class_name="status"),
        class_name="verdict",
    )


def _choice(on_yes: Any, on_no: Any) -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(words.HELPFUL, class_name="label"),
        button_row(
            button(words.YES, kind="secondary", on_click=on_yes),
            button(words.NO, kind="secondary", on_click=on_no),
        ),
        class_name="field",
    )


def _why(turn: Any) -> rx.Component:
    return rx.el.form(
        rx.el.input(type="hidden", name="turn", value=turn.number.to_string()),
        text_area(
            f"orsak-{turn.number}",
            words.REASON_LABEL,
            name="reason",
            hint=words.REASON_HELP,
            rows=3,
            data_focus=ACTED,
        ),
        button(words.SEND_REASON, kind="secondary", submit=True),
        on_submit=VerdictState.give_reason,
    )
