"""Next steps to offer after an answer; only those that fit what was asked."""

from urllib.parse import quote

from assistant import texts
from assistant.answer import Action, AnswerStatus
from assistant.aspects import Aspect
from assistant.context import Context
from assistant.renting import asks_amount

_NO_ANSWER = frozenset((AnswerStatus.NOT_FOUND, AnswerStatus.OUT_OF_SCOPE))
_REPAIR = frozenset((Aspect.REPAIR, Aspect.INSPECTION))
_ERRAND = frozenset((Aspect.RETURN, Aspect.LOSS, Aspect.TRANSPORT, Aspect.CONTACT, Aspect.ORDER))


def actions(
    ctx: Context, status: AnswerStatus, focus: tuple[str, ...], *, rentable: bool
) -> tuple[Action, ...]:
    """The steps for this question; `rentable` is False when the answer says that it cannot be rented."""
    asked = frozenset(ctx.question.aspects)
    steps: list[Action] = []
    if status is AnswerStatus.OUT_OF_SCOPE:
        return ()
    if Aspect.RENT in asked and rentable and status not in _NO_ANSWER:
        steps.append(Action("rent", texts.RENT_LABEL, "/hyra"))
        if asks_amount(ctx.question):
            steps.append(Action("price", texts.PRICE_LABEL, "/hyra"))
    if asked & _REPAIR:
        steps.append(Action("repair", texts.REPAIR_LABEL, "/reparation"))
    if asked & _ERRAND or status is AnswerStatus.NOT_FOUND:
        steps.append(Action("errand", texts.ERRAND_LABEL, "/arende"))
    if _wants_payer(ctx, asked, status) and (step := _who_pays(ctx, focus)):
        steps.append(step)
    return tuple(steps)


def _wants_payer(ctx: Context, asked: frozenset[Aspect], status: AnswerStatus) -> bool:
    about_device = not asked or asked & {Aspect.CRITERIA, Aspect.PRESCRIBER, Aspect.GETTING}
    return bool(about_device) and status not in _NO_ANSWER


def _who_pays(ctx: Context, focus: tuple[str, ...]) -> Action | None:
    version = next(ctx.versions(focus[:1]), None)
    if version is None or version.field("kostnadsansvar") is None:
        return None
    question = quote(texts.who_pays_question(version.title))
    return Action(
        "who-pays",
        texts.who_pays_label(version.title),
        f"/fraga?q={question}&per={ctx.question.day.isoformat()}",
    )
