"""Choosing from lists: vacancies, collections, commands; and the pages behind them."""

from collections.abc import Callable, Sequence

from textual import on
from textual.worker import Worker

from hh_tui.api.models import PRIMARY_ACCOUNT, Account, Board, ManagerAccounts
from hh_tui.errors import HHError, NotAuthorized
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.keys.registry import BY_ID, COMMANDS, Command
from hh_tui.ui import events as heard
from hh_tui.ui.dialogs.page import Page
from hh_tui.ui.dialogs.picker import Item, Picker
from hh_tui.ui.presenters import glyphs, sidebar
from hh_tui.ui.presenters.details import details
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.help import help_page, key_names
from hh_tui.ui.screens.browsing import BrowsingScreen
from hh_tui.ui.view import Level


class PickingScreen(BrowsingScreen):
    """Everything that is reached through a picker."""

    _archive_picked = False

    def hold(self, *operations: Operation) -> None:
        """Hand them over."""
        self.desk.hold(*operations)
        self.house.decided()

    def pick(self, title: str, items: list[Item], chosen: Callable[[str | None], None]) -> None:
        """Let the person choose one of many; `chosen` gets its id, or None."""
        self.app.push_screen(Picker(title, items, self.lens.tr), chosen)

    def confirm(
        self,
        question: str,
        answers: tuple[str, str],
        yes: Callable[[], object],
        *,
        default: bool = False,
        detail: str = "",
    ) -> None:
        """Ask a question whose answers are yes and no, in this order; `yes` is called for the first one."""
        self.context.confirm(question, answers, yes, default=default, detail=detail)

    def ask_for(self, read: Worker[None]) -> None:
        """The person waits for this read: keys wait, too."""
        self.question.ask(read)
        self.say("asking", key=self.keys("back"))

    def archive_picked(self, message: heard.ArchiveRead) -> None:
        """Asked for in the picker, the archive is shown in the picker."""
        if self._archive_picked and message.vacancies:
            self._archive_picked = False
            self.action_vacancy()

    def action_vacancy(self) -> None:
        """Go to another vacancy by a part of its name, once they are there."""
        self.said = ""
        if self.inbox.vacancies is None:
            self.say("list.loading")
            return
        across = {sidebar.Sort.WAITING, sidebar.Sort.PLACE}
        lines = [one for one in self.entries(Level.VACANCIES).rows if one.sort not in across]
        self._choose_entry(self.lens.tr("vacancies.title"), lines)

    def action_collection(self) -> None:
        """Go to another collection of the vacancy in sight, hidden and generated ones included."""
        board, vacancy_id = self.inbox.shown_board, self.inbox.vacancy_id
        seen = self.inbox.vacancy_in_sight
        if seen is not None and seen.id != vacancy_id:
            self.say("list.loading")
            self.reads.collections(seen.id)
        elif board is not None and vacancy_id is not None:
            self._choose_collection(vacancy_id, board)

    @on(heard.CollectionsRead)
    def collections_read(self, message: heard.CollectionsRead) -> None:
        """Offer them, unless the person has gone on."""
        self.said = ""
        seen = self.inbox.vacancy_in_sight
        if self.is_active and self.composing is None and seen and seen.id == message.vacancy_id:
            self._choose_collection(message.vacancy_id, message.board)

    def _choose_collection(self, vacancy_id: str, board: Board) -> None:
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
                self._archive_picked = lines[int(item_id)].sort is sidebar.Sort.ARCHIVE
                self.choose(lines[int(item_id)])

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
                self.call_later(self._run, BY_ID[command_id])

        self.pick(tr("palette.title"), items, chosen)

    async def _run(self, command: Command) -> None:
        handler = self.handlers.get(command.id)
        if handler is not None:
            handler()
        else:
            await self.run_action(command.action)

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

    def remember(self, error: HHError, again: Callable[[], object]) -> None:
        """Keep the last error for its details."""
        self.context.remember(error, again)

    def action_details(self) -> None:
        """What hh.ru said exactly, for its support."""
        error = self.view.last_error
        if error is None:
            self.say("details.none")
        else:
            title = self.lens.tr("details.title")
            self.app.push_screen(Page(title, self.lens.tr("help.close"), details(self.lens.tr, error)))

    def action_account(self) -> None:
        """Choose a working account; open writes belong to this one and go first, but for those on disk that
        wait for a moment."""
        if self._is_sending():
            self.say("account.busy")
        else:
            self.ask_for(self.reads.manager_accounts())

    def _is_sending(self) -> bool:
        """Whether something of this account is on its way. What waits on the disk for a login, or was decided
        in another account, keeps nobody here."""
        outbox, mine = self.outbox, {"", self.inbox.who(self.worker.manager_account)}
        if not self.house.keeps:
            return bool(outbox.open)
        return any(
            one.operation.account in mine and not (outbox.frozen and one.stage is Stage.HELD)
            for one in outbox.hurrying(self.clock())
        )

    @on(heard.ManagerAccountsRead)
    def accounts_read(self, message: heard.ManagerAccountsRead) -> None:
        """Offer the working accounts, and the other logins below them."""
        tr, acting, profiles = self.lens.tr, self.worker.manager_account, self.worker.profiles
        found = message.accounts or ManagerAccounts()
        primary = found.primary_account_id
        current = acting or found.current_account_id
        labels = {one.id: one.employer.name if one.employer else one.id for one in found.items}
        if acting and primary not in labels:
            labels = {PRIMARY_ACCOUNT: tr("account.primary"), **labels}
        blocked = {primary} if found.is_primary_account_blocked else set()
        signs = {key: tr("account.blocked") for key in blocked} | {current: glyphs.SENT}
        items = [Item(f"account {key}", label, signs.get(key, "")) for key, label in labels.items()]
        names = profiles.names() if profiles else ()
        items += [
            Item(f"profile {name}", self.lens.tr("account.profile", name=name))
            for name in names
            if profiles and name != profiles.current
        ]
        self.said = ""
        if not items:
            if message.accounts is not None:
                self.say("account.only")
            return

        def chosen(item_id: str | None) -> None:
            kind, _, name = (item_id or "").partition(" ")
            if kind == "profile":
                self.reads.become(name)
            elif item_id is not None and name != current:
                account_id = None if name == primary else name or None
                self.ask_for(self.reads.try_account(account_id, labels[name]))
                self.say("account.asking", name=labels[name])

        if self.question.is_open:
            self.pick(tr("account.title"), items, chosen)
        else:
            self.house.interrupt(
                "account", tr("account.title"), lambda: self.pick(tr("account.title"), items, chosen)
            )

    @on(heard.AccountAnswered)
    def account_answered(self, message: heard.AccountAnswered) -> None:
        """Go on as that account, unless something was decided meanwhile."""
        if self._is_sending():
            self.say("account.busy")
        else:
            self.said = ""
            self._act_as(message.account_id, message.account)

    @on(heard.AccountRefused)
    def account_refused(self, message: heard.AccountRefused) -> None:
        """Say why; everything stays as it was."""
        self.said = ""
        self.states.show(last_error=message.error)
        why = explain(self.lens.tr, message.error).what
        text = self.lens.tr("account.refused", name=message.name, why=why, key=self.keys("account"))
        self.notify(text, severity="error", timeout=12, markup=False)

    @on(heard.AccountGivenUp)
    def account_given_up(self, message: heard.AccountGivenUp) -> None:
        """Say why, and go on as the primary account."""
        self.states.show(last_error=message.error)
        why = explain(self.lens.tr, message.error).what
        text = self.lens.tr("account.given-up", why=why, key=self.keys("account"))
        self.notify(text, severity="warning", timeout=12, markup=False)
        self._act_as(None, message.account)

    def _act_as(self, account_id: str | None, account: Account) -> None:
        self.worker.manager_account = account_id
        self.worker.forget_threads()
        self.began_anew(account)

    def began_anew(self, account: Account | None = None) -> None:
        """Another account, which may be known already: nothing of the one before is shown.

        Until its vacancies are read nothing is sent that was decided in an account.
        """
        self.desk.known_as("")
        self.composing = None
        self.inbox = self.inbox.begun_anew()
        self.level = Level.LIST
        self.reads.account(fatal=False, known=account)

    def action_help(self) -> None:
        """All keys."""
        tr = self.lens.tr
        self.app.push_screen(Page(tr("help.title"), tr("help.close"), help_page(tr, self._keymap)))

    def action_leave(self) -> None:
        """Out of the candidate, or a list over all vacancies; else out of the program."""
        if self.level is Level.CANDIDATE:
            self.action_back()
        elif not self.collections.go_back():
            self.house.leave()
