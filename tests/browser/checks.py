"""What holds on every page: one h1, Swedish, no framework words, no strays in console or network, axe."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request

FRAMEWORK_ENGLISH = (
    "An error occurred while rendering",
    "Cannot connect to server",
    "Connection Error",
    "Notifications alt+T",
    "A new version of this app is available",
    "Contact the website administrator",
    "Page not found",
    "Built with Reflex",
)
STRUCTURE = """() => {
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  const text = document.documentElement.innerText +
    [...document.querySelectorAll('[aria-label],[title]')].map(e => e.ariaLabel + ' ' + e.title).join(' ');
  return {
    lang: document.documentElement.lang,
    title: document.title,
    h1: document.querySelectorAll('h1').length,
    mains: document.querySelectorAll('main').length,
    twice: ids.filter((id, i) => ids.indexOf(id) !== i),
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    text,
  };
}"""


class PageWatch:
    """Listens to one page from its first request."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.origin = origin
        self.expected_statuses: set[int] = set()
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._sent)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def _sent(self, request: Request) -> None:
        own = (self.origin, self.origin.replace("http", "ws", 1), "data:", "blob:")
        if not request.url.startswith(own):
            self.elsewhere.append(request.url)

    def wait_until_alive(self) -> None:
        """Wait for the page's events to have reached the server and come back."""
        self.page.wait_for_load_state("networkidle")

    def check(self) -> None:
        """Raise unless the page is whole, Swedish, and fits its window."""
        seen = self.page.evaluate(STRUCTURE)
        assert seen["lang"] == "sv"
        assert seen["title"].strip(), "the page has no title"
        assert seen["h1"] == 1, f"{seen['h1']} h1 on {self.page.url}"
        assert seen["mains"] == 1
        assert not seen["twice"], f"ids used twice: {seen['twice']}"
        assert seen["wider"] <= 0, f"{seen['wider']} px wider than the window: {self.page.url}"
        found = [phrase for phrase in FRAMEWORK_ENGLISH if phrase in seen["text"]]
        assert not found, f"framework's English shows: {found}"

    def check_traffic(self) -> None:
        """Raise when the console complained or a request went to another origin."""
        assert not self.elsewhere, f"requests to other origins: {self.elsewhere}"
        assert not self.complaints, f"the console complained: {self.complaints}"


def accessibility_violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands: one line per violation with its first place."""
    results = Axe().run(page)
    return [
        f"{v['id']}: {v['help']} — {v['nodes'][0]['target']} ({len(v['nodes'])})"
        for v in results.response["violations"]
    ]
