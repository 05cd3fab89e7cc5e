"""Many questions from a file of JSON lines: one object out per line in, in order, bad lines included."""

import argparse
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from assistant.answer_json import to_json
from assistant.errors import QuestionError
from knowledge.commands.terminal import day

Ask = Callable[..., Answer]


class BadLineError(ValueError):
    """A line that holds no question; `id` is what the line called itself, if that much could be read."""

    def __init__(self, message: str, given_id: Any = None) -> None:
        super().__init__(message)
        self.given_id = given_id


def answered(lines: Iterator[bytes], ask: Ask, today: date) -> Iterator[dict[str, Any]]:
    """An answer object, or one with `error`, for every line that is not blank."""
    for line in lines:
        if not line.strip():
            continue
        try:
            yield _answer(line, ask, today)
        except BadLineError as error:
            known = {} if error.given_id is None else {"id": error.given_id}
            yield {**known, "error": str(error)}


def _answer(line: bytes, ask: Ask, today: date) -> dict[str, Any]:
    given = _object(line)
    given_id = given.get("id")
    as_of = _day(given, today)
    if "question" not in given:
        raise BadLineError("the line has no question", given_id)
    try:
        answer = ask(given["question"], as_of=as_of)
    except QuestionError as error:
        raise BadLineError(str(error), given_id) from error
    return {"id": given_id, **to_json(answer)}


def _object(line: bytes) -> dict[str, Any]:
    try:
        given = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadLineError("the line is not JSON in UTF-8") from error
    if not isinstance(given, dict):
        raise BadLineError("the line is not a JSON object")
    return given


def _day(given: dict[str, Any], today: date) -> date:
    written = given.get("as_of")
    if written is None:
        return today
    try:
        return day(written)
    except (TypeError, argparse.ArgumentTypeError) as error:
        raise BadLineError("as_of must be a date as YYYY-MM-DD", given.get("id")) from error


def write_lines(objects: Iterator[dict[str, Any]], output: Path) -> int:
    """Write the objects as JSON lines, atomically; how many of them are errors. Raises OSError."""
    errors = 0
    unfinished = output.with_name(output.name + ".part")
    with unfinished.open("wb") as file:
        for one in objects:
            errors += "error" in one
            file.write(json.dumps(one, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    unfinished.replace(output)
    return errors
