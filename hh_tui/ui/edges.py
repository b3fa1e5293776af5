"""The edges of the inbox: the first line, the last one, and what stands in the border of the list."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct
from textual.content import Content

from hh_tui.api.filters import NO_FILTERS
from hh_tui.inbox.decisions import action_menu
from hh_tui.inbox.decisions.outbox import Finished
from hh_tui.inbox.decisions.selection_actions import SelectionActions
from hh_tui.keys.registry import BY_ID
from hh_tui.ui.layout import InboxLayout
from hh_tui.ui.presenters import freshness, hints, title
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.filters import why_none
from hh_tui.ui.presenters.list_title import list_title
from hh_tui.ui.presenters.unreadable import unreadable
from hh_tui.ui.scopes import is_searching, narrowed_by_words, scopes
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane
from hh_tui.ui.widgets.static_text import set_border_subtitle, set_border_title

ROOMY: Final = 140
"""Cells of the last line from which keys that one may know are named beside what waits."""


class EdgeContext(Struct, frozen=True):
    """What the edges tell beside the state, asked when they are painted."""

    is_covered: Callable[[], bool]
    """Whether another window stands above: its keys are the ones that work."""
    takes_back: Callable[[], bool]
    """Whether the key that takes the last decision back works in the window on top."""
    profile: Callable[[], str]
    """The login in use, where there are several to choose from."""
    decides: Callable[[], bool]
    """Whether decisions can be made here."""
    finished: Callable[[], Sequence[Finished]]
    """Writes that have come to their end."""


class Edges:
    """Says where one is, what waits, and which keys help."""

    def __init__(
        self,
        layout: InboxLayout,
        selection_actions: SelectionActions,
        keys: Callable[[str], str],
        around: EdgeContext,
    ) -> None:
        self._layout = layout
        self._selection_actions = selection_actions
        self._keys = keys
        self._around = around
        self._told: tuple[Sequence[title.Piece], Sequence[title.Piece], int] | None = None
        self._at: datetime | None = None

    def paint(self, state: State) -> None:
        """All of it, of this state."""
        if not self._layout.is_mounted:
            return
        self._at = _second(state)
        self._title(state)
        self._border(state)
        self._status(state)
        self._layout.status.right = Content.styled(self._hints(state), "$text-muted")

    def age(self, state: State) -> None:
        """Nothing but the time is another one: the seconds of what waits; the rest where a second has passed.

        While something waits this is asked for four times a second.
        """
        if self._at != _second(state):
            self.paint(state)
        elif self._layout.is_mounted:
            self._status(state)

    def _status(self, state: State) -> None:
        """At the left of the last line: what the program says, or what waits."""
        line, view = self._layout.status, state.view
        if view.waiting_window:
            said = view.render_context.tr(
                "interruption.waits", title=view.waiting_window, key=self._keys("answer")
            )
            line.left = Content.styled(said, "$warning")
        elif view.status_text:
            line.left = Content(view.status_text)
        else:
            line.left = Content.styled(self.countdown(state), "$warning")

    def _title(self, state: State) -> None:
        """Where one is; at the right how things stand."""
        view, inbox, line, ctx = state.view, state.inbox, self._layout.title, state.view.render_context
        left = title.place(ctx, inbox.account, self._around.profile(), inbox.vacancy_in_sight)
        right = title.standing(
            ctx,
            view.statistics,
            state.outbox,
            online=view.online,
            long_reads=view.long_reads,
            silence=view.silence,
            choices=view.sprint_choices,
        )
        told = (left, right, line.content_size.width)
        if told != self._told:
            # It is painted once a second while something waits; what has room is found once.
            self._told = told
            line.left, line.right = title.line(*told)

    def _border(self, state: State) -> None:
        view, inbox, middle = state.view, state.inbox, self._layout.middle
        chosen, narrow = len(self._selection_actions.chosen(inbox)), self._layout.is_narrow
        told = list_title(view.render_context, inbox, narrow=narrow, chosen=chosen)
        set_border_title(middle, Content(told))
        keys = {"refresh": self._keys("refresh"), "show": self._keys("show-new")}
        broken = unreadable(view.render_context.tr, "responses", inbox.listing.unreadable)
        fresh = freshness.border(view.render_context, inbox.listing, online=view.online, **keys)
        set_border_subtitle(middle, Content(dotted((broken, fresh))))

    def countdown(self, state: State) -> str:
        """What can be taken back, or is on its way."""
        if not state.outbox.entries:
            return ""
        from hh_tui.ui.presenters.countdown import waiting_line

        covered = self._around.is_covered()
        works = self._around.takes_back() if covered else BY_ID["undo"].scope in scopes(state)
        undo, outbox = self._keys("undo") if works else "", self._keys("outbox")
        ctx, now = state.view.render_context, state.view.now
        finished, width = self._around.finished(), self._layout.status.content_size.width
        return waiting_line(ctx, state.outbox, finished, now, undo, outbox, width)

    def _hints(self, state: State) -> str:
        """The keys that help now."""
        inbox, view, row = state.inbox, state.view, state.inbox.selected
        listing, query, negotiation = inbox.listing, inbox.listing.query, row.negotiation if row else None
        return hints.hints(
            view.render_context.tr,
            self._keys,
            hints.Situation(
                covered=self._around.is_covered(),
                composing=view.composing is not None,
                searching=is_searching(state),
                server=query is not None and why_none(query, self._keys) is None,
                beside=view.pane not in {Pane.LIST, Pane.CANDIDATE},
                hits=view.pane is Pane.LIST and narrowed_by_words(state),
                filtered=query is not None and query.filters != NO_FILTERS,
                across=query is not None and query.is_across,
                marked=bool(self._selection_actions.chosen(inbox)),
                candidate=negotiation is not None,
                inside=view.pane is Pane.CANDIDATE,
                opened=view.pane is Pane.CANDIDATE and row is not None and row.id in inbox.threads,
                digits=len(action_menu.buttons(negotiation)) if negotiation else 0,
                named=self._layout.is_narrow and view.pane is Pane.LIST,
                can_write=negotiation is not None and inbox.lock(negotiation) is None,
                loading=not listing.complete and listing.error is None,
                failed=listing.error is not None,
                vacancies=bool(inbox.all_vacancies),
                decides=self._around.decides(),
                roomy=self._layout.status.content_size.width >= ROOMY,
            ),
        )


def _second(state: State) -> datetime:
    return state.view.render_context.now.replace(microsecond=0)
