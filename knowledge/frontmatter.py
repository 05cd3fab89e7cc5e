"""The YAML front matter of one section version, read strictly: every key known, every value of its type."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import yaml

from knowledge.model import ArticleClass, Conflict, Source, Status
from knowledge.problems import Report

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ISO_CODE = re.compile(r"^\d\d \d\d(?: \d\d)?$")

REQUIRED = ("title", "area", "iso_codes", "valid_from", "valid_to", "status", "audience", "source")
OPTIONAL = ("article_class", "further_sources", "see_also", "missing", "conflicts", "change")
_SOURCE_KEYS = ("document", "diary_number", "page", "url")


class _WrongError(Exception):
    """A value does not have the form its key asks for."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The typed values by key (None where absent or faulty) and the line of every key."""

    values: dict[str, Any]
    lines: dict[str, int]
    line: int

    def line_of(self, key: str) -> int:
        """The line of `key`, or of the front matter when the key is absent."""
        return self.lines.get(key, self.line)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _WrongError("must be text (quote a number or a date)")
    if not value.strip():
        raise _WrongError("is empty")
    return value.strip()


def _optional_text(value: object) -> str | None:
    return None if value is None else _text(value)


def _day(value: object) -> date | None:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    raise _WrongError("is not a date (YYYY-MM-DD) or null")


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise _WrongError("must be a list")
    return value


def _texts(value: object) -> tuple[str, ...]:
    return tuple(_text(one) for one in _list(value))


def _some_texts(value: object) -> tuple[str, ...]:
    texts = _texts(value)
    if not texts:
        raise _WrongError("is an empty list")
    return texts


def _iso_codes(value: object) -> tuple[str, ...]:
    codes = _texts(value)
    for code in codes:
        if not _ISO_CODE.match(code):
            raise _WrongError(f'has "{code}", which is not an ISO 9999 code ("NN NN" or "NN NN NN")')
    return codes


def _status(value: object) -> Status:
    try:
        return Status(_text(value))
    except ValueError:
        raise _WrongError(f'is "{value}"; known are {", ".join(Status)}') from None


def _article_class(value: object) -> ArticleClass | None:
    try:
        return None if value is None else ArticleClass(_text(value))
    except ValueError:
        raise _WrongError(f'is "{value}"; known are {", ".join(ArticleClass)}') from None


def _mapping(value: object, known: tuple[str, ...]) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _WrongError(f"must be keys and values ({', '.join(known)})")
    unknown = [str(key) for key in value if key not in known]
    if unknown:
        raise _WrongError(f'has the unknown key "{unknown[0]}"')
    return value


def _source(value: object) -> Source:
    given = _mapping(value, _SOURCE_KEYS)
    if given.get("document") is None:
        raise _WrongError("names no document")
    values: dict[str, str | None] = {}
    for key in _SOURCE_KEYS:
        try:
            values[key] = _optional_text(given.get(key))
        except _WrongError as error:
            raise _WrongError(f"{key} {error}") from None
    if not any(values[key] for key in ("diary_number", "page", "url")):
        raise _WrongError("has neither diary_number, page nor url")
    if values["url"] and not re.match(r"https?://\S+$", values["url"]):
        raise _WrongError("url is not an http(s) address")
    return Source(values["document"] or "", values["diary_number"], values["page"], values["url"])


def _sources(value: object) -> tuple[Source, ...]:
    return tuple(_source(one) for one in _list(value))


def _conflicts(value: object) -> tuple[Conflict, ...]:
    found = []
    for one in _list(value):
        given = _mapping(one, ("anchors", "about"))
        if given.keys() != {"anchors", "about"}:
            raise _WrongError("needs anchors and about in each entry")
        found.append(Conflict(_some_texts(given["anchors"]), _text(given["about"])))
    return tuple(found)


def _or_none(read: Callable[[object], Any]) -> Callable[[object], Any]:
    return lambda value: None if value is None else read(value)


_READERS: dict[str, Callable[[object], Any]] = {
    "title": _text,
    "area": _text,
    "iso_codes": _iso_codes,
    "valid_from": _day,
    "valid_to": _day,
    "status": _status,
    "audience": _some_texts,
    "source": _source,
    "article_class": _article_class,
    "further_sources": _or_none(_sources),
    "see_also": _or_none(_texts),
    "missing": _or_none(_texts),
    "conflicts": _or_none(_conflicts),
    "change": _optional_text,
}


def _keys(loader: Any, node: yaml.MappingNode, first_line: int, report: Report) -> FrontMatter:
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        line = first_line + key_node.start_mark.line
        key = str(key_node.value)
        if key in lines:
            report.add(line, f'the key "{key}" is given twice')
            continue
        lines[key] = line
        if key not in _READERS:
            report.add(line, f'unknown key "{key}"')
            continue
        try:
            values[key] = _READERS[key](loader.construct_object(value_node, deep=True))
        except _WrongError as error:
            report.add(line, f"{key} {error}")
        except (ValueError, TypeError, yaml.YAMLError) as error:
            reason = "is not a date (YYYY-MM-DD)" if key.startswith("valid_") else f"cannot be read: {error}"
            report.add(line, f"{key} {' '.join(reason.split())}")
    return FrontMatter(values, lines, first_line)


def read_front_matter(text: str, first_line: int, report: Report) -> FrontMatter | None:
    """The front matter whose first line is `first_line` of the file; None when it is no mapping at all."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            report.add(first_line, "the front matter must be keys and values")
            return None
        matter = _keys(loader, node, first_line, report)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        report.add(line, f"the front matter is not YAML: {getattr(error, 'problem', None) or error}")
        return None
    except RecursionError:
        report.add(first_line, "the front matter is nested too deeply")
        return None
    finally:
        loader.dispose()
    for key in REQUIRED:
        if key not in matter.lines:
            report.add(first_line, f'missing key "{key}"')
    return matter
