"""A page with all its versions: every case of a match unfolded, so that its elements can be asked about."""

from typing import Any

import reflex as rx

from tests.portal.ui.rendered import Element, elements


class _Unfolded:
    """What `elements` needs of a component."""

    def __init__(self, node: Any) -> None:
        self._node = node

    def render(self) -> Any:
        return self._node


def whole(component: rx.Component) -> list[Element]:
    """Every element in document order, the branches of conditions and the cases of matches included."""
    return elements(_Unfolded(_unfold(component.render())))  # type: ignore[arg-type]


def _unfold(node: Any) -> Any:
    if isinstance(node, list | tuple):
        return [_unfold(one) for one in node]
    if not isinstance(node, dict):
        return node
    if "match_cases" in node:
        shown = [node["default"], *(case for _, case in node["match_cases"])]
        return {"name": "Fragment", "props": [], "children": _unfold(shown)}
    return {key: _unfold(value) for key, value in node.items()}
