"""Lines are broken between words, and a number and its unit are one word."""

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from hh_tui.ui.widgets.text_view import wrapped


def _lines(text: str, width: int) -> list[str]:
    return [line.plain for line in wrapped(Content(text), width)]


def test_a_sum_stays_on_one_line() -> None:
    assert _lines("Оклад 180\u00a0000\u00a0₽ в месяц", 11) == ["Оклад", "180\u00a0000\u00a0₽ в", "месяц"]


def test_styles_stay_at_their_words() -> None:
    text = Content.assemble("Оклад ", ("180\u00a0000\u00a0₽", "bold"), " в месяц")
    first, second, _ = wrapped(text, 11)
    assert not first.spans
    assert [(one.start, one.end, one.style) for one in second.spans] == [(0, 9, "bold")]


@given(st.text(alphabet="аб \u00a0\n", max_size=40), st.integers(2, 12))
def test_no_line_is_wider_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = _lines(text, width)
    assert all(len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "").replace("\u00a0", "") == "".join(text.split())
