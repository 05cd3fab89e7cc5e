"""`next` leads to a page of the portal or nowhere."""

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from auth.next_address import HOME, own_address

ORIGIN = "https://portal.example"


@pytest.mark.parametrize(
    "asked",
    [
        "/",
        "/handbok/gabord",
        "/handbok/gabord?per=2026-11-21#kriterier-2",
        "/fraga?q=Vem%20betalar%3F&q=http://example.se/",
    ],
)
def test_own_pages_are_kept(asked: str) -> None:
    assert own_address(asked) == asked


def test_letters_outside_ascii_are_written_as_addresses_write_them() -> None:
    assert own_address("/fraga?q=gåbord") == "/fraga?q=g%C3%A5bord"


@pytest.mark.parametrize(
    "asked",
    [
        None,
        "",
        "handbok",
        "https://evil.example",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "\t//evil.example",
        " //evil.example",
        "/ok\r\nSet-Cookie: a=b",
        "/..//evil.example",
        "/a/../..//evil.example",
        "/a/%2e%2e//evil.example",
        "/%2f/evil.example",
        "/%5cevil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "/auth/logout",
        "/auth/login/demo",
        "/api/v1/ask",
        "/_event",
        "/demo-idp/authorize",
        "/" + "a" * 2000,
        "/\x00",
        "/a\x7f",
    ],
)
def test_everything_else_is_home(asked: str | None) -> None:
    assert own_address(asked) == HOME


@given(st.text() | st.from_regex(r"[/\\\s]{0,4}[a-z.:@/\\%25efEF0-9]*", fullmatch=True))
@example("//evil.example")
@example("/\\evil.example")
def test_a_browser_never_leaves_the_portal(asked: str) -> None:
    address = own_address(asked)

    # As browsers read an address: backslashes are slashes, tabs and line ends are not there.
    read = address.replace("\\", "/").translate({9: None, 10: None, 13: None})
    assert urlsplit(urljoin(ORIGIN + "/auth/callback/idp", read)).netloc == "portal.example"
    assert address.isascii()
