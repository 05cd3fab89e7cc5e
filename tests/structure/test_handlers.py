"""Every handler that a websocket can reach is known, and so is whom it is for."""

import ast
import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
# Reflex registers this on every state; without automatic setters it raises and changes nothing.
SETTER = "setvar"
OPEN = {"anybody", "server only"}
# Audience → the guard's arguments after the state.
GUARDS = {
    "whoever is signed in": ", without_unit=True",
    "administrator": ", Role.STAFF_ADMIN",
}


def _registered() -> dict[str, type]:
    os.environ.setdefault("__REFLEX_SKIP_COMPILE", "true")
    from reflex_base.registry import RegistrationContext

    import portal.portal  # noqa: F401 - registers every state

    found = {}
    for name, entry in RegistrationContext.get().event_handlers.items():
        for state in entry.states:
            if state.__module__.startswith("portal.") and not name.endswith(f".{SETTER}"):
                found[f"{state.__module__}.{state.__name__}.{name.rpartition('.')[2]}"] = state
    return found


def _known() -> dict[str, str]:
    with (HERE / "handlers.csv").open(encoding="utf-8") as file:
        return {row["handler"]: row["audience"] for row in csv.DictReader(file)}


def test_every_handler_is_listed_with_its_audience() -> None:
    assert set(_registered()) == set(_known())


def _state_classes() -> Iterator[tuple[str, ast.ClassDef]]:
    for path in sorted((ROOT / "portal").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "rx.State" for base in node.bases):
                yield f"{path.relative_to(ROOT)}:{node.name}", node


def test_a_public_method_of_a_state_is_meant_to_be_called_by_anybody() -> None:
    strays = [
        f"{where}.{method.name}"
        for where, state in _state_classes()
        for method in state.body
        if isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef) and not method.name.startswith("_")
        if not method.decorator_list
        or ast.unparse(method.decorator_list[0]).partition("(")[0] not in ("rx.event", "rx.var")
    ]

    assert strays == []


@pytest.mark.parametrize("audience", sorted(set(_known().values())))
def test_audiences_are_of_the_known_kinds(audience: str) -> None:
    assert audience in {*OPEN, *GUARDS}


def _first_statement(handler: str) -> str:
    module, state, name = handler.rsplit(".", 2)
    path = ROOT / Path(*module.split(".")).with_suffix(".py")
    classes = [
        n for n in ast.parse(path.read_text("utf-8")).body if isinstance(n, ast.ClassDef) and n.name == state
    ]
    method = next(
        n for n in classes[0].body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef) and n.name == name
    )
    statements = method.body[1:] if ast.get_docstring(method) else method.body
    return ast.unparse(statements[0])


@pytest.mark.parametrize("handler", sorted(name for name, whom in _known().items() if whom not in OPEN))
def test_what_is_not_for_anybody_asks_who_it_is_in_its_first_line(handler: str) -> None:
    guard = f"await signed_in(self{GUARDS[_known()[handler]]})"

    assert _first_statement(handler) in {guard, f"person = {guard}"}
