"""Notices: one for each cause, never over a dialog or what one decides by; Escape closes the newest."""

import pytest

from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.ui.textual_private import Toast
from hh_tui.ui.view import Pane
from hh_tui.ui.widgets.entry_list import EntryList
from tests.recruiter import Recruiter


async def test_one_for_each_cause_and_escape_closes_the_newest() -> None:
    async with Recruiter() as anna:
        for text in ("Первое", "Второе", "Второе", "Первое"):
            anna.app.notify(text, markup=False)
        await anna.settle()
        assert anna.toasts == ["Второе", "Первое"]
        await anna.press("l")
        level = anna.pane
        await anna.press("escape")
        assert anna.toasts == ["Второе"]
        assert anna.pane is level
        await anna.press("escape", "escape")
        assert anna.toasts == []
        assert anna.pane is not level


async def test_of_two_that_begin_alike_the_longer_one_is_shown() -> None:
    longer, other = "Нет связи. Исходящие ждут.", "Нет связи. Проверьте интернет."
    async with Recruiter() as anna:
        for text in ("Нет связи.", longer, "Нет связи.", "Сделано: 1", "Сделано: 1 из 5"):
            anna.app.notify(text, markup=False)
        await anna.settle()
        assert anna.toasts == [longer, "Сделано: 1", "Сделано: 1 из 5"]
        anna.app.notify(other, markup=False)
        await anna.settle()
        assert anna.toasts == ["Сделано: 1", "Сделано: 1 из 5", other]


async def test_a_heap_of_causes_does_not_cover_the_list() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        for number in range(9):
            anna.app.notify(f"Причина {number}", markup=False)
        await anna.settle()
        assert anna.toasts == ["Причина 6", "Причина 7", "Причина 8"]


def _uncovered(anna: Recruiter) -> bool:
    """Whether every digit of an action, what writes a letter and what opens the rest can be read."""
    shown = list(anna.app.screen.query(Toast))
    foot = [
        *anna.app.screen.query("ActionBar, #digits, #writing, #search"),
        anna.app.screen.query_one("#status"),
    ]
    assert len(shown) == 2
    assert all(one.region for one in shown), "and so can the notices"
    return not any(one.region.overlaps(other.region) for one in shown for other in foot if other.region)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 36), (160, 45)])
async def test_notices_stand_above_what_one_decides_by(columns: int, rows: int) -> None:
    async with Recruiter(columns=columns, rows=rows) as anna:
        anna.app.notify("Не ушло: hh.ru не отвечает. Ничего не потеряно.", title="Отказ", severity="error")
        anna.app.notify("Пора, снова в списке: Иванова Мария", markup=False)
        await anna.settle()
        assert _uncovered(anna)
        assert anna.sees("6 Отказать", "a ещё")
        for key in ("l", "h", "*", "U", "j", "j", "/", "escape"):
            await anna.press(key)
            assert _uncovered(anna), key
        await anna.resize(columns + 20, rows)
        assert _uncovered(anna)
        await anna.press("6", "escape")
        assert _uncovered(anna), "they are back where they were"


async def test_the_row_under_the_cursor_stays_in_sight() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.press(*("j",) * 8)
        anna.app.notify("Не ушло: hh.ru не отвечает. Ничего не потеряно.", title="Отказ", severity="error")
        await anna.settle()
        assert _has_its_row_in_sight(anna)
        for key in (*("k",) * 8, *("j",) * 20, "g g", "G"):
            await anna.press(*key.split())
            assert _has_its_row_in_sight(anna)
            assert anna.sees("Ничего не потеряно.", "6 Отказать")


@pytest.mark.parametrize(
    ("pane", "rows"), [(Pane.VACANCIES, 10), (Pane.COLLECTIONS, 16), (Pane.COLLECTIONS, 24)]
)
async def test_the_place_under_the_cursor_stays_in_sight(pane: Pane, rows: int) -> None:
    async with Recruiter(columns=80, rows=rows) as anna:
        await anna.press("h", *("h",) * (pane is Pane.VACANCIES))
        assert anna.at(pane)
        anna.app.notify("Не ушло: hh.ru не отвечает. Ничего не потеряно.", title="Отказ", severity="error")
        await anna.settle()
        for key in (*("j",) * 25, *("k",) * 25, "G", "g g"):
            await anna.press(*key.split())
            at = anna.app.screen.query_one(f"#{pane}", EntryList).cursor_region
            shown = [one.region for one in anna.app.screen.query(Toast)]
            assert shown
            assert not any(one.overlaps(at) for one in shown), key


def _has_its_row_in_sight(anna: Recruiter) -> bool:
    """Whether both lines under the cursor can be read to their end, which is where the list scrolls."""
    found = [line for line in anna.lines if line.startswith("│▌")]
    return len(found) == 2 and all(line[-2:] in {" │", "▐│"} and "▌" not in line[2:] for line in found)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 36), (160, 45)])
async def test_the_end_of_an_open_thread_stays_in_sight(columns: int, rows: int) -> None:
    async with Recruiter(columns=columns, rows=rows) as anna:
        anna.server.world.candidate_writes(anna.selected_id, "\n".join(f"Строка {n}." for n in range(60)))
        await anna.press("f5", "enter")
        anna.app.notify("Не ушло: hh.ru не отвечает. Ничего не потеряно.", title="Отказ", severity="error")
        anna.app.notify("Пора, снова в списке: Иванова Мария", markup=False)
        await anna.command("bottom")
        assert anna.sees("Строка 59.", "Строка 58.", "Пора, снова в списке")
        assert _uncovered(anna)
        await anna.command("reply")
        await anna.write("Добрый день")
        assert anna.sees("Добрый день", "Пора, снова в списке")
        await anna.press("escape", "escape", "escape")
        anna.app.notify("Ещё одна", markup=False)
        anna.app.notify("И ещё", markup=False)
        await anna.settle()
        assert _uncovered(anna)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 36)])
async def test_the_dialog_one_answers_stays_in_sight(columns: int, rows: int) -> None:
    async with Recruiter(columns=columns, rows=rows) as anna:
        anna.app.notify("Не ушло: hh.ru не отвечает. " * 3, title="Отказ", severity="error", markup=False)
        await anna.press("6")
        anna.app.notify("Не ушло: hh.ru не отвечает. " * 3, title="Письмо", severity="error", markup=False)
        await anna.settle()
        assert isinstance(anna.app.screen, ActionSheet)
        assert anna.sees("F2", "Esc", "Ctrl+T")
        frame = anna.app.screen.query_one("#sheet").region
        shown = list(anna.app.screen.query(Toast))
        assert len(shown) == 2
        assert all(not one.region.overlaps(frame) for one in shown)
        await anna.press("escape")
        assert anna.on_inbox, "one Escape closes what one looks at, whatever was told meanwhile"
        assert [one.title for one in anna.app._notifications] == ["Отказ", "Письмо"]
        await anna.press("r", "escape")
        assert anna.typed == [], "a letter is closed as a window is"
        await anna.press("escape")
        assert [one.title for one in anna.app._notifications] == ["Отказ"]


async def test_escape_is_not_for_a_notice_that_has_only_just_come() -> None:
    async with Recruiter() as anna:
        await anna.press("C")
        anna.app.notify("Первое", markup=False)
        await anna.settle()
        await anna.strike("escape", after=0.2)
        assert anna.toasts == ["Первое"]
        assert anna.on_inbox
        anna.app.notify("Первое", markup=False)
        await anna.settle()
        await anna.strike("escape", after=0.4)
        assert anna.toasts == []
