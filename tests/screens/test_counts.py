"""Speed, guarded by counts: what a key costs does not depend on how many rows there are."""

import weakref
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from textual._styles_cache import StylesCache
from textual.app import App
from textual.content import Content
from textual.css.styles import RenderStyles
from textual.geometry import Region
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.inbox.snapshot.rows import Row, Rows
from hh_tui.outbox.journal_writer import JournalWriter
from hh_tui.startup.gc_schedule import QUIET, scheduled_gc
from hh_tui.ui import textual_private
from hh_tui.ui.painting import InboxPainter
from hh_tui.ui.presenters import title
from hh_tui.ui.presenters.messages import MessageLine
from hh_tui.ui.state_store import State
from hh_tui.ui.widgets import line_view
from hh_tui.ui.widgets.action_bar import ActionBar
from hh_tui.ui.widgets.action_names import ActionNames
from hh_tui.ui.widgets.edge_line import EdgeLine
from hh_tui.ui.widgets.line_view import LineView
from hh_tui.ui.widgets.negotiation_list import NegotiationList
from hh_tui.ui.widgets.thread_view import ThreadView
from tests.factory import HERE, negotiation, page
from tests.recruiter import WatchedRecruiter


class Counted(tuple[Row, ...]):
    """Rows that tell when somebody goes through all of them."""

    walks = 0
    looks = 0

    def __iter__(self) -> Iterator[Row]:
        type(self).walks += 1
        return super().__iter__()

    def __getitem__(self, index: Any) -> Any:
        type(self).looks += 1
        return super().__getitem__(index)

    def __eq__(self, other: object) -> bool:
        if self is not other:
            type(self).walks += 1
        return super().__eq__(other)

    def __hash__(self) -> int:
        type(self).walks += 1
        return super().__hash__()


def _listing(count: int) -> tuple[Listing, type[Counted]]:
    class Here(Counted):
        pass

    rows = Here(
        Row(number, negotiation(f"c{number}", resume={"last_name": f"Фамилия{number}"}, actions=[
            {"id": "later", "name": "Later", "method": "PUT", "url": f"/negotiations/later/c{number}",
             "resulting_employer_state": {"id": "later", "name": "Later"}}]))
        for number in range(count)
    )  # fmt: skip
    return Listing(HERE, Rows(rows), 0, count, True), Here


async def _costs(count: int) -> tuple[int, int, int, int]:
    """Painted lines of the list, row look-ups, walks over all rows, and requests for twenty keys."""
    async with WatchedRecruiter(rows=45) as anna:
        listing, rows = _listing(count)
        from hh_tui.system.structs import replace

        anna.control.show(replace(anna.state.snapshot, listing=listing))
        await anna.settle()
        await anna.press("j")
        painter = anna.state.negotiations
        painter.painted_lines, rows.walks, rows.looks = 0, 0, 0
        requests = len(anna.server.received)
        for key in ("j",) * 16 + ("k",) * 4:
            await anna.press(key)
        return painter.painted_lines, rows.looks, rows.walks, len(anna.server.received) - requests


async def test_twenty_thousand_rows_cost_what_a_hundred_cost() -> None:
    few, many = await _costs(100), await _costs(20_000)
    assert many == few


async def test_a_key_paints_at_most_the_rows_in_sight() -> None:
    painted, _, walks, requests = await _costs(20_000)
    assert painted <= 20 * 42
    assert walks == 0
    assert requests == 0


def _count_lines(monkeypatch: pytest.MonkeyPatch, painted: list[str]) -> None:
    """The widgets whose lines are painted, one for each line."""
    paint_line = StylesCache.render_line

    def counted(cache: StylesCache, styles: RenderStyles, *more: Any) -> Strip:
        painted.append((styles.node and styles.node.id) or "")
        return paint_line(cache, styles, *more)

    def counted_at_once(view: ScrollView, lines: range, paint: Callable[[int], Strip]) -> None:
        def line_of(y: int) -> Strip:
            painted.append(view.id or "")
            return paint(y)

        textual_private.paint_content(view, lines, line_of)

    monkeypatch.setattr(StylesCache, "render_line", counted)
    monkeypatch.setattr(line_view, "paint_content", counted_at_once)


async def test_a_key_paints_two_rows_and_what_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    async with WatchedRecruiter(size="M") as anna:
        await anna.press("j")
        painted: list[str] = []
        _count_lines(monkeypatch, painted)
        await anna.press("j")
        assert painted.count("negotiations") == 2 * NegotiationList.HEIGHT
        assert painted.count("candidate") == 1, "its title"
        assert len(painted) <= anna.app.size.height


