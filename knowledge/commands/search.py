"""`python -m knowledge search "…"`: ranked sections for one question."""

import argparse
import json
from pathlib import Path

from knowledge.commands.terminal import UsageError, day, existing_directory, positive, show, today
from knowledge.files import DEFAULT_HANDBOOK
from knowledge.library import open_library


def register(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("query", metavar="QUERY", help="a question or a few words, in Swedish")
    parser.add_argument("-k", type=positive, default=10, metavar="N", help="how many sections (default 10)")
    parser.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help="the day asked about (default today)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--handbook", type=Path, default=DEFAULT_HANDBOOK, metavar="DIR")
    parser.add_argument("--model", metavar="MODEL", help="embedding model: a directory or a hub name")


def run(args: argparse.Namespace) -> int:
    """Print the sections found, best first."""
    if not args.query.strip():
        raise UsageError("the query is empty")
    library = open_library(handbook_dir=existing_directory(args.handbook), model=args.model)
    hits = library.searcher.search(args.query, as_of=args.as_of or today(), k=args.k)
    if args.json:
        rows = [
            {"section_id": hit.version.section_id, "title": hit.version.title, "score": round(hit.score, 4)}
            for hit in hits
        ]
        show(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for number, hit in enumerate(hits, start=1):
        show(f"{number:2}. {hit.score:.3f}  {hit.version.section_id}  ({hit.version.title})")
    return 0
