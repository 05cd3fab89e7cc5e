"""Questions and searches over HTTP. Endpoints are plain functions, so that they run in threads."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.responses import JSONResponse

from assistant.answer import AnswerStatus
from assistant.answer_json import to_json
from assistant.ask import Assistant
from assistant.citing import section_url
from assistant.errors import QuestionError
from portal import knowing
from portal.api.documented import problems
from portal.api.parameters import AsOf, Question, day_or_today
from portal.api.problems import ProblemError
from portal.api.schemas import AnswerOut, AskIn, HitOut

router = APIRouter(tags=["handbook"])
SECONDS_TO_RETRY = 5


def ready_assistant() -> Assistant:
    """The assistant, or 503 while its index is being read: a request never waits for that."""
    if not knowing.is_ready():
        raise ProblemError(503, retry_after=SECONDS_TO_RETRY)
    return knowing.assistant()


Ready = Annotated[Assistant, Depends(ready_assistant)]


@router.post("/api/v1/ask", responses={200: {"model": AnswerOut}, **problems(413, 503)}, response_model=None)
def ask(asked: AskIn, assistant: Ready) -> JSONResponse:
    """Answer a question with statements of the handbook, each cited, or refuse honestly."""
    as_of = day_or_today(asked.as_of)
    try:
        answer = assistant.ask(asked.question, as_of=as_of, focus=tuple(asked.focus))
    except QuestionError:
        raise ProblemError(422) from None
    content: dict[str, Any] = to_json(answer)
    refused = answer.status in {AnswerStatus.NOT_FOUND, AnswerStatus.OUT_OF_SCOPE}
    content["suggestion"] = assistant.library.searcher.suggest(answer.question) if refused else None
    return JSONResponse(content)


@router.get("/api/v1/search", responses=problems(503))
def search(
    q: Annotated[Question, Query(description="Words or a question.")],
    assistant: Ready,
    k: Annotated[int, Query(ge=1, le=100, description="How many sections at most.")] = 10,
    as_of: AsOf = None,
) -> list[HitOut]:
    """Rank the sections valid on the day against a query."""
    day = day_or_today(as_of)
    searcher = assistant.library.searcher
    hits = searcher.search(q, as_of=day, k=k)
    meant = searcher.suggest(q)
    return [
        HitOut(
            section_id=hit.version.section_id,
            title=hit.version.title,
            score=round(hit.score, 6),
            url=section_url(hit.version.section_id, day),
            suggestion=meant,
        )
        for hit in hits
    ]
