"""Whether the process lives, and whether the portal can answer."""

from fastapi import APIRouter
from starlette.responses import JSONResponse, Response

from portal import database, knowing
from portal.api.documented import problems
from portal.api.problems import problem
from portal.api.schemas import Checks, HealthOut, ReadyOut

router = APIRouter(tags=["health"])
NOT_READY = problems(503)[503]


@router.get("/healthz")
def healthz() -> HealthOut:
    """Say that the process answers; nothing else is looked at."""
    return HealthOut(status="ok")


@router.get("/readyz", response_model=None, responses={200: {"model": ReadyOut}, 503: NOT_READY})
def readyz() -> Response:
    """Say whether the database is reachable and migrated, and whether the search index is read."""
    checks = Checks(database=database.is_reachable(), index=knowing.is_ready())
    if checks.database and checks.index:
        return JSONResponse(ReadyOut(status="ready", checks=checks).model_dump())
    return problem(503, headers={"Retry-After": "5"}, checks=checks.model_dump())


# Load balancers ask with HEAD.
for _path, _endpoint in (("/healthz", healthz), ("/readyz", readyz)):
    router.add_api_route(_path, _endpoint, methods=["HEAD"], include_in_schema=False, response_model=None)
