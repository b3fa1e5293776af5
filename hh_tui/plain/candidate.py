"""What is looked at of one candidate beside their thread, and the person's own labels on people."""

from hh_tui.api.models import FullResume
from hh_tui.errors import HHError
from hh_tui.inbox.decisions.selection_actions import Chosen
from hh_tui.inbox.lists import labels
from hh_tui.inbox.snapshot.dossier import Tab, has
from hh_tui.plain import dossier_text
from hh_tui.plain.context import PlainContext
from hh_tui.ui.events import DossierAsked, LabelPut
from hh_tui.ui.presenters.candidate import people
from hh_tui.ui.presenters.errors import explain


class PlainCandidate:
    """The resume tells the candidate that they were looked at, notes and history do not."""

    def __init__(self, context: PlainContext) -> None:
        self._context = context

    async def show(self, tab: Tab) -> None:
        """Read a tab where it was not read yet, and tell it."""
        context, row = self._context, self._context.inbox.selected
        if row is None:
            return
        if not has(row.negotiation, tab):
            context.say("plain.no-tab")
            return
        if context.inbox.dossier(row.id)[tab].wanted:
            home = context.inbox.source_of(row.id)
            context.states.dispatch(DossierAsked(row.negotiation, tab))
            context.reads.tab(row.negotiation, tab, home.vacancy_id if home else None)
            await context.tasks.settled()
        context.terminal.say(*self._lines(row.id, tab))

    def _lines(self, negotiation_id: str, tab: Tab) -> list[str]:
        context, dossier = self._context, self._context.inbox.dossier(negotiation_id)
        ctx, part = context.state.view.render_context, dossier[tab]
        if part.error is not None:
            return [explain(ctx.tr, part.error).sentence]
        if isinstance(part.value, FullResume):
            return dossier_text.resume(ctx, part.value)
        if tab is Tab.NOTES:
            return dossier_text.notes(ctx, dossier.notes or ())
        return dossier_text.history(ctx, dossier.history or ())

    async def label(self, chosen: Chosen) -> None:
        """Put a label on everybody marked, or on the candidate under the cursor; or take it off."""
        context, row = self._context, self._context.inbox.selected
        rows = list(chosen.values()) or ([row] if row else [])
        if not rows:
            context.say("marks.nobody")
            return
        given, ctx = context.state.view.labels, context.state.view.render_context
        who = people(ctx, [one.negotiation for one in rows])
        known = ", ".join(labels.known(given)) or context.tr("label.none")
        context.terminal.say(context.tr("label.title", who=who), known)
        name = labels.named(await context.ask.line(context.tr("plain.label")) or "")
        if not name:
            context.say("plain.not-done")
            return
        owners = [labels.owner_of(one) for one in rows]
        after = labels.toggled(given, owners, name)
        try:
            await context.disk.remember_all(labels.KIND, labels.texts(after, owners))
        except HHError as error:
            context.terminal.say(explain(ctx.tr, error).sentence)
            return
        context.states.dispatch(LabelPut(after, name, tuple(one.negotiation for one in rows)))
        is_on = name in after.get(owners[0], ())
        context.say("label.on" if is_on else "label.off", name=name, n=len(owners))
