"""A small handbook of its own for what the published one may not show at the moment."""

from datetime import date
from pathlib import Path

from assistant.ask import Assistant
from knowledge.library import open_library

HEAD = """---
title: {title}
area: {area}
iso_codes: [{codes}]
{article}valid_from: {start}
valid_to: {end}
status: {status}
audience: [förskrivare]
source:
  document: Prov
  diary_number: HMC000001
  page: null
  url: null
{more}---
"""


def version(
    title: str,
    body: str,
    *,
    area: str = "rorelse",
    codes: str = "",
    article: str = "",
    start: str = "null",
    end: str = "null",
    status: str = "gällande",
    more: str = "",
) -> str:
    """One version of a section as the handbook's files write it."""
    class_line = f'article_class: "{article}"\n' if article else ""
    head = HEAD.format(
        title=title,
        area=area,
        codes=codes,
        article=class_line,
        start=start,
        end=end,
        status=status,
        more=more,
    )
    return head + body


def assistant_of(directory: Path, sections: dict[str, str]) -> Assistant:
    """An assistant over `sections` ("area/id" → text), written below `directory`."""
    for name, text in sections.items():
        path = directory / "handbook" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Assistant(open_library(handbook_dir=directory / "handbook", cache_dir=directory / "cache"))


DAY = date(2026, 11, 21)
KONTAKT = version(
    "Kontakt",
    "## Kontakt\n- Ring kundtjänst på 010-12 34 56, klockan 9–10.\n",
    area="bestammelser",
)
