"""Writing to a candidate: what a letter starts from, and what it lacks."""

from collections.abc import Callable, Mapping

from hh_tui.inbox.letters.variables import known
from hh_tui.ui.commanded import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.template_picker import Writing, offered
from hh_tui.ui.letter_editing import LetterEditing
from hh_tui.ui.widgets.text_editor import TextEditor


class Compose:
    """The letter in the composer. `area` gives its text area."""

    def __init__(self, context: Context, area: Callable[[], TextEditor]) -> None:
        self._context = context
        self._area = area
        self._editing = LetterEditing(self.writing)

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"template": self._editing.take_template, "editor": self._editing.open_editor}

    def writing(self) -> Writing | None:
        """The letter in the composer, to whom it was begun."""
        context, inbox, view = self._context, self._context.inbox, self._context.view
        negotiation, seen = view.composing, view.written_to
        if negotiation is None:
            return None
        account = inbox.account
        vacancy = inbox.vacancy_by_id(seen.home.vacancy_id) if seen is not None else None
        return Writing(
            self._area(),
            offered(negotiation.templates),
            known(account, vacancy.name if vacancy else "", negotiation),
            account.employer.id if account and account.employer else None,
            context.session,
            context.lens.tr,
        )

    def stopped_by_gap(self) -> bool:
        """Whether the letter lacks a value; then that is said, and the cursor is on the gap."""
        return self._editing.stopped_by_gap(self._area(), self._context.lens.tr)
