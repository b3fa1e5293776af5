"""A baseline starts in its terminal and answers a key; how fast is for the bench to say."""

from tests.bench.stage import baseline


def test_the_list_moves_its_cursor_and_the_card_follows() -> None:
    with baseline("rows", "1000") as program:
        program.until(lambda: "Иванова Мария 0, 20" in program.lines[0], "the list")
        program.rest()
        stroke = program.press("j")
        assert 0 < stroke.first <= stroke.settled
        assert program.text.count("Иванова Мария 1, 21") == 2
        assert program.watch("j", 0.3) > 0
        assert program.text.count("Иванова Мария 2, 22") == 2
        assert program.cpu > 0
        assert program.peak > 1


def test_the_editor_takes_a_letter() -> None:
    with baseline("editor") as program:
        program.until(lambda: program.lines[-1].strip(), "the frame of the text area")
        program.rest()
        program.press("Ж")
        assert "Ж" in program.text
