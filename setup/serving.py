"""The portal as one process on one port."""

import signal
import subprocess
import time
import urllib.error
import urllib.request
from types import FrameType

from setup import packages
from setup.steps import ROOT, SetupError, run, say

START_SECONDS = 60


def check(port: int) -> None:
    """Check the settings and the handbook; raise with the one line that says what to mend."""
    for step, arguments, remedy in (
        ("settings", ["-m", "portal", "check"], "docs/settings.md describes every setting"),
        ("handbook", ["-m", "knowledge", "check"], "mend the file and start again"),
    ):
        run(step, [str(packages.PYTHON), *arguments], remedy=remedy, environment=environment(port))


def migrate(port: int) -> None:
    """Bring the database to its newest shape."""
    command = [str(packages.PYTHON), "-m", "portal", "migrate"]
    run("migrate", command, remedy="PORTAL_DATABASE_URL names the database", environment=environment(port))


def environment(port: int) -> dict[str, str]:
    """How the server runs: Reflex in production mode, the compiled front end served by the same process."""
    return packages.environment(
        PORT=str(port),
        REFLEX_ENV_MODE="prod",
        REFLEX_DIR=str(ROOT / "var" / "reflex"),
        REFLEX_CHECK_LATEST_VERSION="false",
        __REFLEX_SKIP_COMPILE="true",
        __REFLEX_MOUNT_FRONTEND_COMPILED_APP="true",
    )


def command(port: int, host: str = "127.0.0.1") -> list[str]:
    """The server's command line."""
    return [
        *(packages.tool("granian"), "--interface", "asgi", "--factory", "--workers", "1"),
        *("--host", host, "--port", str(port), "--no-access-log", "portal.portal:app"),
    ]


def serve(port: int, host: str) -> int:
    """Serve until told to stop; say when the first page can be opened. The server's exit status."""
    start = time.monotonic()
    process = subprocess.Popen(command(port, host), cwd=ROOT, env=environment(port))

    def stop(number: int, _: FrameType | None) -> None:
        process.send_signal(number)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    wait_until_up(process, port)
    took = time.monotonic() - start
    say(f"✓ The portal is up after {took:.1f} s: http://localhost:{port}  (Ctrl+C stops it)")
    return process.wait()


def wait_until_up(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Return when the server answers; raise when it ends or takes too long."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            raise SetupError(
                f"the server stopped at once (status {process.returncode}); its lines above say why"
            )
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    process.terminate()
    raise SetupError(f"the server did not answer within {START_SECONDS} s")
