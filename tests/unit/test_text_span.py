"""Which characters a selection with the mouse takes."""

from hypothesis import given, settings
from hypothesis import strategies as st
from textual.geometry import Offset
from textual.selection import Selection

from hh_tui.ui.widgets.text_span import TextSpan

places = st.none() | st.builds(Offset, st.integers(0, 9), st.integers(0, 6))


@settings(max_examples=200)
@given(st.lists(st.text("аб👍 \v", max_size=6), max_size=5), places, places)
def test_it_takes_what_is_marked_and_nothing_else(
    lines: list[str], start: Offset | None, end: Offset | None
) -> None:
    marked = []
    for number, line in enumerate(lines):
        span = Selection(start, end).get_span(number)
        if span is not None:
            marked.append(line[span[0] :] if span[1] == -1 else line[span[0] : span[1]])
    ordered = start is None or end is None or start.transpose <= end.transpose
    if ordered:
        assert TextSpan(start, end).extract("\n".join(lines)) == "\n".join(marked)
    else:
        TextSpan(start, end).extract("\n".join(lines))


def test_a_selection_behind_the_text_takes_nothing() -> None:
    assert TextSpan(Offset(0, 1), Offset(3, 1)).extract("раз") == ""
    assert TextSpan(Offset(0, 1), Offset(3, 4)).extract("раз\n") == ""
    assert TextSpan(Offset(1, 0), Offset(3, 4)).extract("раз") == "аз"
