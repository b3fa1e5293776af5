"""Choosing from lists: vacancies, collections, commands; and the pages behind them."""

from collections.abc import Callable, Sequence
from datetime import datetime

from textual import on

from hh_tui.errors import HHError, NotAuthorized
from hh_tui.inbox.operation import Operation
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import BY_ID, COMMANDS
from hh_tui.screens import messages as heard
from hh_tui.screens.browsing import BrowsingScreen
from hh_tui.screens.desk import Desk, House
from hh_tui.screens.page import Page
from hh_tui.screens.panes import Level
from hh_tui.screens.picker import Item, Picker
from hh_tui.view import glyphs, sidebar
from hh_tui.view.details import details
from hh_tui.view.errors import captcha_page
from hh_tui.view.help import help_page, key_names
from hh_tui.view.lens import Lens
from hh_tui.worker import ApiWorker


class PickingScreen(BrowsingScreen):
    """Everything that is reached through a picker. `clock` tells the time in UTC."""

    def __init__(
        self,
        worker: ApiWorker,
        lens: Lens,
        keymap: Keymap,
        keys: Callable[[str], str],
        clock: Callable[[], datetime],
        desk: Desk,
        house: House,
    ) -> None:
        super().__init__(worker, lens, keys)
        self._keymap = keymap
        self.clock = clock
        self.desk = desk
        self.house = house
        self._archive_picked = False
        self.last_error: HHError | None = None

    def hold(self, *operations: Operation) -> None:
        """Hand them over; the last line tells of them, and no more of what was before."""
        self.said = ""
        self.desk.hold(*operations)

    def pick(self, title: str, items: list[Item], chosen: Callable[[str | None], None]) -> None:
        """Let the person choose one of many; `chosen` gets its id, or None."""
        self.app.push_screen(Picker(title, items, self.lens.tr), chosen)

    def archive_picked(self, message: heard.ArchiveRead) -> None:
        """Asked for in the picker, the archive is shown in the picker."""
        if self._archive_picked and message.vacancies:
            self._archive_picked = False
            self.call_after_refresh(self.action_vacancy)

    def action_vacancy(self) -> None:
        """Go to another vacancy by a part of its name, once they are there."""
        if self.inbox.vacancies is None:
            self.say("list.loading")
            return
        across = {sidebar.Sort.WAITING, sidebar.Sort.PLACE}
        lines = [one for one in self.entries(Level.VACANCIES).rows if one.sort not in across]
        self._choose_entry(self.lens.tr("vacancies.title"), lines)

    def action_collection(self) -> None:
        """Go to another collection, hidden and generated ones included."""
        board, vacancy_id = self.inbox.shown_board, self.inbox.vacancy_id
        if board is not None and vacancy_id is not None:
            kept = sidebar.saved_filters(board, self.inbox.saved.get(vacancy_id, ()))
            lines = (*sidebar.collections(self.lens, vacancy_id, board, unfolded=True), *kept)
            self._choose_entry(self.lens.tr("collections.title"), [one for one in lines if one.query])

    def _choose_entry(self, title: str, lines: Sequence[sidebar.Entry]) -> None:
        items = [
            Item(str(number), "  " * entry.depth + entry.label, sidebar.counts(entry))
            for number, entry in enumerate(lines)
        ]

        def chosen(item_id: str | None) -> None:
            if item_id is not None:
                self.composing = None
                self.choose(lines[int(item_id)])
                self._archive_picked = lines[int(item_id)].sort is sidebar.Sort.ARCHIVE

        self.pick(title, items, chosen)

    def action_palette(self) -> None:
        """Every command that works here, by a part of its name."""
        tr, scopes = self.lens.tr, self.scopes
        items = [
            Item(command.id, tr(command.text), key_names(self._keymap, command))
            for command in COMMANDS
            if command.scope in scopes
        ]

        def chosen(command_id: str | None) -> None:
            if command_id is not None:
                self.call_later(self.run_action, BY_ID[command_id].action)

        self.pick(tr("palette.title"), items, chosen)

    def let_in(self) -> None:
        """hh.ru answers: what waited for a new login goes on, as the account it was decided in."""
        self.desk.thaw()
        self.desk.known_as(self.inbox.who(self.worker.manager_account))

    def shut_out(self, message: heard.ReadFailed) -> None:
        """Remember the error for its details; without a valid login nothing is sent either."""
        if isinstance(message.error, NotAuthorized) and not message.fatal:
            self.desk.freeze(message.error)
        again = self.action_refresh if message.negotiation_id is None else self.open_candidate
        self.remember(message.error, again)

    def remember(self, error: HHError, again: Callable[[], None]) -> None:
        """Keep the last error for its details; a captcha is solved in the browser, then `again` repeats."""
        self.last_error = error
        url = captcha_page(error)
        if url is None:
            return
        answers = [Item("open", self.lens.tr("captcha.open")), Item("later", self.lens.tr("captcha.later"))]

        def answered(answer: str | None) -> None:
            if answer == "open":
                self.app.open_url(url)
                done = [
                    Item("again", self.lens.tr("captcha.again")),
                    Item("later", self.lens.tr("captcha.later")),
                ]
                self.pick(self.lens.tr("captcha.title"), done, solved)

        def solved(answer: str | None) -> None:
            if answer == "again":
                again()

        self.pick(self.lens.tr("captcha.title"), answers, answered)

    def action_details(self) -> None:
        """What hh.ru said exactly, for its support."""
        if self.last_error is None:
            self.say("details.none")
        else:
            title = self.lens.tr("details.title")
            self.app.push_screen(
                Page(title, self.lens.tr("help.close"), details(self.lens.tr, self.last_error))
            )

    def action_account(self) -> None:
        """Choose a working account; open writes belong to this one and go first, but for those on disk that
        wait for a moment."""
        outbox = self.outbox
        if outbox.hurrying(self.clock()) or (outbox.open and not self.house.keeps):
            self.say("account.busy")
        else:
            self.read_manager_accounts()

    @on(heard.ManagerAccountsRead)
    def accounts_read(self, message: heard.ManagerAccountsRead) -> None:
        """Offer the working accounts, and the other logins below them."""
        accounts, profiles = message.accounts, self.worker.profiles
        current = self.worker.manager_account or accounts.current_account_id
        items = [
            Item(
                f"account {one.id}",
                one.employer.name if one.employer else one.id,
                glyphs.SENT if one.id == current else "",
            )
            for one in accounts.items
        ]
        names = profiles.names() if profiles else ()
        items += [
            Item(f"profile {name}", self.lens.tr("account.profile", name=name))
            for name in names
            if profiles and name != profiles.current
        ]
        if not items:
            self.say("account.only")
            return

        def chosen(item_id: str | None) -> None:
            kind, _, name = (item_id or "").partition(" ")
            if kind == "profile":
                self.become(name)
            elif kind == "account" and name != current:
                self.worker.manager_account = name
                self.worker.forget_threads()
                self.began_anew()

        self.pick(self.lens.tr("account.title"), items, chosen)

    def began_anew(self) -> None:
        """Another account: nothing of the one before is shown."""
        self.composing = None
        self.inbox = self.inbox.begun_anew()
        self.level = Level.LIST
        self.read_account(fatal=False)

    def action_help(self) -> None:
        """All keys."""
        tr = self.lens.tr
        self.app.push_screen(Page(tr("help.title"), tr("help.close"), help_page(tr, self._keymap)))

    def action_leave(self) -> None:
        """Out of the candidate, else out of the program."""
        if self.level is Level.CANDIDATE:
            self.action_back()
        else:
            self.house.leave()
