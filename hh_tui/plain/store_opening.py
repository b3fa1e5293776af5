"""What a store holds is taken up: at the start, and after another instance has ended."""

from collections.abc import Callable

from hh_tui.inbox.decisions import action_shortcuts
from hh_tui.inbox.letters.drafts import Drafts
from hh_tui.inbox.lists import labels
from hh_tui.plain.context import PlainContext
from hh_tui.plain.outbox_notices import PlainNotices
from hh_tui.ui.events import LabelsChanged, StoreOpened, WritesTakenUp
from hh_tui.ui.presenters.errors import told_once


class PlainStoreOpening:
    """Puts what the disk keeps where it belongs; `snoozed` is asked to do so with those put aside."""

    def __init__(self, context: PlainContext, notices: PlainNotices, snoozed: Callable[[], None]) -> None:
        self._context = context
        self._notices = notices
        self._snoozed = snoozed

    def recall(self) -> None:
        """Shortcuts, labels and those put aside, of the disk: another instance may have added some."""
        context = self._context
        chosen = action_shortcuts.from_settings(context.settings.shortcuts)
        kept = action_shortcuts.from_texts(context.disk.remembered(action_shortcuts.KIND))
        context.states.show(shortcuts=action_shortcuts.merged(chosen, kept))
        context.states.dispatch(LabelsChanged(labels.from_texts(context.disk.remembered(labels.KIND))))
        self._snoozed()

    def take_up(self) -> None:
        """Tell what is wrong with the store; then drafts, forms and open writes of the disk."""
        context, store = self._context, self._context.disk.store
        context.terminal.say(*told_once(context.tr, store.notices))
        context.states.dispatch(StoreOpened(Drafts(store.drafts()), store.sheets(), another_login=False))
        context.outbox.load(store.records())
        context.states.dispatch(WritesTakenUp([one.operation for one in context.outbox.outbox.open]))
        self._notices.old_writes()

    async def take_over(self) -> None:
        """Where another instance has ended meanwhile, decisions are kept here now."""
        context = self._context
        if not context.disk.waits_for_another:
            return
        if await context.disk.take_over():
            self.recall()
            self.take_up()
            context.outbox.known_as(context.outbox.account)
            context.say("second.over")
        elif not context.disk.waits_for_another:
            context.terminal.say(*told_once(context.tr, context.disk.store.notices))
