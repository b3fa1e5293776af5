"""The candidate: card, thread, actions and the place to write."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from hh_tui.api.models import Negotiation, Vacancy
from hh_tui.inbox.decisions.action_menu import ActionChoice, buttons, menu
from hh_tui.inbox.decisions.action_shortcuts import ActionShortcuts
from hh_tui.inbox.letters.file_attempt import FileAttempt
from hh_tui.inbox.letters.keywords import Keywords
from hh_tui.inbox.snapshot.dossier import Dossier, Tab, has
from hh_tui.inbox.snapshot.thread import Echo, Thread, lock_of
from hh_tui.system.structs import replace
from hh_tui.ui.presenters import actions, card, errors
from hh_tui.ui.presenters.keywords import highlighted
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.tabs import labels
from hh_tui.ui.textual_private import paint_with_frame
from hh_tui.ui.widgets.action_bar import ActionBar
from hh_tui.ui.widgets.static_text import FittedText, StaticText, set_border_title
from hh_tui.ui.widgets.steady_switcher import SteadySwitcher
from hh_tui.ui.widgets.tab_line import TabLine
from hh_tui.ui.widgets.text_view import TextView
from hh_tui.ui.widgets.thread_view import PORTION, ThreadView

if TYPE_CHECKING:
    from hh_tui.ui.widgets.text_editor import TextEditor


class CandidatePane(Vertical):
    """One candidate. Where a tab was not read yet the card is shown, which costs no request.

    `open_hint` says which key opens the thread; `keys` names that of a command.
    Each tab keeps its place for each candidate.
    """

    DEFAULT_CSS = """
    CandidatePane {
        & #summary { height: 2; padding: 0 1; text-overflow: ellipsis; }
        &.-terse #summary { height: 1; text-wrap: nowrap; }
        & #body { height: 1fr; }
        & #composer { height: auto; min-height: 5; max-height: 40%; border: round $primary; display: none; }
        & #writing { height: 1; padding: 0 1; color: $text-muted; }
        & #beware { height: auto; max-height: 3; padding: 0 1; color: $text-warning; display: none; }
        &.-composing #composer { display: block; }
        &.-composing.-beware #beware { display: block; }
        &.-composing #writing, &.-composing ActionBar { display: none; }
    }
    """

    render_context: var[RenderContext | None] = var(None)
    negotiation: var[Negotiation | None] = var(None)
    thread: var[Thread | None] = var(None)
    echoes: var[tuple[Echo, ...]] = var(tuple)
    tab: var[Tab] = var(Tab.MESSAGES)
    dossier: var[Dossier] = var(Dossier)
    vacancy: var[Vacancy | None] = var(None)
    keywords: var[Keywords] = var(Keywords)
    opened_at: var[datetime | None] = var(None)
    together: var[tuple[ActionChoice, ...]] = var(tuple)
    """What can be done with all marked candidates; nobody is marked where it is empty."""
    shortcuts: var[ActionShortcuts] = var(ActionShortcuts)
    """Letters that stand for actions."""
    unsure_files: var[tuple[FileAttempt, ...]] = var(tuple)
    """Files that went into the chat without an answer."""
    silenced_at: var[datetime | None] = var(None)
    """When the candidate was forbidden to write into their chat."""
    terse: var[bool] = var(False, toggle_class="-terse")
    composing: var[bool] = var(False, toggle_class="-composing")

    def __init__(self, open_hint: str, keys: Callable[[str], str], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._open_hint = open_hint
        self._keys = keys
        self._warning = ""
        self._composer: TextEditor | None = None
        self.edited: Callable[[], None] | None = None
        """Called after every change of a letter, before it is painted."""
        self._newest = PORTION
        self._shown_thread: str | None = None
        self._shown_page: tuple[str, Tab] | None = None
        self._places: dict[tuple[str, Tab], float] = {}

    check_idle = paint_with_frame

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield StaticText(id="summary")
        yield TabLine(id="tabs")
        with SteadySwitcher(initial="preview", id="body"):
            yield TextView(id="preview")
            yield ThreadView(id="thread")
            yield TextView(id="page")
        yield ActionBar(id="actions")
        yield FittedText(id="writing")
        yield Static(id="beware", markup=False)

    def set_warning(self, warning: str) -> None:
        """Say above the composer what the letter would tell beside its words; nothing when empty."""
        if warning != self._warning:
            self._warning = warning
            self.query_one("#beware", Static).update(warning)
            self.set_class(bool(warning), "-beware")

    @property
    def composer(self) -> "TextEditor":
        """Where letters are written; mounted for the first one: a start is spared its many styles."""
        if self._composer is None:
            from hh_tui.ui.widgets.text_editor import TextEditor

            self._composer = TextEditor(id="composer", tab_behavior="focus", highlight_cursor_line=False)
            self._composer.edited = self.edited
            self.mount(self._composer)
        return self._composer

    def is_written_in(self, widget: Widget | None) -> bool:
        """Whether this is where letters are written."""
        return widget is not None and widget is self._composer

    @property
    def scrollable(self) -> TextView:
        """What the arrow keys scroll: the tab once it is read, else the card."""
        return self.query_one(f"#{self._shown()}", TextView)

    def _shown(self) -> str:
        """Which of the three bodies it is."""
        negotiation = self.negotiation
        if negotiation is None:
            return "preview"
        if self.tab is Tab.MESSAGES:
            return "preview" if self.thread is None else "thread"
        asked = self.dossier[self.tab].asked or not has(negotiation, self.tab)
        return "page" if asked else "preview"

    def watch_terse(self) -> None:
        """There is more or less room."""
        self.query_one(ActionBar).terse = self.terse

    def watch_negotiation(self, before: Negotiation | None, now: Negotiation | None) -> None:
        """Another candidate, or a newer state of this one."""
        self._draw()
        if self.is_mounted and (before is None or now is None or before.id != now.id):
            self.query_one("#preview", TextView).scroll_home(animate=False, immediate=True)

    def watch_shortcuts(self) -> None:
        """Other letters on the buttons."""
        self._draw()

    def watch_render_context(self) -> None:
        """Another language or a later moment."""
        self._draw()

    def watch_together(self) -> None:
        """Somebody was marked, or is not any more."""
        self._draw()

    def watch_opened_at(self) -> None:
        """They were opened here."""
        self._draw()

    def watch_thread(self) -> None:
        """The thread came, or changed."""
        self._draw_thread()

    def watch_echoes(self) -> None:
        """A letter is on its way, or not any more."""
        self._draw_thread()

    def watch_unsure_files(self) -> None:
        """A file is in doubt, or not any more."""
        self._draw_thread()

    def watch_silenced_at(self) -> None:
        """They may write, or may not any more."""
        self._draw_thread()

    def watch_tab(self) -> None:
        """Another tab."""
        self._draw_page()

    def watch_dossier(self) -> None:
        """A tab came, or changed."""
        self._draw_page()

    def watch_vacancy(self) -> None:
        """Another vacancy offers another pay."""
        self._draw()

    def watch_keywords(self) -> None:
        """Other words are looked for."""
        self._draw()
        self._draw_thread()

    def _draw(self) -> None:
        ctx, negotiation = self.render_context, self.negotiation
        if ctx is None or not self.is_mounted:
            return
        bar = self.query_one(ActionBar)
        self._draw_page()
        if negotiation is None:
            set_border_title(self, Content(""))
            self.query_one("#summary", StaticText).text = Content("")
            self.query_one("#preview", TextView).show(Content.styled(ctx.tr("card.nobody"), "$text-muted"))
            self.query_one("#writing", StaticText).text = Content("")
            bar.choices, bar.more = (), ""
            return
        set_border_title(self, Content(card.title(ctx, negotiation)))
        self.query_one("#summary", StaticText).text = card.summary(ctx, negotiation)
        hint = Content.styled(self._open_hint, "$text-muted")
        pay = self.vacancy.pay if self.vacancy else None
        told = card.lines(ctx, negotiation, pay, self.opened_at)
        lines = [highlighted(line, self.keywords) for line in told] if self.keywords else told
        self.query_one("#preview", TextView).show(*lines, Content(""), hint)
        everything = self.together or menu(negotiation)
        choices = tuple(one for one in self.together if one.digit) if self.together else buttons(negotiation)
        bar.choices = self.shortcuts.marked(choices)
        more = len(everything) - len(choices)
        bar.more = actions.more(ctx.tr, "actions", more)
        self._draw_writing(ctx, negotiation)

    def _draw_writing(self, ctx: RenderContext, negotiation: Negotiation) -> None:
        lock = lock_of(negotiation, self.thread)
        # Writing to them opens their thread, which they are told where it was not read yet.
        hint = "candidate.write-hint.opens" if self.thread is None else "candidate.write-hint"
        key = self._keys("reply")
        write = ctx.tr(hint, key=key) if key else ""
        line = write if lock is None else errors.locked(ctx.tr, lock)
        if not negotiation.actions:
            line = f"{ctx.tr('actions.none')} {line}".rstrip()
        elif negotiation.resume is None:
            line = f"{ctx.tr('actions.no-resume')} {line}".rstrip()
        self.query_one("#writing", StaticText).text = Content(line)

    def _draw_page(self) -> None:
        """The line of tabs, and the shown one unless it is the thread."""
        ctx, negotiation = self.render_context, self.negotiation
        if ctx is None or not self.is_mounted:
            return
        tabs = self.query_one(TabLine)
        tabs.display = negotiation is not None
        place = (negotiation.id, self.tab) if negotiation else None
        self._leave_page(place)
        if negotiation is not None:
            tabs.tabs, tabs.current = labels(ctx, negotiation, self.dossier, self.tab), self.tab
        if negotiation is not None and self._shown() == "page":
            from hh_tui.ui.presenters.dossier import page

            vacancy_id = self.vacancy.id if self.vacancy else ""
            text = page(ctx, negotiation, self.tab, self.dossier, vacancy_id, self._keys)
            self.query_one("#page", TextView).show(highlighted(text, self.keywords))
            self._come_to_page(place)
        self.query_one("#body", SteadySwitcher).current = self._shown()

    def _leave_page(self, place: tuple[str, Tab] | None) -> None:
        """Remember where one was, before another page stands there."""
        if self._shown_page is not None and self._shown_page != place:
            self._places[self._shown_page] = self.query_one("#page").scroll_y
            self._shown_page = None

    def _come_to_page(self, place: tuple[str, Tab] | None) -> None:
        if place is None or self._shown_page == place or self.dossier[place[1]].value is None:
            return
        self._shown_page = place
        scroll = self.query_one("#page", TextView)
        wanted = self._places.get(place, 0.0)
        self.call_after_refresh(lambda: scroll.scroll_to(y=wanted, animate=False, immediate=True))

    def _draw_thread(self, *, above: bool = False) -> None:
        ctx, negotiation, thread = self.render_context, self.negotiation, self.thread
        if ctx is None or not self.is_mounted:
            return
        if negotiation is not None:
            self._draw_writing(ctx, negotiation)
        if negotiation is None or thread is None:
            self._shown_thread = None
        else:
            from hh_tui.ui.presenters.chat_notes import chat_notes
            from hh_tui.ui.presenters.messages import column

            anew = self._shown_thread != negotiation.id
            if anew:
                self._newest = PORTION
            first_name = (negotiation.resume.first_name or "") if negotiation.resume else ""
            counted = negotiation.counters.messages if negotiation.counters else 0
            shown = [
                *column(ctx, thread, self.echoes, first_name, self._newest, counted),
                *chat_notes(ctx, self.unsure_files, self.silenced_at, self._keys("chat")),
            ]
            lines = [replace(line, content=highlighted(line.content, self.keywords)) for line in shown]
            earlier = ctx.tr("thread.earlier") if len(thread.messages) > self._newest else ""
            self.query_one(ThreadView).show_thread(lines, earlier, anew=anew, above=above)
            self._shown_thread = negotiation.id if thread.messages else None
        self.query_one("#body", SteadySwitcher).current = self._shown()

    @on(ThreadView.EarlierWanted)
    def show_earlier(self) -> None:
        """One more page of messages above."""
        if self.thread is not None and len(self.thread.messages) > self._newest:
            self._newest += PORTION
            self._draw_thread(above=True)
