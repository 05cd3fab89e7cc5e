"""The built pages as files: which document an address gets, and which inline scripts that document holds."""

import base64
import hashlib
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

FALLBACK = "404.html"


class BuiltSite:
    """The directory of built pages; read when asked, since a build may come after the process starts."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory.resolve()

    def document(self, path: str) -> Path | None:
        """The HTML file served for the address `path`, or None when it is no page of its own."""
        inside = path.strip("/")
        for name in (f"{inside}/index.html" if inside else "index.html", f"{inside}.html", inside):
            if found := self._html_file(name):
                return found
        return None

    def address(self, path: str) -> str | None:
        """The page's own address for any way of writing it ("/x/../om/" is "/om"), or None for no page."""
        document = self.document(path)
        if document is None:
            return None
        inside = document.relative_to(self._directory)
        return "/" + (inside.parent if inside.name == "index.html" else inside).as_posix().removeprefix(".")

    def script_hashes(self, path: str) -> tuple[str, ...]:
        """CSP sources ('sha256-…') of the inline scripts in what is served for `path`, be it the fallback."""
        document = self.document(path) or self._directory / FALLBACK
        try:
            changed = document.stat().st_mtime_ns
        except OSError:
            return ()
        return _hashes(document, changed)

    def _html_file(self, name: str) -> Path | None:
        """The HTML file `name` within the directory; None when it points out of it or cannot be a path."""
        try:
            candidate = (self._directory / name).resolve()
            is_page = candidate.suffix == ".html" and candidate.is_file()
        except (OSError, ValueError):
            return None
        return candidate if is_page and candidate.is_relative_to(self._directory) else None


class PageAddresses:
    """Pure ASGI middleware: a page is served at its own address (/om), without a detour over /om/."""

    def __init__(self, app: ASGIApp, *, directory: Path) -> None:
        self._app = app
        self._site = BuiltSite(directory)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not scope["path"].endswith("/"):
            document = self._site.document(scope["path"])
            if document is not None and document.name == "index.html":
                # The file server redirects a folder's bare name; with the slash it answers at once.
                scope = {**scope, "path": scope["path"] + "/", "raw_path": scope["raw_path"] + b"/"}
        await self._app(scope, receive, send)


class _InlineScripts(HTMLParser):
    """Collects the exact text of every script element without a src."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and not any(name == "src" for name, _ in attrs):
            self._inside = True
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts[-1] += data


@lru_cache(maxsize=512)
def _hashes(document: Path, _changed: int) -> tuple[str, ...]:
    """The hashes of one file as it was at `_changed`; browsers hash with every line end as a line feed."""
    parser = _InlineScripts()
    parser.feed(document.read_text(encoding="utf-8"))
    parser.close()
    digests = (hashlib.sha256(script.encode()).digest() for script in parser.scripts)
    return tuple(dict.fromkeys(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests))