async def test_a_key_asks_nobody_for_lines_that_nobody_sees(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, int] = {}
    lines_of = StylesCache.render_widget

    def counted(cache: StylesCache, widget: Widget, crop: Region) -> list[Strip]:
        asked[widget.id or type(widget).__name__] = crop.height
        return lines_of(cache, widget, crop)

    async with WatchedRecruiter(size="M") as anna:
        await anna.press("j")
        monkeypatch.setattr(StylesCache, "render_widget", counted)
        await anna.press("j")
    assert asked["negotiations"] == 2 * NegotiationList.HEIGHT
    assert not {"_default", "panes"} & asked.keys()
    assert sum(asked.values()) <= anna.app.size.height * 3 // 2


async def test_how_a_row_looks_is_asked_once_for_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Row] = []
    row_key = NegotiationList.row_key

    def counted(self: NegotiationList, row: Row) -> Any:
        asked.append(row)
        return row_key(self, row)

    async with WatchedRecruiter(size="M", columns=140, rows=40) as anna:
        rows = anna.state.negotiations
        monkeypatch.setattr(NegotiationList, "row_key", counted)
        rows.refresh()
        await anna.settle()
        partly, across_the_bar = 1, 2
        assert len(asked) >= rows.page
        assert len(asked) <= rows.page + partly + across_the_bar


async def test_between_two_seconds_only_the_countdown_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async with WatchedRecruiter(size="M", columns=140, rows=40) as anna:
        await anna.press("3")
        assert "через 5 с" in anna.status
        told: list[object] = []
        standing = title.standing

        def counted(*more: Any, **others: Any) -> Any:
            told.append(more)
            return standing(*more, **others)

        monkeypatch.setattr(title, "standing", counted)
        for _ in range(3):
            await anna.wait(0.25)
        assert not told
        await anna.wait(0.25)
        assert len(told) == 1
        assert "через 4 с" in anna.status


async def test_a_scroll_paints_what_comes_into_view(monkeypatch: pytest.MonkeyPatch) -> None:
    async with WatchedRecruiter(rows=30) as anna:
        from hh_tui.system.structs import replace

        anna.control.show(replace(anna.state.snapshot, listing=_listing(100)[0]))
        await anna.settle()
        await anna.press("pagedown", "pagedown", "j")
        painted: list[str] = []
        _count_lines(monkeypatch, painted)
        for key in ("j", "j", "j"):
            painted.clear()
            before = anna.state.negotiations.scroll_offset.y
            await anna.press(key)
            assert anna.state.negotiations.scroll_offset.y == before + NegotiationList.HEIGHT
            rows, beside_the_bar = 2, 3
            assert painted.count("negotiations") <= (rows + beside_the_bar) * NegotiationList.HEIGHT


async def test_what_a_scroll_keeps_is_what_it_would_paint() -> None:
    async with WatchedRecruiter(size="M", rows=30) as anna:
        await anna.press("pagedown", "enter")
        for key in (
            "j",
            "pagedown",
            "j",
            "j",
            "k",
            "ctrl+u",
            "x",
            "j",
            "G",
            "k",
            "tab",
            "down",
            "down",
            "up",
        ):
            await anna.press(key)
            kept = anna.lines
            for view in anna.app.screen.query(LineView):
                view.refresh()
            assert anna.lines == kept, key


@pytest.mark.parametrize("size", ["M", "XL"])
async def test_first_screen_takes_same_requests_however_long_list(size: str) -> None:
    async with WatchedRecruiter(size=size) as anna:
        assert len(anna.reads("/negotiations/")) == 1
        assert len([path for path in anna.reads() if path == "/negotiations"]) == 1


async def test_a_list_takes_one_request_a_page_seen() -> None:
    async with WatchedRecruiter(size="M") as anna:
        for _ in range(10):
            await anna.press("pagedown")
        seen = anna.state.listing.cursor
        assert len(anna.reads("/negotiations/response")) <= seen // 50 + 2


async def test_holding_a_key_does_not_ask_for_the_same_page_twice() -> None:
    async with WatchedRecruiter(size="M") as anna:
        for _ in range(60):
            await anna.pilot.press("j")
        await anna.settle()
        pages = [dict(one.query)["page"] for one in anna.server.received if one.path.endswith("/response")]
        assert len(pages) == len(set(pages))


async def test_marking_and_moving_among_marks_walks_over_nothing() -> None:
    async def costs(count: int) -> tuple[int, int]:
        async with WatchedRecruiter() as anna:
            from hh_tui.system.structs import replace

            listing, rows = _listing(count)
            anna.control.show(replace(anna.state.snapshot, listing=listing))
            await anna.settle()
            await anna.press("x")
            rows.walks, rows.looks = 0, 0
            for key in ("x", "x", "j", "j", "k", "V", "j", "j", "k"):
                await anna.pilot.press(key)
            await anna.pilot.pause()
            return rows.walks, rows.looks

    (few_walks, few), (many_walks, many) = await costs(100), await costs(20_000)
    assert many_walks == few_walks
    assert many < 2 * few, "a row is found by halving"
    assert many_walks == 0


