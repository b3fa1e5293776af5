"""The outbox: everything that is open, with what can be done about it, and what was done today."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hh_tui.inbox.decisions.batch import last_held, mates
from hh_tui.inbox.decisions.outbox import Finished, Outbox, Stage
from hh_tui.keys.registry import Scope
from hh_tui.outbox.service import OutboxService
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.page import Page
from hh_tui.ui.presenters.batch import deed, ended_lines
from hh_tui.ui.presenters.hints import page_footer
from hh_tui.ui.presenters.outbox import OutboxLine, everybody, lines, why_not
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.widgets.outbox_list import OutboxList
from hh_tui.ui.widgets.row_list import RowList


class OutboxScreen(Dialog[str | None]):
    """Returns the id of the write to be edited, or None.

    `drop`, `repeat` are told by the inbox screen, which shows what they change.
    """

    CSS_PATH = "outbox.tcss"
    AUTO_FOCUS = "#writes"

    def __init__(
        self,
        outbox: OutboxService,
        ctx: RenderContext,
        keys: Callable[[str], str],
        drop: Callable[[str], None],
        repeat: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._service = outbox
        self._lens = ctx
        self._keys = keys
        self._drop = drop
        self._repeat = repeat
        self._outbox = Outbox()
        self._now = 0.0

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return {
            "outbox-down": partial(self.move, 1),
            "outbox-up": partial(self.move, -1),
            "outbox-page-down": partial(self.page, 1),
            "outbox-page-up": partial(self.page, -1),
            "outbox-top": partial(self.jump, -1),
            "outbox-bottom": partial(self.jump, 1),
            "outbox-send": self.send_now,
            "outbox-send-all": self.send_all,
            "outbox-repeat": self.repeat,
            "outbox-open": self.open,
            "outbox-edit": self.edit,
            "outbox-drop": self.drop,
            "close-outbox": self.cancel,
        }

    @property
    def scopes(self) -> Sequence[Scope]:
        """The outbox' own keys, and those that take back what was decided last."""
        return (Scope.OUTBOX, Scope.TAKE_BACK)

    def compose(self) -> ComposeResult:
        """The writes above the letter of the one under the cursor."""
        with Vertical(id="outbox") as frame:
            frame.border_title = Content(self._lens.tr("outbox.title"))
            yield OutboxList(id="writes")
            yield Static(self._lens.tr("outbox.empty"), id="none", markup=False)
            with VerticalScroll(id="detail", can_focus=False):
                yield Static(id="letter", markup=False)
            yield Static(id="hints", classes="keys", markup=False)

    def _hints(self) -> str:
        """The keys that do something for the write under the cursor."""
        line = self.writes.selected
        last = ("undo",) if last_held(self._outbox, self._now, self._lens.now) else ()
        wanted = (*(line.commands if line is not None else ()), *last, "close-outbox")
        keys = {one: key for one in wanted if (key := self._keys(one))}
        return "  ".join(f"{key}\u00a0{self._lens.tr(self._hint(one, line))}" for one, key in keys.items())

    def _hint(self, command: str, line: OutboxLine | None) -> str:
        """The catalogue key for what it does: dropping is another thing at each stage."""
        if command == "outbox-drop" and line is not None and line.stage is not Stage.HELD:
            return f"hint.{command}.{line.stage}"
        return f"hint.{command}"

    @property
    def writes(self) -> OutboxList:
        """The list."""
        return self.query_one(OutboxList)

    def see(self, ctx: RenderContext, outbox: Outbox, now: float) -> None:
        """Other writes, or a second less."""
        self._lens, self._outbox, self._now = ctx, outbox, now
        if self.is_open:
            self._show()

    def on_mount(self) -> None:
        """There is a list to show them in."""
        self._show()

    def _show(self) -> None:
        self.writes.show(lines(self._lens, self._outbox, self._service.finished, self._now, self._keys))
        self.writes.display = bool(self.writes.rows)
        self.query_one("#none").display = not self.writes.rows
        self._show_letter()

    def _show_letter(self) -> None:
        line = self.writes.selected
        self.query_one("#letter", Static).update(line.detail if line else "")
        self.query_one("#detail").display = bool(line and line.detail)
        self.query_one("#hints", Static).update(self._hints())

    @on(RowList.Pointed, "#writes")
    @on(RowList.Chosen, "#writes")
    def pointed(self, message: RowList.RowMessage) -> None:
        """A click moves the cursor; on a heading, to what stands under it."""
        self.writes.point_at(message.index)
        self._show_letter()

    def move(self, delta: int) -> None:
        """A write up or down."""
        self.writes.point(delta)
        self._show_letter()

    def page(self, direction: int) -> None:
        """What stands in the window down or up."""
        self.move(direction * self.writes.page)

    def jump(self, direction: int) -> None:
        """The last write, or the first."""
        self.move(direction * len(self.writes.rows))

    def _at(self, command: str) -> str | None:
        """The write under the cursor, if the command does something for it."""
        line = self.writes.selected
        if line is not None and line.id and command in line.commands:
            return line.id
        self.notify(why_not(self._lens, line, command, self._keys), markup=False)
        return None

    def send_now(self) -> None:
        """End its wait."""
        if operation_id := self._at("outbox-send"):
            self._service.send_now(mates(self._outbox, operation_id))

    def send_all(self) -> None:
        """End every wait."""
        self._service.send_now()

    def repeat(self) -> None:
        """Hold it once more."""
        if operation_id := self._at("outbox-repeat"):
            self._repeat(operation_id)

    def open(self) -> None:
        """Everybody it is about, and the letter."""
        line = self.writes.selected
        if line is None or not line.id:
            return
        ids = mates(self._outbox, line.id)
        entries = [one for one in self._outbox.entries if one.operation.id in ids]
        operations = [one.operation for one in entries]
        if not operations:
            alike = (one for one in ended_lines(self._service.finished) if line.id in _ids(one))
            operations = [one.operation for one in next(alike, ())]
        errors = {one.operation.id: one.error for one in entries}
        text = everybody(self._lens, operations, errors)
        title = deed(self._lens, operations[0], len(operations))
        self.app.push_screen(Page(title, page_footer(self._lens.tr), text))

    def edit(self) -> None:
        """Take it back and change its text."""
        if operation_id := self._at("outbox-edit"):
            self.answer(operation_id)

    def drop(self) -> None:
        """Give it up."""
        if operation_id := self._at("outbox-drop"):
            self._drop(operation_id)

    def cancel(self) -> None:
        """Close."""
        self.answer(None)


def _ids(finished: Sequence[Finished]) -> set[str]:
    return {one.operation.id for one in finished}
