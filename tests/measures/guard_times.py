"""What the guard adds to a signed-in person's event or request: cookie, look-up, sign of life, role.

python -m tests.measures.guard_times

On SQLite in a file and on PostgreSQL, with SESSIONS people signed in: calls one after the other that read;
with a sign of life to store in one of LIFE_EVERY; and AT_ONCE together, where each call's share of the time
is told, since they wait for each other.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from starlette.requests import Request

from auth import guard, people, sessions
from auth.identity import Assignment, Identity
from auth.lifetimes import Lifetime
from auth.roles import Role
from portal import access, clock, database
from portal.settings import settings
from tests.databases import fresh_schema, postgres_server

SESSIONS = 2000
CALLS = 2000
AT_ONCE = 20
LIFE_EVERY = 20
LIMIT_MS = 10.0
LONG = Lifetime(timedelta(hours=23), timedelta(hours=24))


def signed_in_people(now: datetime) -> list[str]:
    """Sign SESSIONS people in; gives their tokens."""
    sealer = settings().sealer()
    tokens = []
    with database.session_scope() as session:
        for number in range(SESSIONS):
            identity = Identity(
                provider="measure", issuer="https://idp.example.se", subject=str(number), acr="",
                assignments=(Assignment(Role.STAFF),), signed_in_at=now, employee_hsa_id=f"SE0-{number}",
            )  # fmt: skip
            person = people.find_or_create(session, sealer=sealer, identity=identity, now=now)
            tokens.append(
                sessions.open_session(
                    session,
                    person=person,
                    identity=identity,
                    lifetimes={Role.STAFF: LONG},
                    now=now,
                    sealer=sealer,
                )
            )
    return tokens


def request(token: str) -> Request:
    """A request with the session cookie and two others."""
    cookies = f"theme=dark; {guard.cookie_name(settings().is_https)}={token}; seen=1"
    return Request({"type": "http", "path": "/", "method": "GET", "headers": [(b"cookie", cookies.encode())]})


async def timed(token: str) -> float:
    """One call of the guard, in milliseconds."""
    start = time.perf_counter()
    await access.person_of(request(token), Role.STAFF)
    return (time.perf_counter() - start) * 1000


async def one_by_one(tokens: list[str], now: datetime, life_every: int = 0) -> list[float]:
    """CALLS calls, each person in turn."""
    times = []
    for call in range(CALLS):
        due = life_every and call % life_every == 0
        clock.now = lambda due=due: now + timedelta(minutes=2) if due else now  # type: ignore[misc]
        times.append(await timed(tokens[call % SESSIONS]))
    clock.now = lambda: now
    return times


async def together(tokens: list[str]) -> list[float]:
    """CALLS calls in groups of AT_ONCE: each group's time divided by its calls."""
    shares = []
    for first in range(0, CALLS, AT_ONCE):
        group = (timed(tokens[call % SESSIONS]) for call in range(first, first + AT_ONCE))
        start = time.perf_counter()
        await asyncio.gather(*group)
        shares.append((time.perf_counter() - start) * 1000 / AT_ONCE)
    return shares


def figures(times: list[float]) -> str:
    """p50, p95 and the slowest."""
    slow = statistics.quantiles(times, n=20)[18]
    said = f"p50 {statistics.median(times):.2f} ms, p95 {slow:.2f} ms, max {max(times):.2f} ms"
    return said if slow <= LIMIT_MS else f"{said}  OVER {LIMIT_MS:.0f} ms"


def measure(url: str) -> Iterator[str]:
    """The figures on one database, line by line."""
    engine = database.make_engine(url)
    database.migrate(engine)
    database.engine = lambda: engine  # type: ignore[assignment]
    now = datetime.now(UTC)
    tokens = signed_in_people(now)
    asyncio.run(one_by_one(tokens, now))
    spent = time.process_time()
    yield f"reading only:        {figures(asyncio.run(one_by_one(tokens, now)))}"
    yield f"processor per call:  {(time.process_time() - spent) * 1000 / CALLS:.2f} ms"
    yield f"1 in {LIFE_EVERY} stores life: {figures(asyncio.run(one_by_one(tokens, now, LIFE_EVERY)))}"
    yield f"share of {AT_ONCE} at once: {figures(asyncio.run(together(tokens)))}"
    engine.dispose()


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    """One of each kind, removed at the end."""
    with tempfile.TemporaryDirectory() as directory, postgres_server() as server, fresh_schema(server) as url:
        yield {"SQLite": f"sqlite:///{Path(directory) / 'guard.sqlite'}", "PostgreSQL": url}


if __name__ == "__main__":
    with databases() as urls:
        for kind, address in urls.items():
            for line in measure(address):
                sys.stdout.write(f"{kind:<11}{line}\n")
                sys.stdout.flush()