async def test_a_key_sends_hardly_any_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each wakes a task: that a widget is to be painted is told to its screen without one."""
    sent: list[str] = []
    dispatch = MessagePump._dispatch_message

    async def counted(pump: MessagePump, message: Message) -> None:
        sent.append(type(message).__name__)
        await dispatch(pump, message)

    async with WatchedRecruiter(size="M", columns=140, rows=40) as anna:
        await anna.press(*"j" * 25)
        monkeypatch.setattr(MessagePump, "_dispatch_message", counted)
        for _ in range(3):
            sent.clear()
            await anna.press("j")
            assert sorted(sent) == ["Key", "Prompt", "Scrolled"]


async def test_a_step_goes_through_nothing_but_the_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    gone_through: list[str] = []
    list_of, words_of = InboxPainter.list, NegotiationList.paint

    def counted_list(painter: InboxPainter, state: State) -> None:
        gone_through.append("list")
        list_of(painter, state)

    def counted_words(rows: NegotiationList, row: Row, width: int) -> Sequence[Content]:
        gone_through.append("words")
        return words_of(rows, row, width)

    async with WatchedRecruiter(size="M", columns=140, rows=40) as anna:
        await anna.press("j", "j")
        monkeypatch.setattr(InboxPainter, "list", counted_list)
        monkeypatch.setattr(NegotiationList, "paint", counted_words)
        await anna.press("j", "k", "k")
        assert not gone_through
        await anna.press("x")
        assert "list" in gone_through


def _count_layouts(monkeypatch: pytest.MonkeyPatch, layouts: list[object]) -> None:
    lay_out = Screen._refresh_layout

    def counted(*more: Any, **others: Any) -> None:
        layouts.append(more)
        lay_out(*more, **others)

    monkeypatch.setattr(Screen, "_refresh_layout", counted)


async def test_what_one_does_most_lays_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    layouts: list[object] = []
    async with WatchedRecruiter(size="M", columns=140, rows=40) as anna:
        await anna.press("j", "j")
        _count_layouts(monkeypatch, layouts)
        for key in ("j", "k", "3", "3", "j"):
            await anna.press(key)
            assert not layouts, key
        await anna.press("enter", "J", "J")
        layouts.clear()
        for key in ("K", "K", "J"):
            await anna.press(key)
            assert not layouts, key


async def test_a_longer_sentence_below_a_card_lays_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    layouts: list[object] = []
    async with WatchedRecruiter(size="M", columns=140, rows=40) as anna:
        _count_layouts(monkeypatch, layouts)
        found = []
        for _ in range(20):
            layouts.clear()
            await anna.press("j")
            if layouts:
                found.append(len(layouts))
        assert found == [1, 1], "somebody whose resume cannot be seen, and the next one"


async def test_a_decision_is_written_down_while_it_is_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits is told of once it is on the disk: it is not to wait for the screen before that."""
    order: list[str] = []
    flush, standing = JournalWriter.flush, title.standing

    def written(writer: JournalWriter) -> None:
        order.append("written")
        flush(writer)

    def painted(*more: Any, **others: Any) -> Any:
        order.append("painted")
        return standing(*more, **others)

    async with WatchedRecruiter(size="M", columns=140, rows=40) as anna:
        monkeypatch.setattr(JournalWriter, "flush", written)
        monkeypatch.setattr(title, "standing", painted)
        await anna.press("3")
        assert "через 5 с" in anna.status
        assert order[:2] == ["written", "painted"]


async def test_a_letter_in_the_composer_lays_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    layouts: list[object] = []
    async with WatchedRecruiter() as anna:
        while not anna.state.composing:
            await anna.command("down", "reply")
        await anna.write("Д")
        _count_layouts(monkeypatch, layouts)
        await anna.write("обрый день")
        assert anna.sees("Добрый день")
        assert not layouts


async def test_a_letter_in_a_line_lays_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    layouts: list[object] = []
    async with WatchedRecruiter() as anna:
        await anna.command("filters")
        await anna.press("2")
        _count_layouts(monkeypatch, layouts)
        await anna.press("5")
        assert anna.sees("25")
        assert not layouts


