"""The window gets another size while one works: one stays where one was."""

from hh_tui.ui.widgets.negotiation_list import NegotiationList
from tests.recruiter import Recruiter
from tests.scenes import composer

SIZES = ((120, 36), (80, 24), (160, 45), (80, 30), (120, 24), (160, 45))


async def test_the_pane_one_is_in_keeps_the_focus() -> None:
    """The cursor is as bright as before, where panes have no room any more and where they have it again."""
    async with Recruiter(columns=160, rows=45) as anna:
        for columns, rows in SIZES:
            await anna.resize(columns, rows)
            assert isinstance(anna.state.focused, NegotiationList)
        await anna.press("j")
        assert anna.state.listing.cursor == 1


async def test_the_end_of_a_thread_stays_in_view() -> None:
    """A lower window hides what came before, and not what came last; below a letter too."""
    async with Recruiter(columns=160, rows=45, lang="en") as anna:
        await composer(anna)
        for columns, rows in SIZES:
            await anna.resize(columns, rows)
            assert anna.sees("вечером.")
        assert "Добрый день!" in anna.typed
        await anna.press("escape")
        for columns, rows in SIZES:
            await anna.resize(columns, rows)
            # In a narrow window there is the list alone.
            assert columns == 80 or anna.sees("вечером.")


async def test_a_window_grown_under_a_dialog_is_painted_for_its_size() -> None:
    async with Recruiter(columns=120, rows=24, lang="en") as anna:
        for columns, rows in ((120, 36), (80, 24), (160, 45)):
            await anna.press("?")
            await anna.resize(columns, rows)
            await anna.press("escape")
            behind = anna.text
            await anna.resize(columns, rows - 1)
            await anna.resize(columns, rows)
            assert anna.text == behind
