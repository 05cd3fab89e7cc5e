"""A document's blocks as a section file for review: never more than a draft, and says so itself."""

import re
from pathlib import Path

import yaml

from knowledge.fields import FIELDS, HEADINGS, field_anchor
from knowledge.importing.blocks import Block
from knowledge.text import iso_codes_in

_OTHER = "Övrigt"
_DIARY = re.compile(r"\b[A-ZÅÄÖ]{2,5}\d{5,7}\b")
_WHOLE = "hela dokumentet"
_UNREVIEWED = "Texten är inläst från {name} och ännu inte granskad."


def one_line(text: str) -> str:
    """`text` as a statement: one line without anything that Markdown would take for markup."""
    plain = re.sub(r"[*_`\\#|~]+", "", " ".join(text.split()))
    plain = plain.replace("[", "(").replace("]", ")").replace("<", "‹").replace(">", "›").replace("&", "och")
    # What would open a list, a rule or an underline at the start of a line.
    plain = re.sub(r"^(?:[-+=–•]+\s*|\d+[.)](?:\s+|$))+", "", plain.strip())
    return plain.strip()


def _field_of(heading: str) -> str | None:
    """The field heading that a document's heading stands for, by its first word or words."""
    read = heading.lower().strip(" :.")
    for name in HEADINGS:
        if read == name.lower() or read.startswith(name.lower() + " "):
            return name
    return None


def _sorted_into_fields(blocks: list[Block]) -> dict[str, dict[str, list[str]]]:
    """Field heading → group → statements; headings that are no field become groups of the last field."""
    found: dict[str, dict[str, list[str]]] = {}
    field, group = _OTHER, ""
    for block in blocks:
        text = one_line(block.text)
        if not text:
            continue
        if block.level:
            named = _field_of(text)
            field, group = (named, "") if named else (field, text)
        else:
            found.setdefault(field, {}).setdefault(group, []).append(text)
    return found


def _body(fields: dict[str, dict[str, list[str]]]) -> str:
    lines: list[str] = []
    for heading in sorted(fields, key=lambda name: list(FIELDS).index(name.lower())):
        lines += ["", f"## {heading}"]
        groups = fields[heading]
        for group in sorted(groups, key=lambda name: name != ""):
            lines += [f"### {group}"] if group else []
            lines += [f"- {statement}" for statement in groups[group]]
    return "\n".join(lines[1:]) + "\n"


def draft(path: Path, blocks: list[Block], area: str) -> tuple[str, str]:
    """Section id and file text of the draft for the document at `path`, to stand in `area`."""
    first = blocks[0]
    title = one_line(first.text) if first.level and len(blocks) > 1 else ""
    title = (title or one_line(path.stem) or path.stem)[:120]
    rest = blocks[1:] if first.level and title == one_line(first.text) else blocks
    everything = "\n".join(block.text for block in blocks)
    diary = _DIARY.search(everything)
    front = {
        "title": title,
        "area": area,
        "iso_codes": [code for code in iso_codes_in(everything) if len(code) == 8],
        "valid_from": None,
        "valid_to": None,
        "status": "ofullständig",
        "audience": ["förskrivare"],
        "source": {
            "document": path.name,
            "diary_number": diary[0] if diary else None,
            "page": _WHOLE,
            "url": None,
        },
        "missing": [_UNREVIEWED.format(name=path.name)],
    }
    matter = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=1000)
    section_id = field_anchor(title)[:60].strip("-") or "dokument"
    return section_id, f"---\n{matter}---\n{_body(_sorted_into_fields(rest))}"
