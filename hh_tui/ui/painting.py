"""Painting: what differs between two states is handed to the panes, each part once."""

from collections.abc import Callable

from msgspec import Struct
from textual.content import Content

from hh_tui.api.filters import NO_FILTERS
from hh_tui.api.models import Negotiation, Vacancy, broken_in
from hh_tui.inbox.decisions.action_menu import ActionChoice, menu
from hh_tui.inbox.decisions.optimistic import echoes
from hh_tui.inbox.decisions.selection_actions import SelectionActions
from hh_tui.inbox.letters.file_attempt import of_chat
from hh_tui.inbox.letters.keywords import Keywords
from hh_tui.inbox.lists import snoozed_list
from hh_tui.inbox.lists.awaiting import WAITING
from hh_tui.inbox.snapshot.dossier import Dossier
from hh_tui.inbox.snapshot.rows import Rows
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace
from hh_tui.ui.edges import Edges
from hh_tui.ui.layout import InboxLayout
from hh_tui.ui.options import InboxOptions
from hh_tui.ui.presenters import actions, sidebar
from hh_tui.ui.presenters import filters as told
from hh_tui.ui.presenters.candidate import dotted, name
from hh_tui.ui.presenters.inviting import invited_elsewhere
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.unreadable import unreadable
from hh_tui.ui.presenters.vacancy_names import names
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane
from hh_tui.ui.widgets.static_text import set_border_subtitle, set_border_title


