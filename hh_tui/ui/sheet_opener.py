"""The form of an action, opened on one candidate; what is typed into it is kept."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from hh_tui.api.models import Action, Negotiation
from hh_tui.inbox.decisions.forms import MESSAGE, Form, Values
from hh_tui.inbox.letters.step_letters import of_no_other
from hh_tui.inbox.letters.variables import known
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.sheet_outcome import SheetOutcome
from hh_tui.ui.events import FormKept
from hh_tui.ui.presenters import card
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.presenters.letter import begun_earlier

if TYPE_CHECKING:
    from hh_tui.ui.dialogs.sheet_reads import Beginning


class BegunForm(Struct, frozen=True):
    """The values that a form begins with, and who keeps what is typed into it.

    `is_draft` says that they were typed into it earlier.
    """

    values: Values
    keep: Callable[[Values], None]
    is_draft: bool = True


class SheetOpener:
    """Opens sheets above the inbox. Values are kept in the snapshot, by negotiation and action."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def keep(self, negotiation: Negotiation, action: Action, values: Values) -> None:
        """Keep what was typed into the form of an action."""
        addressee = name(self._context.render_context, negotiation)
        self._context.store.dispatch(FormKept((negotiation.id, action.id), values, addressee))
        self._context.disk.texts_changed()

    def open(
        self,
        form: Form,
        negotiation: Negotiation,
        vacancy: str,
        decided: Callable[[SheetOutcome], None],
        *,
        note: str = "",
        when: Callable[[Callable[[datetime], None]], None] | None = None,
        own: BegunForm | None = None,
        letter: "Beginning | None" = None,
        again: str = "",
    ) -> None:
        """Let the person fill it in; `decided` gets what is to be sent, and is not called without it.

        `vacancy` is the name that letters speak of. `when` asks for a moment to send it at. With
        an `own` beginning nothing is read from the snapshot, and nothing is kept there. A `letter` that was
        chosen beforehand takes the place of what stands in the form. `again` says below it by which keys the
        last decision is made once more.
        """
        from hh_tui.ui.dialogs.action_sheet import ActionSheet

        context, action = self._context, form.action
        begun = own or BegunForm(
            context.inbox.sheets.get((negotiation.id, action.id), {}),
            partial(self.keep, negotiation, action),
        )
        account = context.inbox.account
        if begun.is_draft and begun.values.get(MESSAGE) and letter is None:
            has_templates = bool(action.templates)
            words = begun_earlier(context.render_context.tr, context.keys, has_templates=has_templates)
            note = "\n".join(one for one in (note, words) if one)

        def left(outcome: SheetOutcome | None) -> None:
            if outcome is None:
                return
            begun.keep(outcome.values)
            if outcome.body is not None:
                decided(outcome)

        sheet = ActionSheet(
            form,
            card.title(context.render_context, negotiation),
            begun.values,
            account.employer.id if account and account.employer else None,
            context.session,
            context.render_context.tr,
            context.keys,
            begun.keep,
            templates=of_no_other(negotiation.templates, action, negotiation),
            facts=known(account, vacancy, negotiation),
            note=note,
            when=when,
            chosen=letter,
            again=again,
        )
        context.windows.push(sheet, left)
