"""Logs are JSON on stderr and hold neither what people wrote nor who they are."""

import json
import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
import structlog
from socketio import AsyncServer

from portal.logs import FORBIDDEN_KEYS, OWN_HANDLERS, QUOTING, configure_logs
from portal.masking import MASK

SECRET = "Jag heter Kim och undrar"


@pytest.fixture(autouse=True)
def configured() -> Iterator[None]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield
    root.handlers = before
    root.setLevel(level)
    structlog.reset_defaults()


def lines(captured: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in captured.readouterr().err.splitlines()]


def test_a_log_line_is_json_with_level_and_time(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    structlog.get_logger().info("started", port=3000)

    (line,) = lines(capsys)
    assert (line["event"], line["level"], line["port"]) == ("started", "info", 3000)
    assert line["timestamp"].endswith("Z")


@pytest.mark.parametrize("key", [*sorted(FORBIDDEN_KEYS), "Set-Cookie", "QUESTION"])
def test_forbidden_keys_never_get_out_and_the_mistake_is_seen(
    key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logs()
    structlog.get_logger().info("asked", **{key: SECRET})

    (line,) = lines(capsys)
    assert SECRET not in json.dumps(line, ensure_ascii=False)
    assert line["dropped"] == [key]


def test_forbidden_keys_are_found_inside_other_values(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    structlog.get_logger().info("asked", details={"question": SECRET, "length": 3})

    (line,) = lines(capsys)
    assert line["details"] == {"length": 3}


def test_what_looks_like_a_personal_number_is_masked_everywhere(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    structlog.get_logger().info("saw 900101-0017", where=["19900101-0017"], more={"x": "9001010017"})
    logging.getLogger("other").warning("saw %s", "900101-0017")

    first, second = lines(capsys)
    assert (first["event"], first["where"], first["more"]) == (f"saw {MASK}", [MASK], {"x": MASK})
    assert second["event"] == f"saw {MASK}"


def test_an_exception_is_told_without_its_message(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    try:
        raise ValueError(SECRET)
    except ValueError:
        structlog.get_logger().exception("failed")
        logging.getLogger("other").exception("failed")

    for line in lines(capsys):
        assert line["exception"] == "ValueError"
        assert line["places"][-1].endswith("test_an_exception_is_told_without_its_message")
        assert SECRET not in json.dumps(line, ensure_ascii=False)


def test_an_object_is_told_by_its_type_only(capsys: pytest.CaptureFixture[str]) -> None:
    class Person:
        def __repr__(self) -> str:
            return SECRET

    configure_logs()
    structlog.get_logger().info("seen", who=Person())

    assert lines(capsys)[0]["who"] == "<Person>"


def test_the_level_holds_for_both_kinds(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("WARNING")
    structlog.get_logger().info("no")
    logging.getLogger("other").info("no")
    logging.getLogger("httpx").info("GET https://example.se/?q=hemligt")
    logging.getLogger("other").warning("yes")

    assert [line["event"] for line in lines(capsys)] == ["yes"]


@pytest.mark.parametrize("library", [*QUOTING, "reflex_base"])
def test_a_library_that_quotes_clients_is_told_by_place(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logs()
    logging.getLogger(f"{library}.part").error(f"Event data: {SECRET}")
    logging.getLogger(library).error("Event data: %s", SECRET)

    told = lines(capsys)
    assert len(told) == 2
    for line in told:
        assert SECRET not in json.dumps(line, ensure_ascii=False)
        assert line["place"].endswith("test_a_library_that_quotes_clients_is_told_by_place")


@pytest.mark.parametrize("name", OWN_HANDLERS)
def test_no_library_writes_past_the_nets(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    logger = logging.getLogger(name)
    logger.addHandler(logging.StreamHandler())
    logger.propagate = False
    configure_logs()
    logger.error("once")

    assert len(lines(capsys)) == 1


def test_the_websocket_s_own_log_adds_no_handler(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    AsyncServer(async_mode="asgi").logger.error("socket")
    AsyncServer(async_mode="asgi").eio.logger.error("engine")

    assert len(lines(capsys)) == 2


def test_a_line_that_cannot_be_written_is_not_printed_instead(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    closed = StringIO()
    closed.close()
    (handler,) = logging.getLogger().handlers
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(closed)
    logging.getLogger("other").error(SECRET)

    assert SECRET not in capsys.readouterr().err


def test_a_refused_sign_in_is_told_with_its_fault_and_provider_and_nothing_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure_logs("INFO")

    extra = {"fault": "nonce", "provider": "demo", "code": "a-code-that-signs-in"}
    logging.getLogger("auth.routes").warning("sign-in refused", extra=extra)

    line = json.loads(capsys.readouterr().err)
    assert (line["fault"], line["provider"]) == ("nonce", "demo")
    assert "a-code-that-signs-in" not in str(line)
