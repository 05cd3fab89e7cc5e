"""No words of the framework reach a reader, and none of ours stand outside portal/texts."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import reflex_base
import structlog

from portal.failing import on_server_failure
from portal.texts import common
from portal.ui.connection import connection_notice
from portal.ui.crash import crash_boundary
from portal.ui.failure import FailureState

ENGLISH = (
    "Cannot connect to server",
    "Check if server is reachable",
    "Connection Error",
    "An error occurred",
    "Contact the website administrator",
    "Refreshing the page might help",
    "Built with",
    "Notifications",
)
MODULES = sorted((*Path("portal/pages").glob("*.py"), *Path("portal/ui").glob("*.py")))
NOT_SHOWN = {"class_name", "format"}


def written_out(module: Path) -> Iterator[tuple[int, str]]:
    """Strings in a module that look like words for people: Swedish letters, or a space between letters."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    skipped = {
        id(inner)
        for node in ast.walk(tree)
        for inner in ast.walk(node)
        if (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        or (isinstance(node, ast.keyword) and node.arg in NOT_SHOWN)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.lineno, node.value


@pytest.mark.parametrize("module", MODULES, ids=lambda module: f"{module.parent.name}-{module.stem}")
def test_modules_hold_no_swedish(module: Path) -> None:
    assert [(line, text) for line, text in written_out(module) if set(text.lower()) & set("åäö")] == []


def test_what_wraps_the_portal_speaks_swedish() -> None:
    shown = f"{connection_notice().render()} {crash_boundary().render()}"

    assert [phrase for phrase in ENGLISH if phrase in shown] == []
    assert common.CRASH_TITLE in shown


def test_the_banner_that_the_script_translates_still_has_its_id() -> None:
    template = Path(reflex_base.__file__).parent / ".templates/web/utils/state.js"
    banner_id = "reflex-new-version-banner"

    assert f'NEW_VERSION_BANNER_ID = "{banner_id}"' in template.read_text()
    assert banner_id in Path("assets/portal.js").read_text()


def test_a_failure_is_logged_by_kind_and_place_and_never_by_message() -> None:
    with structlog.testing.capture_logs() as logs:
        on_server_failure(ValueError("Min mamma har ramlat"))

    assert [entry["kind"] for entry in logs] == ["ValueError"]
    assert "mamma" not in str(logs)


@pytest.mark.parametrize("reference", ["", "kort", "<script>", "a" * 9, "12 34 56"])
def test_only_a_reference_of_our_own_kind_is_shown(reference: str) -> None:
    state = FailureState()  # type: ignore[call-arg]

    FailureState.show.fn(state, reference)

    assert state.reference == ""


def test_a_failure_shows_only_on_the_page_where_it_happened() -> None:
    state = FailureState()  # type: ignore[call-arg]

    FailureState.show.fn(state, "0123abcd")

    assert state.shown
    state.path = "/annan-sida"
    assert not state.shown
