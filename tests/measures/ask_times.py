"""How long one question takes: in process, and over HTTP against a running portal.

python -m tests.measures.ask_times [http://localhost:3000]
"""

import json
import statistics
import sys
import time
import urllib.request
from collections.abc import Callable
from datetime import date

from tests.measures.questions import QUESTIONS

ROUNDS = 50
AS_OF = date(2026, 11, 21)


def figures(ask: Callable[[str], object]) -> str:
    """p50, p95 and the slowest of ROUNDS × QUESTIONS calls, in milliseconds."""
    for question in QUESTIONS:
        ask(question)
    times = []
    for _ in range(ROUNDS):
        for question in QUESTIONS:
            start = time.perf_counter()
            ask(question)
            times.append((time.perf_counter() - start) * 1000)
    cuts = statistics.quantiles(times, n=20)
    middle, slow, slowest = statistics.median(times), cuts[18], max(times)
    return f"p50 {middle:.2f} ms, p95 {slow:.2f} ms, max {slowest:.2f} ms (n = {len(times)})"


def in_process() -> str:
    """The assistant called directly."""
    from assistant.ask import Assistant
    from knowledge.library import open_library

    start = time.perf_counter()
    assistant = Assistant(open_library())
    opened = time.perf_counter() - start
    return f"opened in {opened:.1f} s; " + figures(lambda question: assistant.ask(question, as_of=AS_OF))


def over_http(origin: str) -> str:
    """POST /api/v1/ask, one connection per question."""

    def ask(question: str) -> object:
        body = json.dumps({"question": question, "as_of": AS_OF.isoformat()}).encode()
        request = urllib.request.Request(
            f"{origin}/api/v1/ask", data=body, headers={"content-type": "application/json"}
        )
        with urllib.request.urlopen(request) as response:
            return response.read()

    return figures(ask)


if __name__ == "__main__":
    sys.stdout.write(f"in process: {in_process()}\n")
    for address in sys.argv[1:]:
        sys.stdout.write(f"over HTTP:  {over_http(address)}\n")
