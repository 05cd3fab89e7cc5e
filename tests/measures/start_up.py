"""How long a start takes until the first page and until the first answer, and the memory of the process.

python -m tests.measures.start_up   (after `make build`)
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from setup import serving

ROOT = Path(__file__).resolve().parents[2]
PORT = 3417


def _answers(path: str) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}", timeout=5) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _wait(path: str, start: float) -> float:
    while not _answers(path):
        time.sleep(0.02)
    return time.perf_counter() - start


def _worker_memory(parent: int) -> int:
    """Resident memory in MB of the server's worker (its youngest child)."""
    children = subprocess.run(["pgrep", "-P", str(parent)], capture_output=True, text=True).stdout.split()
    status = Path(f"/proc/{(children or [str(parent)])[-1]}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) // 1024


def one_start(folder: Path) -> str:
    """Start, wait for page and answer, ask once, stop."""
    environment = {**serving.environment(PORT), "PORTAL_VAR_DIR": str(folder)}
    subprocess.run(
        [serving.packages.PYTHON, "-m", "portal", "migrate"], cwd=ROOT, env=environment, check=True
    )
    start = time.perf_counter()
    process = subprocess.Popen(
        serving.command(PORT), cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        page, ready = _wait("/", start), _wait("/readyz", start)
        return (
            f"first page {page:.1f} s, ready to answer {ready:.1f} s, memory {_worker_memory(process.pid)} MB"
        )
    finally:
        process.terminate()
        process.wait(20)


if __name__ == "__main__":
    temporary = Path(tempfile.mkdtemp())
    try:
        os.environ.pop("PORT", None)
        sys.stdout.write(f"cold (index built):  {one_start(temporary)}\n")
        sys.stdout.write(f"warm (index cached): {one_start(temporary)}\n")
    finally:
        shutil.rmtree(temporary)
