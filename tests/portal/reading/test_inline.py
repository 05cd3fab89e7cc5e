"""Links inside statements."""

from hypothesis import given
from hypothesis import strategies as st

from portal.reading.inline import Part, parts, plain


def test_a_link_of_our_own_and_a_bare_address_become_links() -> None:
    assert parts("Se [avgifter](/handbok/avgifter) och https://www.1177.se/x.") == [
        Part("Se "),
        Part("avgifter", "/handbok/avgifter"),
        Part(" och "),
        Part("https://www.1177.se/x", "https://www.1177.se/x"),
        Part("."),
    ]


def test_no_other_kind_of_address_becomes_a_link() -> None:
    for text in ("[x](javascript:alert(1))", "[x](//ont.se)", "[x](http://ont.se)", "<a href=x>x</a>"):
        assert all(not part.href for part in parts(text)), text


@given(st.text())
def test_text_without_brackets_is_shown_as_it_is(text: str) -> None:
    bare = text.replace("[", "(")

    assert plain(bare) == bare
