"""How quick search and answers are, and what they need, as the handbook grows; on one core.

taskset -c 0 python -m tests.measures.speed [--facts OTHER.yaml] [--no-ask] [real] [10000] [100000]

Times are processor time of the one thread, so that other work on the machine counts as little as can be.
Every question of the development set is asked in each of two rounds; the first meets cold caches and counts.
Each size is measured in a process of its own, so that memory is that size's alone.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from assistant.ask import Assistant
from knowledge.embedding.encoder import open_encoder
from knowledge.evaluate.questions import Question, read_questions
from knowledge.files import DEFAULT_HANDBOOK, read_handbook
from knowledge.lexicon import read_lexicon
from knowledge.library import Library
from knowledge.scope import read_scope
from knowledge.search import Searcher
from tests.measures.engines import Bm25s
from tests.measures.figures import AS_OF, GOLD
from tests.measures.peers import text_of
from tests.measures.variants import enlarged

ROUNDS = 2
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def say(line: str) -> None:
    """One line of the report."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def seconds(work: Callable[[], object]) -> float:
    """Processor time of `work`."""
    start = time.thread_time()
    work()
    return time.thread_time() - start


def spread(ask: Callable[[str], object], questions: Sequence[Question]) -> tuple[float, str]:
    """The median in milliseconds, and a line with it, the 95th percentile and the slowest."""
    times = [1000 * seconds(lambda text=one.text: ask(text)) for _ in range(ROUNDS) for one in questions]  # type: ignore[misc]
    middle, slow = np.percentile(times, (50, 95))
    return float(
        middle
    ), f"p50 {middle:.2f} ms, p95 {slow:.2f} ms, max {max(times):.2f} ms (n = {len(times)})"


def memory() -> str:
    """What the process holds now and held at most, in megabytes."""
    rows = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    now, most = (int(rows[name].split()[0]) // 1024 for name in ("VmRSS", "VmHWM"))
    return f"{now} MB, at most {most} MB"


def measure(size: int, facts: Path | None, answers: bool) -> None:
    """Report on one size; 0 is the published handbook alone."""
    handbook = (
        enlarged(read_handbook(DEFAULT_HANDBOOK), size, facts) if size else read_handbook(DEFAULT_HANDBOOK)
    )
    versions = list(handbook.versions())
    letters = sum(len(text_of(version)) for version in versions) // len(versions)
    questions = read_questions(GOLD / "development.jsonl", handbook.sections)
    lexicon = read_lexicon(handbook=handbook)
    word_index = seconds(lexicon.load)
    with tempfile.TemporaryDirectory() as place:
        made: list[Searcher] = []
        build = seconds(lambda: made.append(Searcher(handbook, lexicon, open_encoder(), Path(place))))
    searcher = made[0]
    say(f"{len(handbook.sections)} sections, {len(versions)} versions of {letters} letters on average")
    rate = f"{len(versions) / build:.0f} versions/s"
    say(f"  index    {rate} ({build:.1f} s; the lexicon's own index {word_index:.1f} s before it)")
    ours, line = spread(lambda text: searcher.search(text, as_of=AS_OF), questions)
    say(f"  search   {line}")
    say(f"  memory   {memory()}")
    if answers:
        assistant = Assistant(Library(handbook, lexicon, read_scope(), searcher))
        say(f"  ask      {spread(lambda text: assistant.ask(text, as_of=AS_OF), questions)[1]}")
    _beside_bm25s([text_of(version) for version in versions], questions, ours, build)


def _beside_bm25s(texts: list[str], questions: Sequence[Question], ours: float, build: float) -> None:
    made: list[Bm25s] = []
    theirs_built = seconds(lambda: made.append(Bm25s(texts)))
    theirs, line = spread(lambda text: made[0].ranked(text, 10), questions)
    say(f"  bm25s    {line}, index {len(texts) / theirs_built:.0f} versions/s")
    say(f"  ours     {ours / theirs:.1f} × bm25s per search, {build / theirs_built:.1f} × per index")


def main() -> None:
    """Measure the sizes one after the other."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sizes", nargs="*", default=["real", "10000"], help='"real" or a number of sections')
    parser.add_argument("--facts", type=Path, help="another region's facts, taken in before the variants")
    parser.add_argument("--no-ask", action="store_true", help="search only")
    arguments = parser.parse_args()
    if len(arguments.sizes) == 1:
        size = arguments.sizes[0]
        measure(0 if size == "real" else int(size), arguments.facts, not arguments.no_ask)
        return
    options = [
        *(["--facts", str(arguments.facts)] if arguments.facts else []),
        *["--no-ask"] * arguments.no_ask,
    ]
    for size in arguments.sizes:
        command = [sys.executable, "-m", "tests.measures.speed", *options, size]
        subprocess.run(command, check=True, env=os.environ | _ONE_THREAD)


if __name__ == "__main__":
    main()
