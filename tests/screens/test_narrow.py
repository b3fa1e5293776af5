"""The smallest window: what is named there without the other panes, and the way out of them."""

from hh_tui.inbox.decisions import action_menu
from hh_tui.ui.view import Pane
from tests.recruiter import Recruiter


async def test_a_list_without_the_card_names_what_the_digits_do() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        reads = len(anna.server.received)
        assert anna.sees("1 Телефон", "3 Подумать", "6 Отказать", "a ещё 4…")
        await anna.press("x", "x")
        assert anna.sees("3 Подумать ×2", "6 Отказать ×2")
        await anna.press("escape")
        assert not anna.sees("×2")
        assert anna.server.received[reads:] == []
        await anna.click("#digits", offset=(2, 1))
        assert not anna.on_inbox
        anna.app.clear_notifications()
        await anna.press("escape")
        assert anna.on_inbox, "the notice that named the key of the click takes no Escape any more"
        for size in ((120, 36), (80, 24)):
            await anna.resize(*size)
            await anna.settle()
            assert anna.text.count("6 Отказать") == 1
        await anna.press("enter", "escape")
        await anna.command("waiting")
        first = action_menu.buttons(anna.row.negotiation)[0]
        assert anna.sees(f"1 {first.action.name[:6]}")


async def test_beside_the_list_keys_say_so_and_q_goes_back() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.press("escape")
        assert anna.at(Pane.COLLECTIONS)
        for keys in (["3"], ["r"], ["g", "r"], ["x"], ["V"], ["ш"]):
            await anna.press(*keys)
            assert f"«{' '.join(keys)}» — для кандидата" in anna.status
            await anna.wait(6)
            await anna.wait(6)
            assert "для кандидата" not in anna.status
        await anna.press("q")
        assert anna.at(Pane.VACANCIES)
        assert anna.app.is_running
        await anna.press("q")
        assert not anna.app.is_running


async def test_what_was_said_does_not_stand_under_a_window() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.press("z")
        assert "Отменять нечего" in anna.status
        await anna.press("c")
        assert "Отменять нечего" not in anna.status


async def test_a_long_help_text_goes_on_below_its_beginning() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.press("?")
        assert anna.sees("j k Space — листать")
        await anna.press("/", *"исходящие")
        where = next(line for line in anna.lines if "исходящие: что ждёт" in line).index("исходящие")
        assert any(line[where:].startswith("отправлено") for line in anna.lines)
