"""Steps that say what they do and how long it takes, and that are skipped when nothing has changed."""

import hashlib
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
LOGS = VAR / "setup"
HEARTBEAT_SECONDS = 15


class SetupError(Exception):
    """Set-up can't go on; the text is one line with what is wrong and the remedy."""


def say(text: str) -> None:
    """Print one line at once, also into a pipe."""
    print(text, flush=True)


def fingerprint(paths: Iterable[Path], *extra: str) -> str:
    """One hash over the names and contents of files (folders taken whole) and some words."""
    digest = hashlib.sha256()
    for path in sorted(set(_files(paths))):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    for word in extra:
        digest.update(word.encode())
    return digest.hexdigest()


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir():
            yield from (p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        elif path.is_file():
            yield path


def is_done(step: str, stamp: str) -> bool:
    """True when `step` was last finished with the same fingerprint."""
    file = LOGS / f"{step}.stamp"
    return file.is_file() and file.read_text() == stamp


def mark_done(step: str, stamp: str) -> None:
    """Remember that `step` is finished for this fingerprint."""
    LOGS.mkdir(parents=True, exist_ok=True)
    (LOGS / f"{step}.stamp").write_text(stamp)


@contextmanager
def announced(what: str, *, signs_of_life: bool = True) -> Iterator[None]:
    """Print what begins, a sign of life while it lasts (unless it prints itself), and how long it took."""
    say(f"→ {what} …")
    start = time.monotonic()
    finished = threading.Event()

    def beat() -> None:
        while not finished.wait(HEARTBEAT_SECONDS):
            say(f"  … still at it, {time.monotonic() - start:.0f} s")

    if signs_of_life:
        threading.Thread(target=beat, daemon=True).start()
    try:
        yield
    finally:
        finished.set()
    say(f"✓ {what}: {time.monotonic() - start:.1f} s")


def run(
    step: str, command: Sequence[str], *, remedy: str, environment: Mapping[str, str] | None = None
) -> None:
    """Run a command with its output in a log; on failure raise with the log's last words and the remedy."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"{step}.log"
    with log.open("wb") as out:
        code = subprocess.run(
            command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL
        ).returncode
    if code:
        said = _telling_line(log.read_text(errors="replace"))
        raise SetupError(f"{step} failed: {said[:300]} — {remedy} (whole log: {log.relative_to(ROOT)})")


def _telling_line(output: str) -> str:
    """Of a failed command's output: a line that names a place, else the last that speaks of an error."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    placed = next((line for line in lines if re.match(r"[\w./-]+\.\w+:\d+: ", line)), None)
    errors = (line for line in reversed(lines) if "error" in line.lower())
    return placed or next(errors, lines[-1] if lines else "no output")


def fail(text: str) -> int:
    """Say on stderr why nothing more happens; the exit status for it."""
    print(f"✗ {text}", file=sys.stderr, flush=True)
    return 1
