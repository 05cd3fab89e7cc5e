"""A built portal on a free port, a real Chromium, and the checks that every page must stand."""

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from setup import serving
from tests.browser.checks import PageWatch

ROOT = Path(__file__).resolve().parents[2]
BROWSER_FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    chromium = os.environ.get("PORTAL_CHROMIUM") or shutil.which("chromium")
    return {**browser_type_launch_args, "executable_path": chromium, "args": BROWSER_FLAGS}


@pytest.fixture(scope="session")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One portal for all browser tests: own port, own database."""
    if not (ROOT / ".web" / "build" / "client" / "index.html").is_file():
        pytest.fail("the front end is not built: start the tests with `make test`, or run `make build` first")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("portal")
    environment = {
        **serving.environment(port),
        "PORTAL_DATABASE_URL": f"sqlite:///{folder / 'portal.db'}",
        "PORTAL_RATE_ASK": "10000/minute",
        "PORTAL_RATE_API": "10000/minute",
    }
    subprocess.run(
        [serving.packages.PYTHON, "-m", "portal", "migrate"], cwd=ROOT, env=environment, check=True
    )
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            serving.command(port), cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            _wait_until_ready(f"http://127.0.0.1:{port}/readyz", process)
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            process.wait(20)


def _wait_until_ready(url: str, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 90
    while time.monotonic() < end:
        if process.poll() is not None:
            pytest.fail(f"the server stopped with status {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the server was not ready within 90 s")


@pytest.fixture
def visit(page: Page, base_url: str) -> Iterator[Callable[[str], Page]]:
    """Open a path, wait until it lives, and hold it to what every page must be."""
    watch = PageWatch(page, base_url)

    def go(path: str) -> Page:
        page.goto(base_url + path)
        watch.wait_until_alive()
        watch.check()
        return page

    yield go
    watch.check_traffic()
