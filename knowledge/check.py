"""What must hold for a handbook beyond the form of each file: places, validity, sources and links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.links import addresses, section_target
from knowledge.model import SectionVersion, Status
from knowledge.problems import Problem, Report, shown_path
from knowledge.sections import ParsedVersion, read_section

_SECTION_ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A section file with what was read from it."""

    path: Path
    relative: str
    versions: list[ParsedVersion]
    report: Report


def read_files(directory: Path) -> list[ParsedFile]:
    """Every Markdown file below `directory`, in order of path, parsed and with the faults of its form."""
    files = []
    for path in sorted(directory.rglob("*.md")):
        report = Report(shown_path(path))
        relative = path.relative_to(directory).as_posix()
        files.append(ParsedFile(path, relative, read_section(path, relative, report), report))
    return files


def check_files(files: list[ParsedFile]) -> list[Problem]:
    """Every problem of the handbook that `files` are, in order of file and line."""
    anchors = _anchors(files)
    seen: dict[str, str] = {}
    for file in files:
        _check_place(file, seen)
        _check_order(file)
        for parsed in file.versions:
            _check_version(file.report, parsed)
            _check_links(file.report, parsed, anchors)
    return sorted({problem for file in files for problem in file.report.problems})


def _check_place(file: ParsedFile, seen: dict[str, str]) -> None:
    """A file stands at `<area>/<section id>.md`, and no id is used twice."""
    section_id = file.path.stem
    if not _SECTION_ID.match(section_id):
        file.report.add(1, f'the file name "{section_id}" is not a section id (a-z, 0-9 and hyphens)')
    if section_id in seen:
        file.report.add(1, f'duplicate section id "{section_id}", also in {seen[section_id]}')
    seen.setdefault(section_id, file.report.file)
    if file.relative.count("/") != 1:
        file.report.add(1, "the file must stand directly in an area directory: <area>/<section id>.md")
    for parsed in file.versions:
        area = parsed.matter.values.get("area")
        if area and area != file.path.parent.name:
            file.report.add(
                parsed.matter.line_of("area"),
                f'area is "{area}" but the file stands in "{file.path.parent.name}"',
            )


def _check_order(file: ParsedFile) -> None:
    """Versions stand oldest first and never overlap."""
    previous: ParsedVersion | None = None
    for parsed in file.versions:
        values = parsed.matter.values
        begins, ends = values.get("valid_from"), values.get("valid_to")
        if begins and ends and begins >= ends:
            file.report.add(
                parsed.matter.line_of("valid_to"), f"validity is inverted: {begins} is not before {ends}"
            )
        if previous is not None:
            _check_follows(file.report, previous, parsed)
        previous = parsed


def _check_follows(report: Report, previous: ParsedVersion, parsed: ParsedVersion) -> None:
    line = parsed.matter.line_of("valid_from")
    if "valid_from" not in parsed.matter.values or "valid_to" not in previous.matter.values:
        return
    begins: date | None = parsed.matter.values["valid_from"]
    ended: date | None = previous.matter.values["valid_to"]
    if begins is None:
        report.add(line, "a later version needs valid_from; versions stand oldest first")
    elif ended is None or begins < ended:
        report.add(line, f"overlaps the version before it, which is valid to {ended or 'further notice'}")


def _check_version(report: Report, parsed: ParsedVersion) -> None:
    """Rules that tie status, source and conflicts together."""
    values, matter = parsed.matter.values, parsed.matter
    status = values.get("status")
    if status is Status.INCOMPLETE and not values.get("missing"):
        report.add(matter.line_of("status"), "status ofullständig needs missing: what the source lacks")
    if status is Status.PROPOSED and values.get("source") and not values["source"].diary_number:
        report.add(matter.line_of("source"), "status föreslagen needs the diary number of the proposal")
    if status is Status.REPLACED and "valid_to" in values and values["valid_to"] is None:
        report.add(matter.line_of("valid_to"), "status ersatt needs valid_to: the day it stopped applying")
    known = {statement.anchor for field in parsed.fields for statement in field.statements}
    for conflict in values.get("conflicts") or ():
        for anchor in conflict.anchors:
            if anchor not in known:
                report.add(matter.line_of("conflicts"), f'conflict names the unknown anchor "{anchor}"')


def _anchors(files: list[ParsedFile]) -> dict[str, set[str]]:
    """Section id → every anchor that some version of it has."""
    found: dict[str, set[str]] = {}
    for file in files:
        known = found.setdefault(file.path.stem, set())
        for parsed in file.versions:
            for field in parsed.fields:
                known.add(field.anchor)
                known.update(statement.anchor for statement in field.statements)
    return found


def _links(parsed: ParsedVersion) -> Iterator[tuple[int, str]]:
    for one in parsed.matter.values.get("see_also") or ():
        yield parsed.matter.line_of("see_also"), one
    for field in parsed.fields:
        for statement in field.statements:
            for address in addresses(statement.text):
                if address.startswith("/"):
                    yield statement.line, address


def _check_links(report: Report, parsed: ParsedVersion, anchors: dict[str, set[str]]) -> None:
    for line, address in _links(parsed):
        target = section_target(address)
        if target is None:
            report.add(line, f'broken link: "{address}" is no section')
        elif target[0] not in anchors:
            report.add(line, f'broken link: no section "{target[0]}"')
        elif target[1] and target[1] not in anchors[target[0]]:
            report.add(line, f'broken link: section "{target[0]}" has no anchor "{target[1]}"')


def versions_of(file: ParsedFile) -> tuple[SectionVersion, ...]:
    """The versions that could be read, oldest first."""
    return tuple(parsed.version for parsed in file.versions if parsed.version is not None)
