"""Going to a vacancy or a collection by a part of its name."""

from collections.abc import Callable, Mapping, Sequence

from hh_tui.api.models import Board, broken_in
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.events import ArchiveRead, CollectionsRead, Event
from hh_tui.ui.presenters import sidebar
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.unreadable import unreadable
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane

_SCOPE = "scope"


class SourcePicker:
    """Offers the lines of the left column. `enter` goes where one of them leads.

    `ask_scope` lets the person choose whose vacancies are listed.
    """

    def __init__(
        self,
        context: Context,
        enter: Callable[[sidebar.SidebarEntry], None],
        ask_scope: Callable[[], None],
    ) -> None:
        self._context = context
        self._enter = enter
        self._ask_scope = ask_scope
        self._archive_wanted = False
        """Whether the archive was asked for here."""

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"vacancy": self.choose_vacancy, "collection": self.choose_collection}

    def on_event(self, event: Event, _: State, after: State) -> None:
        """What was asked for to be offered was read."""
        if isinstance(event, CollectionsRead):
            self._collections_read(event)
        elif isinstance(event, ArchiveRead):
            self._archive_read(event, after)

    def choose_vacancy(self) -> None:
        """Go to another vacancy, once they are there."""
        context = self._context
        context.clear_status()
        if context.inbox.vacancies is None:
            context.say("list.loading")
            return
        across = {sidebar.EntryKind.WAITING, sidebar.EntryKind.PLACE}
        lines = [one for one in context.panes.lines(Pane.VACANCIES) if one.kind not in across]
        tr = context.render_context.tr
        broken = broken_in(context.inbox.vacancies) + broken_in(context.inbox.archived or ())
        scope = context.inbox.scope.name
        is_own = context.inbox.archived and not context.inbox.scope.managers
        archive = tr("whose.archive.only-own") if is_own else ""
        title = dotted((tr("vacancies.title"), scope, archive, unreadable(tr, "vacancies", broken)))
        self._choose(title, lines, PickerItem(_SCOPE, tr("whose.choose"), scope or tr("whose.all")))

    def _archive_read(self, message: ArchiveRead, after: State) -> None:
        """Asked for here, the archive is shown here, unless the person went on or chose other managers."""
        wanted, self._archive_wanted = self._archive_wanted, False
        wanted = wanted and message.scope == after.inbox.scope
        if wanted and message.vacancies and self._context.pending_read.is_open:
            self.choose_vacancy()

    def _ask_archive(self) -> None:
        """The archived vacancies; keys wait for the window that offers them."""
        context, account = self._context, self._context.inbox.account
        if account is not None and account.employer is not None:
            self._archive_wanted = True
            context.ask_for(context.reads.archive(account.employer.id, context.inbox.scope))

    def choose_collection(self) -> None:
        """Go to another collection of the vacancy in sight, hidden and generated ones included."""
        context, inbox = self._context, self._context.inbox
        board, vacancy_id, seen = inbox.shown_board, inbox.vacancy_id, inbox.vacancy_in_sight
        if seen is not None and seen.id != vacancy_id:
            context.ask_for(context.reads.collections(seen.id))
        elif board is not None and vacancy_id is not None:
            self._choose_collection(vacancy_id, board)

    def _collections_read(self, message: CollectionsRead) -> None:
        """Offer them, unless the person has gone on."""
        context = self._context
        context.clear_status()
        seen = context.inbox.vacancy_in_sight
        stays = context.windows.is_free and context.view.composing is None
        if stays and seen and seen.id == message.vacancy_id:
            self._choose_collection(message.vacancy_id, message.board)

    def _choose_collection(self, vacancy_id: str, board: Board) -> None:
        ctx, saved = self._context.render_context, self._context.inbox.saved
        kept = sidebar.saved_filters(board, saved.get(vacancy_id, ()))
        lines = (*sidebar.collections(ctx, vacancy_id, board, unfolded=True), *kept)
        title = dotted((ctx.tr("collections.title"), unreadable(ctx.tr, "collections", board.unreadable)))
        self._choose(title, [one for one in lines if one.query])

    def _choose(self, title: str, lines: Sequence[sidebar.SidebarEntry], *further: PickerItem) -> None:
        items = [
            PickerItem(str(number), "  " * entry.depth + entry.name, sidebar.counts(entry))
            for number, entry in enumerate(lines)
        ]

        def chosen(item_id: str | None) -> None:
            if item_id == _SCOPE:
                self._ask_scope()
            elif item_id is not None:
                entry = lines[int(item_id)]
                self._context.store.show(composing=None)
                if entry.kind is sidebar.EntryKind.ARCHIVE:
                    self._ask_archive()
                else:
                    self._enter(entry)

        self._context.pick(title, [*items, *further], chosen)
