"""A document as headings and paragraphs, whatever kind of file it came in."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (`level` from 1) or a paragraph or list item (`level` 0)."""

    text: str
    level: int = 0


class ImportFailedError(Exception):
    """A document cannot be read; the message says which and why."""


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _from_html(path: Path) -> list[Block]:
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(path.read_bytes(), "html.parser")
    for unwanted in soup(["script", "style", "nav", "header", "footer", "aside", "form", "template"]):
        unwanted.decompose()
    root = soup.find("main") or soup.find("article") or soup.body or soup
    blocks = []
    for element in root.find_all(["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "tr", "dt", "dd"]):
        if element.find(["p", "li", "tr", "dt", "dd"]):
            continue
        level = int(element.name[1]) if re.fullmatch("h[1-6]", element.name) else 0
        blocks.append(Block(_tidy(element.get_text(" ")), level))
    return blocks or [Block(_tidy(line)) for line in root.get_text("\n").splitlines()]


def _from_pdf(path: Path) -> list[Block]:
    from pypdf import PdfReader

    pages = [page.extract_text() for page in PdfReader(path).pages]
    return _from_lines("\n\n".join(pages))


def _from_docx(path: Path) -> list[Block]:
    from docx import Document

    document: Any = Document(str(path))
    blocks = []
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            for row in part.rows:
                cells = dict.fromkeys(_tidy(cell.text) for cell in row.cells)
                blocks.append(Block("; ".join(cell for cell in cells if cell)))
        else:
            style = re.fullmatch(r"(?:Heading|Rubrik) (\d)|(Title)", part.style.name or "")
            level = int(style[1] or 1) if style else 0
            blocks.append(Block(_tidy(part.text), level))
    return blocks


def _from_markdown(path: Path) -> list[Block]:
    from markdown_it import MarkdownIt

    blocks = []
    level = 0
    for token in MarkdownIt("commonmark").enable("table").parse(_text(path)):
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "inline":
            words = "".join(
                " " if child.type in ("softbreak", "hardbreak") else child.content
                for child in token.children or []
                if child.type != "html_inline"
            )
            blocks.append(Block(_tidy(words), level))
            level = 0
        elif token.type in ("fence", "code_block"):
            blocks += _from_lines(token.content)
    return blocks


def _from_lines(text: str) -> list[Block]:
    """Paragraphs parted by empty lines or bullets; a short line that ends without a stop stays its own."""
    blocks: list[Block] = []
    current = ""
    for line in text.splitlines():
        bullet = re.match(r"\s*(?:[-–•*▪o]|\d+[.)])\s+", line)
        if (not line.strip() or bullet) and current:
            blocks.append(Block(_tidy(current)))
            current = ""
        current += " " + (line[bullet.end() :] if bullet else line)
    return [*blocks, Block(_tidy(current))]


def _text(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Older Swedish files are as a rule Windows-1252.
        return data.decode("cp1252", errors="replace")


_READERS: dict[str, Callable[[Path], list[Block]]] = {
    ".html": _from_html,
    ".htm": _from_html,
    ".pdf": _from_pdf,
    ".docx": _from_docx,
    ".md": _from_markdown,
    ".markdown": _from_markdown,
    ".txt": lambda path: _from_lines(_text(path)),
}
SUFFIXES = frozenset(_READERS)


def read_blocks(path: Path) -> list[Block]:
    """The blocks of a document that hold text. Raises ImportFailedError with the reason in one line."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise ImportFailedError(f"{path}: unknown kind of file (known: {', '.join(sorted(SUFFIXES))})")
    try:
        blocks = [block for block in reader(path) if block.text]
    except Exception as error:  # a foreign file can break its parser in any way
        reason = _tidy(str(error)) or type(error).__name__
        raise ImportFailedError(f"{path}: cannot be read: {reason[:200]}") from error
    if not any(block.level == 0 for block in blocks):
        raise ImportFailedError(f"{path}: holds no text (a scanned document needs text recognition first)")
    return blocks
