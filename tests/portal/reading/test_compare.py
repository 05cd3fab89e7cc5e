"""What differs between two versions, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from portal.reading.compare import Change, Segment, compare_versions, compare_words
from tests.portal.builders import old_version, version

words = st.lists(st.sampled_from(["en", "lampa", "ska", "kan", "förskrivas", "inte", "  "]), max_size=12).map(
    " ".join
)


def test_only_the_words_that_differ_are_marked() -> None:
    assert compare_words("Den kan lånas.", "Den ska lånas.") == [
        Segment(Change.KEPT, "Den "),
        Segment(Change.REMOVED, "kan"),
        Segment(Change.ADDED, "ska"),
        Segment(Change.KEPT, " lånas."),
    ]


@given(words, words)
def test_both_texts_can_be_read_back_from_the_segments(older: str, newer: str) -> None:
    segments = compare_words(older, newer)

    assert "".join(one.text for one in segments if one.change is not Change.ADDED) == older
    assert "".join(one.text for one in segments if one.change is not Change.REMOVED) == newer


def test_a_reworded_statement_is_one_line_and_a_new_one_its_own() -> None:
    (field,) = compare_versions(old_version(), version())

    kinds = [{segment.change for segment in line.segments} for line in field.lines]
    assert kinds == [{Change.KEPT, Change.REMOVED, Change.ADDED}, {Change.KEPT}, {Change.ADDED}]
    assert [line.group for line in field.lines] == ["", "Enkla lampor", ""]
    assert field.changed


def test_a_version_compared_with_itself_has_changed_nowhere() -> None:
    assert not any(field.changed for field in compare_versions(version(), version()))


def test_a_field_that_went_away_is_shown_as_removed() -> None:
    (field,) = compare_versions(version(), version(fields=()))

    assert all(segment.change is Change.REMOVED for line in field.lines for segment in line.segments)
