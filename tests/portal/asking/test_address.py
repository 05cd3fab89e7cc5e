"""The conversation in the address."""

from datetime import date
from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st

from portal.asking.address import FIRST_DAY, LAST_DAY, Asked, Fault, read_address, visible, write_address


def test_questions_keep_their_order_and_the_day_is_read() -> None:
    asked = read_address("q=f%C3%B6rsta&q=och+sedan%3F&per=2026-02-01")

    assert asked == Asked(("första", "och sedan?"), date(2026, 2, 1))


def test_an_empty_address_asks_nothing_and_is_no_fault() -> None:
    assert read_address("") == Asked()


def test_an_empty_question_is_named_and_left_out() -> None:
    assert read_address("q=&q=hej") == Asked(("hej",), None, (Fault.EMPTY,))


def test_marks_nobody_sees_do_not_make_a_question() -> None:
    assert read_address("q=%E2%80%8B%E2%80%AE%00").faults == (Fault.EMPTY,)


def test_markup_alone_is_no_question() -> None:
    assert read_address("q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E").faults == (Fault.EMPTY,)


def test_two_thousand_characters_pass_and_one_more_does_not() -> None:
    assert read_address("q=" + "a" * 2000).questions == ("a" * 2000,)
    assert read_address("q=" + "a" * 2001) == Asked((), None, (Fault.TOO_LONG,))


def test_a_day_that_cannot_be_read_is_named() -> None:
    for written in ("2026-02-30", "i+morgon", "20260201", "2026-W05-1", "2026-2-1", "9999-12-31"):
        assert read_address(f"q=hej&per={written}").faults == (Fault.BAD_DATE,), written


def test_no_more_than_ten_questions_are_asked() -> None:
    asked = read_address("&".join(f"q={number}" for number in range(11)))

    assert asked.questions == tuple(str(number) for number in range(10))
    assert asked.faults == (Fault.TOO_MANY,)


def test_an_address_of_very_many_parts_is_refused_and_not_a_crash() -> None:
    assert read_address("&".join("q=a" for _ in range(5000))) == Asked(faults=(Fault.TOO_MANY,))


@given(st.lists(st.text(min_size=1, max_size=50), max_size=10), st.none() | st.dates(FIRST_DAY, LAST_DAY))
def test_what_is_written_is_read_back(questions: list[str], day: date | None) -> None:
    sound = tuple(visible(question) for question in questions if visible(question))

    query = urlsplit(write_address(sound, day)).query

    assert read_address(query) == Asked(sound, day)
