"""What the page that asks the handbook knows: what its address asks, the answers, and what is open on it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from typing import Any, Literal

import reflex as rx
from reflex.event import EventSpec

from assistant.answer import Answer
from portal import knowing, rate_limits
from portal.asking.address import (
    MOST_QUESTIONS,
    Asked,
    Fault,
    question_fault,
    read_address,
    read_day,
    visible,
    write_address,
)
from portal.asking.conversation import converse
from portal.asking.opening import Opened, open_section
from portal.asking.rows import CitationRow, TurnRow
from portal.asking.view import turns
from portal.clock import today
from portal.pages.place import NOWHERE, place
from portal.settings import settings
from portal.texts import ask as words

Shows = Literal["start", "waiting", "conversation"]

QUESTION_ID = "q"
DAY_ID = "per"
FAULTS = {
    Fault.EMPTY: (QUESTION_ID, words.EMPTY),
    Fault.TOO_LONG: (QUESTION_ID, words.TOO_LONG),
    Fault.TOO_MANY: (QUESTION_ID, words.TOO_MANY),
    Fault.BAD_DATE: (DAY_ID, words.BAD_DATE),
}


class AskState(rx.State):
    """The conversation that the address asks, answered. `day` is the address's own, "" for today."""

    at: str = NOWHERE
    going_to: str = NOWHERE
    questions: rx.Field[list[str]] = rx.field(default_factory=list)
    day: str = ""
    shown_day: str = ""
    turns: rx.Field[list[TurnRow]] = rx.field(default_factory=list)
    waiting: bool = False
    told: str = ""
    # True while the newest answer belongs to a form sent on this page: the reader's focus then follows it.
    asked_here: bool = False
    errors: rx.Field[list[tuple[str, str]]] = rx.field(default_factory=list)
    question_error: str = ""
    day_error: str = ""
    opened: Opened = Opened()
    _sent: bool = False

    @rx.var
    def current(self) -> bool:
        """Whether all this belongs to the page on the screen; a follow-up keeps it there on its way."""
        return place(self.router.url) in (self.at, self.going_to)

    @rx.var
    def shows(self) -> Shows:
        """What the page shows of the conversation."""
        if not self.current:
            return "waiting" if read_address(self.router.url.query).questions else "start"
        return "conversation" if self.questions else "start"

    @rx.var
    def title(self) -> str:
        """What the tab says before the page's own name; "" when nothing is asked."""
        return words.tab_title(self.questions, wrong=bool(self.errors)) if self.current else ""

    @rx.event
    async def load(self) -> AsyncIterator[None]:
        """Answer what the address asks; it may run again at any time and then finds the same."""
        asked = read_address(self.router.url.query)
        self.at = place(self.router.url)
        self._take(asked)
        self.asked_here, self._sent = self._sent, False
        wait = self._wait(len(asked.questions))
        if wait:
            self._tell([(QUESTION_ID, words.too_often(wait))])
        if wait or not asked.questions:
            return
        self.waiting = True
        yield
        try:
            answers = await asyncio.to_thread(_answers, asked, today())
            self.turns = turns(answers, settings().origin, _suggest)
        finally:
            self.waiting = False
        self.told = words.ready(self.turns[-1].status)

    @rx.event
    def ask(self, form: dict[str, Any]) -> EventSpec | None:
        """Add a question to the conversation by adding it to the address."""
        question = _text(form, "q")
        fault = Fault.TOO_MANY if len(self.questions) >= MOST_QUESTIONS else question_fault(question)
        self._tell([FAULTS[fault]] if fault else [])
        if fault:
            return None
        return self._go_to(write_address((*self.questions, visible(question)), read_day(self.day)))

    @rx.event
    def change_day(self, form: dict[str, Any]) -> EventSpec | None:
        """Have the whole conversation answered for another day."""
        day = read_day(_text(form, "per"))
        self._tell([] if day else [FAULTS[Fault.BAD_DATE]])
        if day is None:
            return None
        return self._go_to(write_address(tuple(self.questions), day))

    @rx.event
    def open_citation(self, turn: int, number: int, came_from: str) -> None:
        """Open the section that citation `number` of answer `turn` stands in, beside that answer."""
        citation = self._citation(turn, number)
        if citation is None or came_from not in citation.ids:
            return
        opened = open_section(knowing.handbook(), citation, came_from)
        if opened is not None:
            self.opened = opened

    @rx.event
    def close_section(self) -> None:
        """Close the opened section."""
        self.opened = Opened()

    def _go_to(self, address: str) -> EventSpec:
        self._sent = True
        self.going_to = address
        return rx.redirect(address)

    def _take(self, asked: Asked) -> None:
        """Take over what the address asks; answers to the same beginning stay while the rest is fetched."""
        day = asked.as_of.isoformat() if asked.as_of else ""
        kept = min(len(self.turns), len(asked.questions)) if day == self.day else 0
        while self.questions[:kept] != list(asked.questions[:kept]):
            kept -= 1
        if kept < len(self.turns):
            self.opened = Opened()
        self.turns = self.turns[:kept]
        self.questions = list(asked.questions)
        self.day = day
        self.shown_day = day or today().isoformat()
        self.told = ""
        # The field for the day stands with the answers: without a question there is nothing to lead to.
        told = [fault for fault in asked.faults if asked.questions or fault is not Fault.BAD_DATE]
        self._tell([FAULTS[fault] for fault in told])

    def _tell(self, errors: list[tuple[str, str]]) -> None:
        self.errors = errors
        self.question_error = next((text for place, text in errors if place == QUESTION_ID), "")
        self.day_error = next((text for place, text in errors if place == DAY_ID), "")

    def _wait(self, questions: int) -> int:
        """Seconds until the reader may have so many questions answered; 0 when at once."""
        return rate_limits.questions().wait(self._client(), cost=questions) if questions else 0

    def _client(self) -> str:
        """Who asks, as the rate limits know clients; Reflex has already looked behind trusted proxies."""
        return rate_limits.client_key(self.router.session.client_ip, "", 0)

    def _citation(self, turn: object, number: object) -> CitationRow | None:
        """The citation shown as `number` under answer `turn`, None for anything not on the page."""
        rows = [row for row in self.turns if row.number == turn]
        links = [
            link
            for row in rows
            for source in row.sources
            for place in source.places
            for link in place.citations
        ]
        return next((link for link in links if link.number == number), None)


def _answers(asked: Asked, day: date) -> tuple[Answer, ...]:
    """Blocking: the answers, for the day asked about or else `day`."""
    return converse(knowing.assistant(), asked.questions, asked.as_of or day)


def _text(form: object, name: str) -> str:
    """The text that a form sent as `name`; a browser may send anything at all."""
    value = form.get(name) if isinstance(form, dict) else None
    return value if isinstance(value, str) else ""


def _suggest(question: str) -> str | None:
    """`question` with its slips put right, once the searcher is there."""
    return knowing.library().searcher.suggest(question) if knowing.is_ready() else None