async def test_a_letter_and_all_that_follows_from_it_are_one_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    async with WatchedRecruiter() as anna:
        while not anna.state.composing:
            await anna.command("down", "reply")
        anna.state.candidate.composer.cursor_blink = False
        await anna.settle()
        frames: list[object] = []
        show = App._display

        def counted(app: Any, *more: Any) -> None:
            frames.append(more)
            show(app, *more)

        monkeypatch.setattr(App, "_display", counted)
        await anna.write("Д")
        assert anna.sees("Д", "✎"), "the letter, and the mark of a letter begun in the row"
        assert len(frames) == 1
        await anna.write("о")
        assert len(frames) == 2


async def test_the_first_line_is_painted_when_it_says_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[str] = []
    paint = EdgeLine.render

    def counted(line: EdgeLine) -> Content:
        painted.append(line.id or "")
        return paint(line)

    async with WatchedRecruiter(columns=140, rows=40) as anna:
        anna.control.count()
        await anna.settle()
        assert "вежливость 48" in anna.title, "with its figures"
        monkeypatch.setattr(EdgeLine, "render", counted)
        await anna.press("j", "k", "slash", "и", "escape")
        while not anna.state.composing:
            await anna.command("down", "reply")
        await anna.write("Добрый день")
        assert "title" not in painted
        anna.control.disconnect()
        await anna.settle()
        assert "title" in painted


@pytest.mark.parametrize(("columns", "bar"), [(160, ActionBar), (80, ActionNames)])
async def test_the_same_actions_are_not_painted_again(
    monkeypatch: pytest.MonkeyPatch, columns: int, bar: type[ActionBar | ActionNames]
) -> None:
    painted: list[bool] = []
    paint = bar.render

    def counted(widget: ActionBar | ActionNames) -> Content:
        painted.append(True)
        return paint(widget)  # type: ignore[arg-type]

    async with WatchedRecruiter(columns=columns) as anna:
        monkeypatch.setattr(bar, "render", counted)
        changes = 0
        for _ in range(96):
            names = [one.name for one in anna.row.negotiation.actions]
            await anna.press("j")
            changes += names != [one.name for one in anna.row.negotiation.actions]
        assert changes < 12
        assert len(painted) <= changes
        await anna.press("x", "j", "x")
        assert len(painted) > changes, "how many can be invited is told"


async def test_the_focus_paints_neither_rows_nor_letters_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[object] = []
    letters: list[object] = []
    async with WatchedRecruiter(columns=140, rows=40) as anna:
        await anna.press("enter")
        paint_row, paint_letter = NegotiationList.paint, ThreadView._paint

        def counted_row(self: NegotiationList, row: Row, width: int) -> Any:
            rows.append(row)
            return paint_row(self, row, width)

        def counted_letter(self: ThreadView, line: MessageLine, width: int) -> Any:
            letters.append(line)
            return paint_letter(self, line, width)

        monkeypatch.setattr(NegotiationList, "paint", counted_row)
        monkeypatch.setattr(ThreadView, "_paint", counted_letter)
        await anna.press("escape", "enter", "escape")
        assert len(rows) <= 2, "the row under the cursor, with the focus and without"
        assert not letters
        await anna.press("j", "enter")
        assert letters, "those of the next one"


async def test_a_day_of_pickers_leaves_few_of_them_in_memory() -> None:
    with scheduled_gc() as collector:
        async with WatchedRecruiter() as anna:
            collector.begin()
            open_ones: list[weakref.ref[Screen[Any]]] = []
            for _ in range(48):
                await anna.press("c")
                open_ones.append(weakref.ref(anna.app.screen))
                collector.on_idle(50, QUIET)
                await anna.press("escape")
                collector.on_idle(50, QUIET)
            left = sum(one() is not None for one in open_ones)
            assert left <= 24, "what it takes until garbage is looked for is a dozen or two"


async def test_only_who_comes_into_view_is_unpacked() -> None:
    async with WatchedRecruiter() as anna:
        listing = Listing(HERE)
        for number in range(40):
            ids = [f"c{number * 50 + place}" for place in range(50)]
            listing = listing.with_page(page(ids, number, found=2_000), ())
        from hh_tui.system.structs import replace

        anna.control.show(replace(anna.state.snapshot, listing=listing))
        await anna.settle()
        press = listing.packer
        assert press is not None
        await anna.press("G")
        leaf, opened = anna.state.negotiations.page, press.opened
        assert opened <= 3 * leaf
        for key in ("k",) * 10:
            await anna.pilot.press(key)
        await anna.settle()
        assert press.opened == opened, "they were in view already"
        await anna.press("ctrl+u")
        assert press.opened <= opened + 2 * leaf
        opened = press.opened
        await anna.press("slash", *"кто", "escape", "asterisk")
        await anna.press("]", "[")
        assert len(anna.marked) == 2_000
        assert press.opened <= opened + 3 * leaf, "nobody out of view"
