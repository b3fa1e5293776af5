"""The candidate: card, thread, actions and the place to write."""

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import ContentSwitcher, Static, TextArea

from hh_tui.api.models import Negotiation
from hh_tui.inbox.offer import buttons, menu
from hh_tui.inbox.thread import Echo, Thread
from hh_tui.view import card, errors
from hh_tui.view.lens import Lens
from hh_tui.view.messages import column
from hh_tui.widgets.action_bar import ActionBar
from hh_tui.widgets.thread_view import ThreadView


class CandidatePane(Vertical):
    """One candidate. Without a thread the card is shown, which costs no request.

    `open_hint` and `write_hint` say which keys open the thread and the composer.
    """

    DEFAULT_CSS = """
    CandidatePane {
        & #summary { height: auto; padding: 0 1; }
        & #body { height: 1fr; }
        & #preview { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
        & #composer { height: auto; min-height: 5; max-height: 40%; border: round $primary; display: none; }
        & #writing { height: 1; padding: 0 1; color: $text-muted; }
        &.-composing #composer { display: block; }
        &.-composing #writing, &.-composing ActionBar { display: none; }
    }
    """

    lens: var[Lens | None] = var(None)
    negotiation: var[Negotiation | None] = var(None)
    thread: var[Thread | None] = var(None)
    echoes: var[tuple[Echo, ...]] = var(tuple)
    opened_at: var[datetime | None] = var(None)
    terse: var[bool] = var(False)
    composing: var[bool] = var(False, toggle_class="-composing")

    def __init__(self, open_hint: str, write_hint: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._hints = (open_hint, write_hint)
        self._shown_thread: str | None = None

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Static(id="summary", markup=False)
        with ContentSwitcher(initial="preview", id="body"):
            with VerticalScroll(id="preview"):
                yield Static(id="card", markup=False)
            yield ThreadView(id="thread")
        yield ActionBar(id="actions")
        yield Static(id="writing", markup=False)
        yield TextArea(id="composer", tab_behavior="focus", highlight_cursor_line=False)

    @property
    def composer(self) -> TextArea:
        """Where letters are written."""
        return self.query_one("#composer", TextArea)

    @property
    def scrollable(self) -> VerticalScroll:
        """What the arrow keys scroll: the thread once it is read, else the card."""
        if self.thread is not None:
            return self.query_one(ThreadView)
        return self.query_one("#preview", VerticalScroll)

    def watch_terse(self) -> None:
        """There is more or less room."""
        self.query_one(ActionBar).terse = self.terse

    def watch_negotiation(self, before: Negotiation | None, now: Negotiation | None) -> None:
        """Another candidate, or a newer state of this one."""
        self._draw()
        if self.is_mounted and (before is None or now is None or before.id != now.id):
            self.query_one("#preview", VerticalScroll).scroll_home(animate=False)

    def watch_lens(self) -> None:
        """Another language or a later moment."""
        self._draw()

    def watch_opened_at(self) -> None:
        """He was opened here."""
        self._draw()

    def watch_thread(self) -> None:
        """The thread came, or changed."""
        self._draw_thread()

    def watch_echoes(self) -> None:
        """A letter is on its way, or not any more."""
        self._draw_thread()

    def _draw(self) -> None:
        lens, negotiation = self.lens, self.negotiation
        if lens is None or not self.is_mounted:
            return
        actions = self.query_one(ActionBar)
        if negotiation is None:
            self.border_title = ""
            self.query_one("#summary", Static).update("")
            self.query_one("#card", Static).update(Content.styled(lens.tr("card.nobody"), "$text-muted"))
            self.query_one("#writing", Static).update("")
            actions.choices, actions.more = (), ""
            return
        self.border_title = Content(card.title(lens, negotiation))
        self.query_one("#summary", Static).update(card.summary(lens, negotiation))
        hint = Content.styled("\n\n" + self._hints[0], "$text-muted")
        self.query_one("#card", Static).update(card.card(lens, negotiation, self.opened_at) + hint)
        choices = buttons(negotiation)
        actions.choices = choices
        more = len(menu(negotiation)) - len(choices)
        actions.more = lens.tr("actions.more", n=more) if more else ""
        self._draw_writing(lens, negotiation)

    def _draw_writing(self, lens: Lens, negotiation: Negotiation) -> None:
        if negotiation.can_write:
            line = self._hints[1]
        else:
            line = errors.locked(lens.tr, negotiation.messaging_status)
        if not negotiation.actions:
            line = f"{lens.tr('actions.none')} {line}"
        self.query_one("#writing", Static).update(line)

    def _draw_thread(self) -> None:
        lens, negotiation, thread = self.lens, self.negotiation, self.thread
        if lens is None or not self.is_mounted:
            return
        switcher = self.query_one("#body", ContentSwitcher)
        if negotiation is None or thread is None:
            switcher.current = "preview"
            self._shown_thread = None
            return
        view = self.query_one(ThreadView)
        view.loading = thread.loading and not thread.messages
        first_name = (negotiation.resume.first_name or "") if negotiation.resume else ""
        lines = column(lens, thread, self.echoes, first_name)
        view.show(lines, lens.tr("thread.earlier"), anew=self._shown_thread != negotiation.id)
        self._shown_thread = negotiation.id if thread.messages else None
        switcher.current = "thread"