class InboxPainter:
    """Paints the state into the layout. `selection_actions` tells who is selected."""

    def __init__(
        self,
        layout: InboxLayout,
        edges: Edges,
        selection_actions: SelectionActions,
        keys: Callable[[str], str],
        options: InboxOptions,
    ) -> None:
        self._layout = layout
        self._edges = edges
        self._selection_actions = selection_actions
        self._keys = keys
        self._options = options
        self._places: tuple[sidebar.SidebarEntry, ...] = ()
        self._named: Rows | None = None
        """The rows whose vacancies the list knows by name."""

    def paint(self, before: State, after: State) -> None:
        """Show what differs."""
        if not self._layout.is_mounted:
            return
        if _aged_alone(before, after):
            self._edges.age(after)
        else:
            self._panes(before, after)
            self._edges.paint(after)

    def _panes(self, before: State, after: State) -> None:
        old, new = before.view, after.view
        changed, reworded = before.inbox is not after.inbox, old.keywords is not new.keywords
        moved = changed and _is_cursor_alone(before.inbox, after.inbox)
        if changed and not moved:
            self._vacancies(before.inbox, after)
            self._collections(before.inbox, after)
        if (changed and not moved) or reworded or old.invited is not new.invited:
            self.list(after)
        elif moved:
            self._cursor(after.inbox)
        if old.aged is not new.aged and new.aged is not None:
            self._layout.negotiations.render_context = self._layout.candidate.render_context = new.aged
        self._layout.negotiations.labels = new.labels
        if old.opened_log is not new.opened_log:
            self._layout.negotiations.opened_log = new.opened_log
        relabelled = old.tab is not new.tab or old.shortcuts is not new.shortcuts
        chat = old.silenced is not new.silenced or old.unsure_files is not new.unsure_files
        if changed or reworded or old.opened_log is not new.opened_log or relabelled or chat:
            self.candidate(after)
        if old.composing is not new.composing:
            self._composer(after)
        elif changed or old.unannounced is not new.unannounced:
            self.letter(after)
        if old.pane is not new.pane:
            self.pane(after)
        self._tour(old.tour, after)

    # The left column

    def _vacancies(self, before: Inbox, state: State) -> None:
        inbox, ctx, pane = state.inbox, state.view.render_context, self._layout.entries(Pane.VACANCIES)
        query, old, places = inbox.listing.query, self._places, self._places
        changed = before.snoozed is not inbox.snoozed or before.pending is not inbox.pending
        if changed or before.queue is not inbox.queue or before.listing.query != query or not places:
            self._places = places = (sidebar.waiting(ctx, inbox), *sidebar.places(ctx, inbox))
        same = (before.vacancies, before.archived) == (inbox.vacancies, inbox.archived)
        if not same or old != places:
            at = pane.selected
            pane.rows = (*places, *sidebar.vacancies(ctx, inbox.vacancies or (), inbox.archived))
            if old != places and at is not None:
                pane.point_at(at.id)
        if not same or before.scope != inbox.scope:
            broken = broken_in(inbox.vacancies or ()) + broken_in(inbox.archived or ())
            scope = inbox.scope.name
            set_border_subtitle(pane, Content(dotted((scope, unreadable(ctx.tr, "vacancies", broken)))))
        across = query is not None and query.is_across
        pane.current = query.collection_id if query is not None and across else inbox.vacancy_id or ""

    def _collections(self, before: Inbox, state: State) -> None:
        inbox, ctx, pane = state.inbox, state.view.render_context, self._layout.entries(Pane.COLLECTIONS)
        same = before.board is inbox.board and before.pending is inbox.pending
        same = same and before.searches is inbox.searches
        if not same or (before.unfolded, before.saved) != (inbox.unfolded, inbox.saved):
            pane.rows = (*self._lists_of_vacancy(ctx, inbox), *sidebar.searches(ctx, inbox))
        if before.board is not inbox.board:
            broken = inbox.board.unreadable if inbox.board else 0
            set_border_subtitle(pane, Content(unreadable(ctx.tr, "collections", broken)))
        query = inbox.listing.query
        kept = next(
            (one for one in pane.rows if one.kind is sidebar.EntryKind.SAVED and one.query == query), None
        )
        pane.current = kept.id if kept else query.url if query else ""

    def _lists_of_vacancy(self, ctx: RenderContext, inbox: Inbox) -> tuple[sidebar.SidebarEntry, ...]:
        board, vacancy_id = inbox.shown_board, inbox.vacancy_id
        if board is None or vacancy_id is None:
            return ()
        return (
            *sidebar.collections(ctx, vacancy_id, board, unfolded=inbox.unfolded),
            *sidebar.saved_filters(board, inbox.saved.get(vacancy_id, ())),
        )

    # The list

    def list(self, state: State) -> None:
        """The rows with everything they are marked by, or why there are none.

        What depends on the cursor belongs into `_cursor`: where nothing but that has moved this is left out.
        """
        inbox, rows, query = state.inbox, self._layout.negotiations, state.inbox.listing.query
        search, filters = inbox.search, query.filters if query else NO_FILTERS
        rows.marked = self._selection_actions.chosen(inbox)
        rows.snoozed = inbox.snoozed.people
        self._places_of_rows(state)
        queue = inbox.queue if query == WAITING else None
        rows.queue = queue.found if queue else None
        if queue is not None:
            rows.vacancies = names(state.view.render_context, inbox.all_vacancies)
        rows.threads = inbox.threads
        self._words_of_rows(state)
        rows.typed = search.typed if search else filters.search_text or ""
        rows.begun = inbox.begun
        rows.held = frozenset(operation.negotiation.id for operation in inbox.pending.values())
        rows.scheduled = inbox.scheduled
        rows.invited = invited_elsewhere(state.view.render_context, inbox, state.view.invited)
        rows.by_response = inbox.listing.is_by_response
        rows.rows = inbox.rows
        self._cursor(inbox)
        self._list_or_nothing(state)
        tr, line = state.view.render_context.tr, self._layout.search_line
        self._layout.chips.chips = told.chips(tr, filters, inbox.names)
        line.display = search is not None
        if search is not None:
            line.count = tr("search.count", n=len(inbox.rows), loaded=len(inbox.visible))

    def _cursor(self, inbox: Inbox) -> None:
        """The cursor of the list: no notice lies on its row."""
        self._layout.negotiations.cursor = inbox.cursor
        self._layout.lift_notices()

    def _words_of_rows(self, state: State) -> None:
        """The rows of a list over all vacancies have neither words nor a pay in common."""
        rows, query, vacancy = (
            self._layout.negotiations,
            state.inbox.listing.query,
            state.inbox.vacancy_in_sight,
        )
        of_one = query is None or not query.is_across
        rows.keywords = state.view.keywords if of_one else Keywords()
        rows.offered = vacancy.pay if vacancy and of_one else None

    def _places_of_rows(self, state: State) -> None:
        """In a list of those snoozed each row names its vacancy."""
        inbox = state.inbox
        rows, standing = self._layout.negotiations, inbox.listing.rows
        rows.in_place = snoozed_list.is_place(inbox.listing.query)
        if not rows.in_place:
            rows.sources, self._named = {}, None
        elif standing is not self._named:
            sources = ((row.id, inbox.source_of(row.id)) for row in standing)
            named = names(state.view.render_context, inbox.all_vacancies)
            rows.sources = {key: named.get(one.vacancy_id, "") for key, one in sources if one}
            self._named = standing

    def _list_or_nothing(self, state: State) -> None:
        layout, inbox, switcher = self._layout, state.inbox, self._layout.switcher
        if not len(inbox.rows):
            from hh_tui.ui.presenters.empty_list import why_empty

            days = self._options.waiting_days
            layout.nothing.text = Content(why_empty(state.view.render_context, self._keys, inbox, days))
        inside = layout.focused is not None and layout.focused.parent is switcher
        switcher.current = "negotiations" if len(inbox.rows) else "nothing"
        if inside:
            layout.focus(layout.target(state))

    # The candidate

    def candidate(self, state: State) -> None:
        """The card, the thread, the buttons."""
        inbox, pane, shown = state.inbox, self._layout.candidate, in_the_pane(state)
        chosen = self._selection_actions.chosen(inbox)
        pane.tab = state.view.tab
        pane.shortcuts = state.view.shortcuts
        pane.together = self._selection_actions.choices(chosen) if chosen else ()
        pane.opened_at = state.view.opened_log.get(shown.id) if shown else None
        pane.negotiation = shown
        pane.echoes = echoes(inbox, shown.id) if shown else ()
        pane.vacancy = _vacancy_in_the_pane(state)
        pane.keywords = state.view.keywords
        pane.dossier = inbox.dossier(shown.id) if shown else Dossier()
        pane.unsure_files = of_chat(state.view.unsure_files, shown.chat_id) if shown else ()
        pane.silenced_at = state.view.silenced.get(shown.chat_id or "") if shown else None
        pane.thread = inbox.threads.get(shown.id) if shown else None
        self._digits(state, pane.together)

    def _digits(self, state: State, together: tuple[ActionChoice, ...]) -> None:
        """What a digit does with whoever it acts on: those selected, or the one under the cursor."""
        row, digits, tr = state.inbox.selected, self._layout.digits, state.view.render_context.tr
        everything = together or (menu(row.negotiation) if row else ())
        numbered = state.view.shortcuts.marked(tuple(one for one in everything if one.digit))
        more = len(everything) - len(numbered)
        digits.set_class(row is not None, "-some")
        digits.choices = numbered
        digits.more = actions.more(tr, "actions", more)
        if row is not None and not everything:
            from hh_tui.ui.presenters.no_actions import no_actions

            digits.more = no_actions(tr, state.inbox, [row.negotiation])

    def _composer(self, state: State) -> None:
        """The composer opens with the draft, or closes and leaves it."""
        layout, pane, to = self._layout, self._layout.candidate, state.view.composing
        pane.composing = to is not None
        self.candidate(state)
        if to is not None:
            with pane.composer.prevent(pane.composer.Changed):
                pane.composer.text = state.inbox.drafts.of(to.id)
            pane.composer.move_cursor(pane.composer.document.end)
            layout.focus(pane.composer)
        else:
            layout.focus(layout.target(state))
        layout.keep_notices_off(composing=to is not None)
        self.letter(state)

    def letter(self, state: State) -> None:
        """To whom the letter goes, how long it is, how many went before it, and what else it tells."""
        to, ctx = state.view.composing, state.view.render_context
        if to is None:
            return
        from hh_tui.ui.presenters import letter
        from hh_tui.ui.presenters.one_of_marked import alone

        composer, whom = self._layout.candidate.composer, alone(ctx.tr, state.inbox, name(ctx, to), to.id)
        set_border_title(composer, Content(ctx.tr("compose.to", name=whom)))
        set_border_subtitle(composer, Content(letter.length(ctx, state.inbox, composer.text, to)))
        self._layout.candidate.set_warning(letter.beside_letter(ctx, state.inbox, state.view.unannounced, to))

    def _tour(self, before: int | None, state: State) -> None:
        """The step one is at, in a panel above the last line."""
        place = state.view.tour
        if place == before:
            return
        panel = self._layout.tour
        panel.display = place is not None
        if place is not None:
            from hh_tui.ui.presenters import tour

            panel.update(tour.step(state.view.render_context.tr, place, self._keys))

    def pane(self, state: State) -> None:
        """Another pane: where one pane is seen at a time, it is this one."""
        self._layout.show_pane(state.view.pane)
        if state.view.composing is None:
            self._layout.focus(self._layout.target(state))


