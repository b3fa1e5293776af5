"""Calling a candidate: the link that hh.ru gives for it, shown as a QR code and copied."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.presenters.dates import moment
from hh_tui.ui.presenters.dossier import is_refused

if TYPE_CHECKING:
    from hh_tui.api.models.call import CallLink


class CallLinks:
    """A link holds for one candidate and for a while: each time a new one is asked for.

    What that does is explained before the first one.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._is_explained = False

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"call-link": self.ask}

    def ask(self) -> None:
        """Ask for a link to the candidate under the cursor."""
        context, row = self._context, self._context.inbox.selected
        if row is None:
            return
        resume = row.negotiation.resume
        if resume is None or resume.id is None:
            context.say("call.no-resume")
            return
        home = context.inbox.source_of(row.id)
        start = partial(self._start, row.negotiation, resume.id, home.vacancy_id if home else None)
        if self._is_explained:
            start()
        else:
            self._explain(row.negotiation, start)

    def _explain(self, negotiation: Negotiation, start: Callable[[], None]) -> None:
        context, tr = self._context, self._context.render_context.tr

        def agreed() -> None:
            self._is_explained = True
            start()

        title = tr("call.create", name=name(context.render_context, negotiation))
        answers = (tr("call.create.yes"), tr("call.create.no"))
        context.confirm(title, answers, agreed, default=True, detail=tr("call.create.detail"))

    def _start(self, negotiation: Negotiation, resume_id: str, vacancy_id: str | None) -> None:
        context = self._context
        read = partial(self._read, negotiation, resume_id, vacancy_id)
        context.ask_for(context.tasks.start(read, group="call"))

    async def _read(self, negotiation: Negotiation, resume_id: str, vacancy_id: str | None) -> None:
        context = self._context
        call = partial(context.session.client.calls.link, resume_id, vacancy_id)
        try:
            link = await context.session.read(call, what="call")
        except HHError as error:
            context.clear_status()
            self._failed(error, partial(self._start, negotiation, resume_id, vacancy_id))
        else:
            context.clear_status()
            self._show(negotiation, link)

    def _show(self, negotiation: Negotiation, link: "CallLink") -> None:
        """The code, unless another window has come meanwhile; the link goes to the clipboard at once."""
        from hh_tui.ui.dialogs.call_page import CallPage

        context, ctx = self._context, self._context.render_context
        until = ctx.tr("calls.until", when=moment(ctx, link.expires_at)) if link.expires_at else ""
        if context.windows.is_free:
            page = CallPage(ctx.tr("call.title", name=name(ctx, negotiation)), link.link, until, ctx.tr)
            context.windows.push(page)
            context.options.copy(link.link, ctx.tr("copy.call"), show=False, tell=page.tell)

    def _failed(self, error: HHError, again: Callable[[], None]) -> None:
        """Say why; where hh.ru gives no such links, the telephone is the way that is left."""
        context = self._context
        context.locked_out(error)
        if is_refused(error):
            context.windows.notify(
                context.render_context.tr("call.refused", key=context.keys("tab-resume")), severity="warning"
            )
        else:
            context.fail(error)
        context.remember(error, again)
