"""What a first visit fetches, compressed, part by part, as the browser counts it.

python -m tests.measures.page_weight http://localhost:3000 [/ /fraga …]
"""

import os
import shutil
import sys
from collections import defaultdict

from playwright.sync_api import CDPSession, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def weigh(origin: str, path: str) -> dict[str, int]:
    """Bytes over the wire (headers and body) by resource type for a cold first visit of `path`."""
    sizes: dict[str, int] = defaultdict(int)
    kinds: dict[str, str] = {}
    with sync_playwright() as playwright:
        executable = os.environ.get("PORTAL_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        page = browser.new_page()
        wire: CDPSession = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: e["type"]}))
        wire.on(
            "Network.loadingFinished",
            lambda e: sizes.update(
                {
                    kinds.get(e["requestId"], "?"): sizes[kinds.get(e["requestId"], "?")]
                    + e["encodedDataLength"]
                }
            ),
        )
        page.goto(origin + path)
        page.wait_for_load_state("networkidle")
        browser.close()
    return dict(sizes)


if __name__ == "__main__":
    for one in sys.argv[2:] or ["/", "/fraga"]:
        parts = weigh(sys.argv[1], one)
        listed = ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in sorted(parts.items()))
        sys.stdout.write(f"{one}: {sum(parts.values()) / 1000:.1f} kB ({listed})\n")
