"""Switching the working account of hh.ru, and the login."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from hh_tui.api.models import PRIMARY_ACCOUNT, Account, ManagerAccounts
from hh_tui.errors import HHError
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.events import (
    AccountAnswered,
    AccountGivenUp,
    AccountLeft,
    AccountRead,
    AccountRefused,
    Event,
    LoginAnswered,
    LoginChanged,
    ManagerAccountsRead,
    ReadFailed,
)
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.state_store import State

if TYPE_CHECKING:
    from hh_tui.api.client import HHClient


class Accounts:
    """Another account is never entered while writes of this one are on their way."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"account": self.choose}

    def on_event(self, event: Event, _: State, after: State) -> None:
        """What hh.ru says of the accounts one may use."""
        match event:
            case AccountRead():
                self._let_in()
            case LoginAnswered():
                self._login_answered(event)
            case ManagerAccountsRead():
                self._offer(event)
            case AccountAnswered():
                self._answered(event)
            case AccountRefused():
                self._refused(event)
            case AccountGivenUp():
                self._given_up(event)
            case _:
                pass

    def _let_in(self) -> None:
        """hh.ru answers: what waited for a new login goes on, as the account it was decided in."""
        context = self._context
        context.outbox.thaw()
        context.outbox.known_as(context.inbox.who(context.session.manager_account))

    def choose(self) -> None:
        """Choose a working account; open writes belong to this one and go first, but for those on disk that
        wait for a moment."""
        if self._is_sending():
            self._say_busy()
        else:
            self._context.ask_for(self._context.reads.manager_accounts())

    def _say_busy(self) -> None:
        """A small write is over in a moment; what waits in the outbox can be taken back."""
        self._context.say("account.sending" if self._context.session.small_writes else "account.busy")

    def _is_sending(self) -> bool:
        """Whether something of this account is on its way. What waits on the disk for a login, or was decided
        in another account, keeps nobody here."""
        context, outbox = self._context, self._context.writes
        if context.session.small_writes:
            return True
        mine = {"", context.inbox.who(context.session.manager_account)}
        if not context.disk.keeps:
            return bool(outbox.open)
        return any(
            one.operation.account in mine and not (outbox.frozen and one.stage is Stage.HELD)
            for one in outbox.hurrying(context.clock())
        )

    def _offer(self, message: ManagerAccountsRead) -> None:
        """Offer the working accounts, and the other logins below them."""
        context, tr, session = self._context, self._context.render_context.tr, self._context.session
        acting, profiles = session.manager_account, session.profiles
        found = message.accounts or ManagerAccounts()
        primary = found.primary_account_id
        current = acting or found.current_account_id
        labels = {one.id: one.employer.name if one.employer else one.id for one in found.items}
        if acting and primary not in labels:
            labels = {PRIMARY_ACCOUNT: tr("account.primary"), **labels}
        blocked = {primary} if found.is_primary_account_blocked else set()
        signs = {key: tr("account.blocked") for key in blocked} | {current: glyphs.SENT}
        items = [PickerItem(f"account {key}", label, signs.get(key, "")) for key, label in labels.items()]
        names = profiles.names() if profiles else ()
        items += [
            PickerItem(f"profile {name}", tr("account.profile", name=name))
            for name in names
            if profiles and name != profiles.current
        ]
        context.clear_status()
        if not items:
            if message.accounts is not None:
                context.say("account.only")
            return

        def chosen(item_id: str | None) -> None:
            kind, _, name = (item_id or "").partition(" ")
            if kind == "profile":
                context.ask_for(context.tasks.start(partial(self._connect, name), group="accounts"))
            elif item_id is not None and name != current:
                account_id = None if name == primary else name or None
                context.ask_for(context.reads.try_account(account_id, labels[name]))
                context.say("account.asking", name=labels[name])

        title = tr("account.title")
        if context.pending_read.is_open:
            context.pick(title, items, chosen)
        else:
            context.program.interrupt("account", title, lambda: context.pick(title, items, chosen))

    # Another login

    async def _connect(self, profile: str) -> None:
        """Make the way to hh.ru and open the disk of another login, both beside those in use."""
        context = self._context
        try:
            client = await context.session.connect_as(profile)
        except HHError as error:
            context.clear_status()
            context.post(ReadFailed(error))
            return
        context.post(LoginAnswered(profile, client, await context.disk.open_other(profile)))

    def _login_answered(self, message: LoginAnswered) -> None:
        """Go on with that login, unless something was decided meanwhile, or is about to be in a window."""
        context = self._context
        context.clear_status()
        if self._is_sending() or not context.windows.is_free:
            tr = context.render_context.tr
            context.windows.notify(
                tr("account.stayed", name=message.profile, key=context.keys("account")), severity="warning"
            )
            context.tasks.start(message.client.aclose, group="login", exclusive=False)
            if message.store is not None:
                context.disk.close_behind(message.store)
            return
        # What still asks in the name of the login before would be shown, or kept, in this one's.
        context.tasks.cancel_all()
        before = context.session.enter(message.profile, message.client)
        # Its disk is open before its account is asked for.
        context.program.move_to(message.store)
        context.store.dispatch(LoginChanged(message.profile))
        self.begin_anew()
        if before is not None:
            context.tasks.start(partial(self._close, before), group="login", exclusive=False)

    async def _close(self, client: "HHClient") -> None:
        """Close the way of the login before; a token that could not be written down is lost with it."""
        await client.aclose()
        if (unsaved := client.unsaved_token) is not None:
            said = explain(self._context.render_context.tr, unsaved, outside=True).sentence
            self._context.windows.notify(said, severity="warning", timeout=12)

    # Another working account

    def _answered(self, message: AccountAnswered) -> None:
        """Go on as that account, unless something was decided meanwhile."""
        if self._is_sending():
            self._say_busy()
        else:
            self._context.clear_status()
            self._act_as(message.account_id, message.account)

    def _refused(self, message: AccountRefused) -> None:
        """Say why; everything stays as it was."""
        context, tr = self._context, self._context.render_context.tr
        context.clear_status()
        why = explain(tr, message.error).what
        text = tr("account.refused", name=message.name, why=why, key=context.keys("account"))
        context.windows.notify(text, severity="error", timeout=12)

    def _given_up(self, message: AccountGivenUp) -> None:
        """Say why, and go on as the primary account."""
        context, tr = self._context, self._context.render_context.tr
        why = explain(tr, message.error).what
        text = tr("account.given-up", why=why, key=context.keys("account"))
        context.windows.notify(text, severity="warning", timeout=12)
        self._act_as(None, message.account)

    def _act_as(self, account_id: str | None, account: Account) -> None:
        session = self._context.session
        session.manager_account = account_id
        session.forget_threads()
        self.begin_anew(account)

    def begin_anew(self, account: Account | None = None) -> None:
        """Another account, which may be known already: nothing of the one before is shown.

        Until its vacancies are read nothing is sent that was decided in an account.
        """
        context = self._context
        context.outbox.known_as("")
        context.store.dispatch(AccountLeft())
        context.reads.account(fatal=False, known=account)
