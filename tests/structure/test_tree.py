"""The tree keeps its own rules: layers, small modules that say what they are for, no strays."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("portal", "assistant", "knowledge", "auth", "setup")
MODULES = sorted(p for package in (*PACKAGES, "tests") for p in (ROOT / package).rglob("*.py"))
DAY_READERS = {"date.today", "datetime.utcnow", "datetime.today"}
VAGUE_NAMES = {"utils", "helpers", "managers", "common", "misc"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_imports_point_one_way() -> None:
    tool = Path(sys.executable).with_name("lint-imports")

    ended = subprocess.run([str(tool)], cwd=ROOT, capture_output=True, text=True)

    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_module_is_longer_than_300_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    source = path.read_text("utf-8")

    assert not source.strip() or ast.get_docstring(ast.parse(source)), f"{_name(path)} has no docstring"


def test_packages_are_named_by_what_they_hold() -> None:
    names = {path.stem for path in MODULES} | {path.parent.name for path in MODULES}

    # Texts that every page shares are the one thing rightly called common.
    assert not names & (VAGUE_NAMES - {"common"})


def test_the_top_of_the_tree_is_not_a_package() -> None:
    assert not (ROOT / "__init__.py").exists()


@pytest.mark.parametrize("path", [p for p in MODULES if p.parts[-2] != "setup"], ids=_name)
def test_nothing_outside_the_clock_reads_the_day(path: Path) -> None:
    if path.name in ("clock.py", "frontend.py"):
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            read = f"{node.value.id}.{node.attr}"
            assert read not in DAY_READERS, f"{_name(path)}:{node.lineno}"