def in_the_pane(state: State) -> Negotiation | None:
    """Whoever is written to, as their row is where it is in the list; else the one under the cursor."""
    inbox, row, to = state.inbox, state.inbox.selected, state.view.composing
    if to is None or (row is not None and row.id == to.id):
        return row.negotiation if row else None
    place = inbox.listing.rows.index_of(to.id)
    return to if place is None else inbox.listing.rows[place].negotiation


def _vacancy_in_the_pane(state: State) -> Vacancy | None:
    seen = state.view.recipient
    if state.view.composing is None or seen is None:
        return state.inbox.vacancy_in_sight
    return state.inbox.vacancy_by_id(seen.source.vacancy_id)


def _is_cursor_alone(before: Inbox, after: Inbox) -> bool:
    """Whether the cursor of the list is all that differs: what does not depend on it is not gone through."""
    moved = _differing(before.listing, after.listing) == {"cursor"}
    return moved and _differing(before, after) == {"listing"}


def _differing(one: Struct, other: Struct) -> set[str]:
    """The names of fields that are not the same object in both."""
    return {name for name in one.__struct_fields__ if getattr(one, name) is not getattr(other, name)}


def _aged_alone(before: State, after: State) -> bool:
    """Whether the two differ by the time that passed between them, and by nothing else."""
    if before.inbox is not after.inbox or before.outbox is not after.outbox:
        return False
    old, ctx = before.view, after.view.render_context
    there = replace(ctx, now=old.render_context.now)
    return old == replace(after.view, now=old.now, render_context=there)
