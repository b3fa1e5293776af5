"""The sprint that an earlier run left: offered once in each account, and gone on with."""

from collections.abc import Callable
from functools import partial
from typing import Final

from hh_tui.errors import HHError
from hh_tui.inbox.decisions.sprint_losses import SprintLoss
from hh_tui.inbox.decisions.sprint_texts import KeptSprint
from hh_tui.ui.context import Context
from hh_tui.ui.events import ReadFailed, SprintFound
from hh_tui.ui.open_sprint import OpenSprint
from hh_tui.ui.sprint_forms import SprintForms
from hh_tui.ui.sprint_letters import tell_loss

GROUP: Final = "sprint"
"""The group of the read that finds everybody of an earlier run's sprint."""


class SprintRecall:
    """`is_busy` tells whether there is a sprint here already, `resumed` gets what was lost of it."""

    def __init__(
        self,
        context: Context,
        open_sprint: OpenSprint,
        forms: SprintForms,
        *,
        is_busy: Callable[[], bool],
        resumed: Callable[[SprintLoss], None],
    ) -> None:
        self._context = context
        self._open = open_sprint
        self._forms = forms
        self._is_busy = is_busy
        self._resumed = resumed
        self._offered = False
        self.failed = False
        """Whether hh.ru did not tell who is in it: then a new one can be begun instead."""

    def forget(self) -> None:
        """Another account, or another disk, may have one to offer."""
        self._offered = self.failed = False

    def offer(self) -> None:
        """Offer to go on where a sprint was left."""
        context = self._context
        if self._offered or self._open.sprint is not None or context.disk.why_not is not None:
            return
        self._offered, kept = True, self._open.kept()
        if kept is not None:
            title = context.render_context.tr("sprint.kept", n=len(kept.choices))
            context.program.interrupt("sprint", title, self._ask)

    def _ask(self) -> None:
        """What it was about when it had to wait may have been gone on with, or thrown away, since."""
        kept = None if self._is_busy() else self._open.kept()
        if kept is None:
            return
        tr, key = self._context.render_context.tr, self._context.keys("sprint")
        title = tr("sprint.kept", n=len(kept.choices))
        answers = (tr("sprint.kept.yes"), tr("sprint.kept.no", key=key))
        self._context.confirm(
            title, answers, partial(self.look_for, kept), default=True, detail=tr("sprint.kept.detail")
        )

    def look_for(self, kept: KeptSprint) -> None:
        """Ask hh.ru for everybody in it."""
        self._context.ask_for(self._context.tasks.start(partial(self._find, kept), group=GROUP))

    async def _find(self, kept: KeptSprint) -> None:
        try:
            found = await self._open.find(kept)
        except HHError as error:
            self.failed = True
            self._context.post(ReadFailed(error))
        else:
            self.failed = False
            self._context.post(SprintFound(kept, found))

    def resume(self, event: SprintFound) -> None:
        """Go on with those who were found; without anybody there is nothing to go on with."""
        context = self._context
        context.clear_status()
        if self._is_busy() or self._open.account != event.kept.account:
            return
        loss = self._open.resume(event.kept, event.found)
        self._forms.recall()
        if self._open.sprint is not None and self._open.sprint.people:
            self._resumed(loss)
            return
        self._open.discard()
        self._forms.forget()
        said = context.render_context.tr("sprint.nobody-left", key=context.keys("sprint"))
        context.windows.notify(said, severity="warning")
        tell_loss(context, loss, count=False)
