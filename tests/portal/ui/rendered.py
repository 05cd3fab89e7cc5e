"""A component as the elements it renders, in order, so that tests can ask what a page is made of."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import reflex as rx


@dataclass(frozen=True)
class Element:
    """One element: its tag, its attributes (JavaScript expressions stay as they are) and all text in it."""

    tag: str
    attributes: dict[str, str]
    text: str

    @property
    def id(self) -> str:
        return self.attributes.get("id", "")


def elements(component: rx.Component) -> list[Element]:
    """Every HTML element in document order; both branches of a condition count."""
    return list(_walk(component.render()))


def _walk(node: Any) -> Iterator[Element]:
    if not isinstance(node, dict):
        return
    name = node.get("name", "")
    if name.startswith('"'):
        yield Element(json.loads(name), _attributes(node["props"]), _text(node).strip())
    for child in _children(node):
        yield from _walk(child)


def _children(node: dict[str, Any]) -> list[Any]:
    branches = [node[key] for key in ("true_value", "false_value") if key in node]
    return [*node.get("children", []), *branches]


def _text(node: Any) -> str:
    if not isinstance(node, dict):
        return ""
    contents = node.get("contents", "")
    own = json.loads(contents) if contents.startswith('"') else ""
    return own + "".join(_text(child) for child in _children(node))


def _attributes(props: list[str]) -> dict[str, str]:
    found = {}
    for prop in props:
        if prop.startswith('"'):
            name, _, value = prop[1:].partition('":')
        else:
            name, _, value = prop.partition(":")
        found[name] = json.loads(value) if value.startswith('"') and value.endswith('"') else value
    return found
