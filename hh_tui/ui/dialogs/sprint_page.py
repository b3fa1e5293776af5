"""A sprint, one candidate a page: everything the list tells of them, and what can be decided."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from hh_tui.keys.registry import SHORTCUT_LETTERS, Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.presenters.candidate import SEPARATOR
from hh_tui.ui.presenters.sprint import SprintPageView
from hh_tui.ui.widgets.action_bar import ActionBar
from hh_tui.ui.widgets.action_names import ActionNames
from hh_tui.ui.widgets.edge_line import EdgeLine
from hh_tui.ui.widgets.static_text import StaticText, set_border_subtitle, set_border_title
from hh_tui.ui.widgets.text_view import TextView

WIDE = 100
"""Cells from which the facts stand beside the past."""

HIGH = 30
"""Lines from which each fact has its own; below they follow each other."""

NAMES = 3
"""Lines for the names of the actions: there is more room than below a list."""

DIGITS = range(1, 10)


def decide_keys(act: Callable[[int], object], letter: Callable[[str], object]) -> Mapping[str, Handler]:
    """The commands of `Scope.DECIDE`: the nine digits, and the letters of actions."""
    digits = {f"action-{digit}": partial(act, digit) for digit in DIGITS}
    return {**digits, **{f"shortcut-{one}": partial(letter, one) for one in SHORTCUT_LETTERS}}


class SprintPageKeys(Struct, frozen=True):
    """What the keys of a page do, but for scrolling."""

    act: Callable[[int], object]
    """The action with this digit."""
    letter: Callable[[str], object]
    """The action of this letter."""
    choose: Handler
    """One of all actions."""
    edit: Handler
    """The form of what was chosen, for this candidate alone."""
    skip: Handler
    back: Handler
    undo: Handler
    close: Handler
    """To the sheet of all choices."""


class SprintPage(Dialog[None]):
    """Shows what it is given; nothing is read for it, and nothing is sent."""

    CSS_PATH = "sprint_page.tcss"
    AUTO_FOCUS = "#sprint-facts"

    def __init__(self, keys: SprintPageKeys, view: SprintPageView) -> None:
        super().__init__()
        self._keys = keys
        self._view = view
        self._said = ""

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        keys = self._keys
        return {
            **decide_keys(keys.act, keys.letter),
            "sprint-skip": keys.skip,
            "sprint-back": keys.back,
            "sprint-undo": keys.undo,
            "sprint-actions": keys.choose,
            "sprint-edit": keys.edit,
            "sprint-close": keys.close,
            "sprint-scroll-down": partial(self.scroll, 1),
            "sprint-scroll-up": partial(self.scroll, -1),
            "sprint-leaf-down": partial(self.leaf, 1),
            "sprint-leaf-up": partial(self.leaf, -1),
        }

    @property
    def scopes(self) -> Sequence[Scope]:
        """The keys of a page, and those that decide."""
        return (Scope.SPRINT, Scope.DECIDE)

    def compose(self) -> ComposeResult:
        """Who it is, what is known, what was chosen, what can be done."""
        with Vertical(id="sprint"):
            yield StaticText(id="sprint-head")
            with Horizontal(id="sprint-columns"):
                yield TextView(id="sprint-facts")
                yield TextView(id="sprint-past")
            yield StaticText(id="sprint-chosen")
            yield ActionNames(id="sprint-actions", lines=NAMES)
        yield EdgeLine(id="sprint-line", left_first=True)

    def on_mount(self) -> None:
        """There is something to show it in."""
        super().on_mount()
        self._show()

    def on_resize(self) -> None:
        """Another width may have room for another column."""
        self._show()

    def see(self, view: SprintPageView) -> None:
        """Another candidate, or something else chosen."""
        other = view.head.plain != self._view.head.plain
        self._view = view
        if self.is_open:
            self._show()
            if other:
                for text in self.query(TextView):
                    text.scroll_to(y=0, animate=False, immediate=True)

    def say(self, said: str) -> None:
        """Tell in the last line what the last key did."""
        self._said = said
        if self.is_open:
            self._show_line()

    def _show(self) -> None:
        view, frame = self._view, self.query_one("#sprint")
        set_border_title(frame, Content(view.title))
        set_border_subtitle(frame, Content(view.progress))
        wide = self.size.width >= WIDE and bool(view.past)
        facts, past = self.query_one("#sprint-facts", TextView), self.query_one("#sprint-past", TextView)
        brief = Content("\n" if self.size.height >= HIGH else SEPARATOR).join(view.brief)
        parts = (brief, view.known) if wide else (brief, view.past, view.known)
        past.display = wide
        facts.show(Content("\n\n").join(part for part in parts if part))
        past.show(view.past)
        self.query_one("#sprint-head", StaticText).text = view.head
        self.query_one("#sprint-chosen", StaticText).text = view.chosen
        names = self.query_one(ActionNames)
        names.choices, names.more = view.choices, view.more
        self._show_line()

    def _show_line(self) -> None:
        line = self.query_one(EdgeLine)
        line.left = Content(self._said)
        line.right = Content.styled(self._view.hints, "$text-muted")

    def scroll(self, lines: int) -> None:
        """Lines down, or up where they are less than nothing."""
        for text in self.query(TextView):
            text.scroll_relative(y=lines, animate=False, immediate=True)

    def leaf(self, direction: int) -> None:
        """A page down or up."""
        height = self.query_one("#sprint-facts").size.height
        self.scroll(direction * max(1, height - 1))

    @on(ActionBar.Pressed)
    def pressed(self, message: ActionBar.Pressed) -> None:
        """A click on the name of an action."""
        if message.digit is None:
            self._keys.choose()
        else:
            self._keys.act(message.digit)
