"""The browser's part: compiled once by Reflex, and made to address whichever origin serves it."""

import gzip
import re
import subprocess
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from setup import packages
from setup.steps import ROOT, SetupError, announced, fingerprint, is_done, mark_done, run

WEB = ROOT / ".web"
BUILT = WEB / "build" / "client"
# Reflex lays package.json out anew at each build; package-lock.json is what decides.
JAVASCRIPT = "reflex.lock/package-lock.json"
SOURCES = (
    "portal",
    "assistant",
    "knowledge",
    "auth",
    "assets",
    JAVASCRIPT,
    "rxconfig.py",
    "requirements.lock",
)
HANDBOOK = ROOT / "knowledge" / "handbook"
# The address that Reflex writes into the bundle when rxconfig.py is read without PORT.
BUILD_ORIGIN = re.compile(r"`(http|ws)://localhost:3000/([a-z_-]+)`")


def build() -> None:
    """Compile the front end unless its sources, and what is valid today, are as at the last build."""
    stamp = fingerprint([ROOT / source for source in SOURCES], *_begun_versions(_today()))
    if is_done("frontend", stamp) and (BUILT / "index.html").is_file():
        return
    with announced("Front end (compiled and prerendered; about a minute)"):
        remedy = "if it is a failed download, check the network and start again"
        run(
            "frontend",
            [packages.tool("reflex"), "export", "--frontend-only", "--no-zip"],
            remedy=remedy,
            environment=_environment(),
        )
        address_own_origin(BUILT)
    mark_done("frontend", stamp)


def address_own_origin(built: Path) -> None:
    """Rewrite the bundle's one file of server addresses to the page's own origin.

    Reflex fixes host and port when it builds; taken from the page instead, one build serves any port,
    host name and TLS proxy.
    """
    files = list((built / "assets").glob("reflex-env-*.js"))
    if len(files) != 1 or not BUILD_ORIGIN.search(files[0].read_text()):
        raise SetupError("the front end holds no server addresses where Reflex 0.10.1 writes them")
    text = BUILD_ORIGIN.sub(_from_location, files[0].read_text())
    files[0].write_text(text)
    compressed = files[0].with_name(files[0].name + ".gz")
    if compressed.exists():
        compressed.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _from_location(match: re.Match[str]) -> str:
    scheme, path = match.groups()
    origin = "location.origin" if scheme == "http" else 'location.origin.replace(/^http/,"ws")'
    # Prerendering is over by now; the guard is for tools that load the file without a page.
    return f'(typeof location=="undefined"?`{scheme}://localhost`:{origin})+`/{path}`'


def _environment() -> dict[str, str]:
    env = packages.environment(
        REFLEX_USE_NPM="1",
        REFLEX_DIR=str(ROOT / "var" / "reflex"),
        REFLEX_CHECK_LATEST_VERSION="false",
        REFLEX_TELEMETRY_ENABLED="false",
    )
    env.pop("PORT", None)
    if not env.get("NPM_CONFIG_REGISTRY"):
        # Named here so that Reflex does not look for a mirror of its own.
        env["NPM_CONFIG_REGISTRY"] = subprocess.run(
            [packages.tool("npm"), "config", "get", "registry"], capture_output=True, text=True, env=env
        ).stdout.strip()
    return env


def _today() -> date:
    return datetime.now(ZoneInfo("Europe/Stockholm")).date()


def _begun_versions(today: date) -> list[str]:
    """First days of handbook versions that have begun: when one more begins, pages are prerendered anew."""
    days: set[str] = set()
    for file in HANDBOOK.rglob("*.md"):
        days.update(re.findall(r"^valid_from: (\d{4}-\d\d-\d\d)", file.read_text("utf-8"), re.M))
    return sorted(day for day in days if day <= today.isoformat())
