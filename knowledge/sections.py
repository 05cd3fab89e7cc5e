"""One section file: versions oldest first, each a front matter between `---` lines and a body."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.body import read_body
from knowledge.frontmatter import FrontMatter, read_front_matter
from knowledge.model import Field, SectionVersion
from knowledge.problems import Report, read_text


@dataclass(frozen=True, slots=True)
class ParsedVersion:
    """A version with the lines of its front matter; `version` is None when it lacks something essential."""

    version: SectionVersion | None
    matter: FrontMatter
    fields: tuple[Field, ...]


def _blocks(text: str, report: Report) -> list[tuple[int, str, int, str]]:
    """(line of front matter, its text, line of body, its text) for each version."""
    # Only line ends that Markdown counts, so that every reported line is the one an editor shows.
    lines = text.replace("\r\n", "\n").split("\n")
    marks = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    if not marks or any(line.strip() for line in lines[: marks[0]]):
        report.add(1, 'the file must start with a front matter between "---" lines')
        return []
    if len(marks) % 2:
        report.add(marks[-1] + 1, 'a front matter is not closed by a "---" line')
    blocks = []
    for start, end in zip(marks[::2], marks[1::2], strict=False):
        following = next((mark for mark in marks if mark > end), len(lines))
        front = "\n".join(lines[start + 1 : end])
        body = "\n".join(lines[end + 1 : following])
        blocks.append((start + 2, front, end + 2, body))
    return blocks


def _essentials(values: dict[str, Any]) -> bool:
    return all(values.get(key) is not None for key in ("title", "area", "iso_codes", "status", "source"))


def _version(
    section_id: str, path: str, matter: FrontMatter, fields: tuple[Field, ...]
) -> SectionVersion | None:
    values = matter.values
    if not _essentials(values):
        return None
    return SectionVersion(
        section_id=section_id,
        title=values["title"],
        area=values["area"],
        iso_codes=values["iso_codes"],
        valid_from=values.get("valid_from"),
        valid_to=values.get("valid_to"),
        status=values["status"],
        source=values["source"],
        fields=fields,
        further_sources=values.get("further_sources") or (),
        audience=values.get("audience") or (),
        article_class=values.get("article_class"),
        missing=values.get("missing") or (),
        see_also=values.get("see_also") or (),
        conflicts=values.get("conflicts") or (),
        change=values.get("change"),
        path=path,
        line=matter.line,
    )


def read_section(path: Path, relative: str, report: Report) -> list[ParsedVersion]:
    """Every version in the file at `path`; `relative` is its path within the handbook."""
    text = read_text(path, report)
    if text is None:
        return []
    versions = []
    for front_line, front, body_line, body in _blocks(text, report):
        matter = read_front_matter(front, front_line, report)
        fields = read_body(body, body_line, report)
        if matter is not None:
            versions.append(ParsedVersion(_version(path.stem, relative, matter, fields), matter, fields))
    return versions
