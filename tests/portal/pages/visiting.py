"""A visit without a browser: a state at an address, and its handlers run to the end."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from typing import Any, TypeVar, cast

import reflex as rx
from reflex.istate.data import RouterData

State = TypeVar("State", bound=rx.State)


def visit(state: type[State], address: str) -> State:
    """A fresh visit at `address` ("/fraga?q=hej"), and the part of it that `state` is."""
    root = rx.State(_reflex_internal_init=True)  # type: ignore[call-arg]
    move(root, address)
    found = root.substates[state.get_name()]
    return cast(State, found)


def move(state: rx.State, address: str) -> None:
    """Go to `address` in the same visit."""
    root = root_of(state)
    data = {"asPath": address, "pathname": address.split("?")[0], "headers": {"origin": "http://localhost"}}
    root.router = RouterData.from_router_data(data)  # type: ignore[misc]


def root_of(state: rx.State) -> rx.State:
    """The whole of the visit that `state` is a part of."""
    return cast(rx.State, state._get_root_state())


def run(handler: Any) -> Any:
    """Run what a handler returned to its end: a value, an awaitable or a stream of states."""
    if isinstance(handler, AsyncIterator):
        return asyncio.run(_drain(handler))
    if isinstance(handler, Awaitable):
        return asyncio.run(_wait(handler))
    return handler


async def _drain(stream: AsyncIterator[Any]) -> None:
    async for _ in stream:
        pass


async def _wait(awaitable: Awaitable[Any]) -> Any:
    return await awaitable


def sent_to(event: Any) -> str:
    """The address that a redirect leads to."""
    arguments = {str(name): value for name, value in event.args}
    return str(arguments["path"]._var_value)
