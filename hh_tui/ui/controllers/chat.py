"""The chat of a candidate beside its letters: files, participants, who may write, one's own messages."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from hh_tui.api.models import EmployerManager, Negotiation
from hh_tui.api.models.thread import ThreadMessage
from hh_tui.errors import HHError
from hh_tui.inbox.decisions.history import SentAtOnce
from hh_tui.inbox.snapshot.silenced import KIND, silenced
from hh_tui.inbox.snapshot.thread import Thread, own_messages
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.events import AccountRead, AtOnceFailed, AtOnceSent, Event, Started, StoreOpened, ThreadRead
from hh_tui.ui.file_attempts import FileAttemptLog
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.presenters.chat import message_line, participant_line
from hh_tui.ui.state_store import State

if TYPE_CHECKING:
    from hh_tui.api.models import Participant
    from hh_tui.ui.dialogs.message_form import Rewritten

_ADD = "add"

MessagePlace = tuple[str, str, str]
"""The login, the candidate and the message."""


class Chat:
    """What hh.ru allows in a chat. Each is one small write at once: nothing of it waits in the outbox."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._begun: dict[MessagePlace, str] = {}
        """Words that are to replace a message, until the server has them."""
        self._names: dict[MessagePlace, str] = {}
        """Whom these messages are for."""
        self._files = FileAttemptLog(context.disk, context.clock, self._files_changed)

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"chat": self.menu}

    def on_event(self, event: Event, _: State, after: State) -> None:
        """What was done here is known from the disk, of which each login has its own; a chat that is read
        settles what was in doubt."""
        if isinstance(event, Started | StoreOpened | AccountRead):
            self._recall()
            self._files_changed()
        elif isinstance(event, ThreadRead):
            thread = Thread.of(event.message_page, None)
            self._files.read(event.negotiation.chat_id, thread)

    def _recall(self) -> None:
        context = self._context
        context.store.show(silenced=silenced(context.disk.remembered(KIND)))

    def menu(self) -> None:
        """Choose what to do in the chat; where the thread is none, say why there is nothing."""
        context, row = self._context, self._context.inbox.selected
        if row is None:
            return
        thread = context.inbox.threads.get(row.id)
        if thread is None or thread.loading:
            context.say("chat.read-first", key=context.keys("tab-messages"))
            return
        if thread.way != "chats" or row.negotiation.chat_id is None:
            context.say("chat.none")
            return
        if context.may_not_decide():
            return
        tr, chosen = context.render_context.tr, self._ways(row.negotiation, thread)
        items = [PickerItem(way, tr(f"chat.{way}")) for way in chosen]
        context.pick(
            tr("chat.title", name=name(context.render_context, row.negotiation)), items, partial(_go, chosen)
        )

    def _ways(self, negotiation: Negotiation, thread: Thread) -> dict[str, Callable[[], object]]:
        """What can be done, by id."""
        own = own_messages(thread)
        editable = tuple(one for one in own if one.can_edit and one.text)
        ways: dict[str, Callable[[], object]] = {}
        if thread.takes_files and thread.write_state.allowed:
            ways["send-file"] = partial(self._send_file, negotiation)
        ways["participants"] = partial(self._read_participants, negotiation)
        if editable:
            ways["edit"] = partial(self._choose, negotiation, editable, self._edit)
        if own:
            ways["delete"] = partial(self._choose, negotiation, own, self._ask_to_delete)
        if negotiation.chat_id in self._context.view.silenced:
            ways["allow"] = partial(self._let_write, negotiation, allowed=True)
        else:
            ways["forbid"] = partial(self._ask_to_forbid, negotiation)
        return ways

    # Files

    def _send_file(self, negotiation: Negotiation) -> None:
        from hh_tui.ui.dialogs.file_form import FileForm

        context, chat_id = self._context, negotiation.chat_id or ""
        attempts = self._files.of(chat_id, lambda: context.inbox.threads.get(negotiation.id))

        def left(outcome: bool | HHError | None) -> None:
            if isinstance(outcome, HHError):
                self._failed(outcome, partial(self._send_file, negotiation))
            elif outcome is not None:
                what = "chat" if outcome else "file-unsure"
                context.store.dispatch(AtOnceSent(SentAtOnce(what, (negotiation,))))
                context.say("file.sent" if outcome else "file.maybe")
                context.reads.thread(negotiation)

        title, tr = name(context.render_context, negotiation), context.render_context.tr
        context.windows.push(FileForm(negotiation, title, attempts, context.session, tr, context.keys), left)

    def _files_changed(self) -> None:
        self._context.store.show(unsure_files=self._files.all)

    # Participants

    def _read_participants(self, negotiation: Negotiation) -> None:
        context = self._context
        context.ask_for(context.tasks.start(partial(self._ask_participants, negotiation), group="chat"))

    async def _ask_participants(self, negotiation: Negotiation) -> None:
        context = self._context
        chat_id = negotiation.chat_id or ""
        try:
            found = await context.session.read(
                partial(context.session.client.chats.participants, chat_id), what="chat"
            )
        except HHError as error:
            context.clear_status()
            self._failed(error, partial(self._read_participants, negotiation))
            return
        context.clear_status()
        tr = context.render_context.tr
        items = [PickerItem(_ADD, tr("chat.add"))]
        items += [PickerItem(f"id-{one.id}", participant_line(tr, one), dimmed=True) for one in found]

        def chosen(item_id: str | None) -> None:
            if item_id == _ADD:
                ask = partial(self._ask_managers, negotiation, found)
                context.ask_for(context.tasks.start(ask, group="chat"))

        if context.windows.is_free:
            context.pick(tr("chat.participants.title", n=len(found)), items, chosen)

    async def _ask_managers(self, negotiation: Negotiation, there: "tuple[Participant, ...]") -> None:
        context, account = self._context, self._context.inbox.account
        if account is None or account.employer is None:
            return
        read = partial(context.session.client.employer.managers, account.employer.id)
        try:
            managers = await context.session.read(read, what="managers")
        except HHError as error:
            context.clear_status()
            self._failed(error, partial(self._read_participants, negotiation))
            return
        context.clear_status()
        taking_part = {one.id for one in there}
        others = {one.id: one for one in managers if one.id not in taking_part}
        if not others:
            context.say("chat.nobody-to-add")
        elif context.windows.is_free:
            items = [PickerItem(one.id, one.name, one.position or "") for one in others.values()]

            def chosen(manager_id: str | None) -> None:
                if manager_id is not None:
                    self._add(negotiation, others[manager_id])

            context.pick(context.render_context.tr("chat.add.title"), items, chosen)

    def _add(self, negotiation: Negotiation, manager: EmployerManager) -> None:
        call = partial(
            self._context.session.client.chats.add_participant, negotiation.chat_id or "", manager.id
        )
        self._write(negotiation, call, "chat.added", name=manager.name)

    # Who may write

    def _ask_to_forbid(self, negotiation: Negotiation) -> None:
        self._ask("forbid", partial(self._let_write, negotiation, allowed=False))

    def _let_write(self, negotiation: Negotiation, *, allowed: bool) -> None:
        call = partial(self._permit, negotiation.chat_id or "", allowed=allowed)
        self._write(negotiation, call, "chat.allowed" if allowed else "chat.forbidden")

    async def _permit(self, chat_id: str, *, allowed: bool) -> None:
        """Tell hh.ru, then remember it: a chat does not say whether its candidate may write."""
        context = self._context
        await context.session.client.chats.let_applicant_write(chat_id, allowed=allowed)
        if allowed == (chat_id in context.view.silenced):
            context.disk.remember(KIND, chat_id, "" if allowed else context.clock().isoformat())
            self._recall()

    # One's own messages

    def _choose(
        self,
        negotiation: Negotiation,
        own: tuple[ThreadMessage, ...],
        then: Callable[[Negotiation, ThreadMessage], None],
    ) -> None:
        context = self._context
        by_id = {one.id: one for one in own}
        items = [PickerItem(one.id, message_line(context.render_context, one)) for one in own]

        def chosen(message_id: str | None) -> None:
            if message_id is not None:
                then(negotiation, by_id[message_id])

        context.pick(context.render_context.tr("chat.own.title"), items, chosen)

    def _edit(self, negotiation: Negotiation, message: ThreadMessage) -> None:
        from hh_tui.ui.dialogs.message_form import MessageForm

        context = self._context
        key = context.session.login, negotiation.id, message.id

        def left(rewritten: "Rewritten | None") -> None:
            if rewritten is None:
                return
            if rewritten.text.rstrip() == (message.text or "").rstrip():
                self._keep(key, None)
                return
            self._keep(key, rewritten.text)
            if rewritten.send:
                self._write(
                    negotiation, partial(self._replace, key, negotiation, rewritten.text), "chat.edited"
                )

        text = self._begun.get(key, message.text or "")
        self._names[key] = title = name(context.render_context, negotiation)
        context.windows.push(MessageForm(title, text, context.render_context.tr, context.keys), left)

    async def _replace(self, key: MessagePlace, negotiation: Negotiation, text: str) -> None:
        await self._context.session.client.chats.edit(negotiation.chat_id or "", key[2], text)
        if self._begun.get(key) == text:
            # Others that were typed meanwhile are still to go.
            self._keep(key, None)

    def _keep(self, key: MessagePlace, text: str | None) -> None:
        """These words are to replace a message; None where there are none any more."""
        if text is None:
            self._begun.pop(key, None)
        else:
            self._begun[key] = text
        self._context.store.show(rewrites_begun=tuple(self._names[one] for one in self._begun))

    def _ask_to_delete(self, negotiation: Negotiation, message: ThreadMessage) -> None:
        call = partial(self._context.session.client.chats.delete, negotiation.chat_id or "", message.id)
        self._ask("delete", partial(self._write, negotiation, call, "chat.deleted"))

    # Writing

    def _ask(self, what: str, go: Callable[[], object]) -> None:
        """What the candidate notices at once is asked about; Enter leaves things as they are."""
        tr = self._context.render_context.tr
        answers = (tr(f"chat.{what}.yes"), tr(f"chat.{what}.keep"))
        self._context.confirm(tr(f"chat.{what}.title"), answers, go)

    def _write(
        self, negotiation: Negotiation, call: Callable[[], Awaitable[object]], said: str, **values: str
    ) -> None:
        """One small write, then the thread as it is. Done twice each of them is as good as done once."""

        context, step = self._context, SentAtOnce("chat", (negotiation,))

        async def write() -> None:
            try:
                await context.session.write(negotiation.id, call)
            except HHError as error:
                self._failed(error, partial(self._write, negotiation, call, said, **values))
                if not error.outcome_unknown:
                    context.store.dispatch(AtOnceFailed(step))
                    return
            else:
                context.say(said, **values)
            context.reads.thread(negotiation)

        context.store.dispatch(AtOnceSent(step))
        context.tasks.start(write, group="chat-write", exclusive=False)

    def _failed(self, error: HHError, again: Callable[[], object]) -> None:
        self._context.locked_out(error)
        self._context.fail(error)
        self._context.remember(error, again)


def _go(ways: Mapping[str, Callable[[], object]], way: str | None) -> None:
    if way is not None:
        ways[way]()
