"""The composer: what it starts from, what it counts, what it warns of."""

from collections.abc import Mapping

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.optimistic import echoes
from hh_tui.inbox.decisions.silent_step import Untold, kept_quiet, untold
from hh_tui.inbox.letters.streak import in_a_row
from hh_tui.inbox.letters.variables import known
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.dialogs.template_picker import Writing, offered
from hh_tui.ui.letter_editing import Lettering
from hh_tui.ui.presenters import errors, letter
from hh_tui.ui.screens.keywording import KeywordingScreen


class ComposingScreen(KeywordingScreen, Lettering):
    """Writing to the candidate in the composer."""

    _quiet: Mapping[str, Untold] = {}
    """Steps taken here without a letter, by negotiation, until a letter follows."""

    def writing(self) -> Writing | None:
        """The letter in the composer, to whom it was begun."""
        negotiation, inbox = self.composing, self.inbox
        if negotiation is None:
            return None
        account, seen = inbox.account, self.written_to
        vacancy = inbox.vacancy_by_id(seen.home.vacancy_id) if seen is not None else None
        return Writing(
            self.candidate.composer,
            offered(negotiation.templates),
            known(account, vacancy.name if vacancy else "", negotiation),
            account.employer.id if account and account.employer else None,
            self.worker,
            self.lens.tr,
        )

    def watch_inbox(self, before: Inbox, inbox: Inbox) -> None:
        """What is counted follows the thread."""
        super().watch_inbox(before, inbox)
        if self.composing is not None:
            self.show_length()

    def show_length(self) -> None:
        """To whom the letter goes, how long it is, how many went before it, and what else it tells."""
        super().show_length()
        negotiation = self.composing
        if negotiation is None:
            return
        rows = self.inbox.listing.rows
        place = rows.index_of(negotiation.id)
        now = rows[place].negotiation if place is not None else negotiation
        hidden = self._quiet.get(negotiation.id) or untold(now)
        lock = self.inbox.lock(now)
        closed = errors.locked(self.lens.tr, lock) if lock is not None else ""
        self.candidate.beware(closed or letter.warning(self.lens.tr, hidden))

    def _measured(self, negotiation: Negotiation) -> str:
        thread = self.inbox.threads.get(negotiation.id)
        row = in_a_row(thread, echoes(self.inbox, negotiation.id))
        return letter.measure(self.lens.tr, self.candidate.composer.text, row)

    def remember_silence(self, operation: Operation) -> None:
        """A step without a letter was taken, or a letter has told of it."""
        key, quiet = operation.negotiation.id, kept_quiet(operation)
        others = {one: step for one, step in self._quiet.items() if one != key}
        if quiet is not None:
            self._quiet = {**others, key: quiet}
        elif operation.text is not None:
            self._quiet = others

    def can_not_decide(self) -> bool:
        """Without a place to write decisions down there are none: say why."""
        error = self.house.why_not
        if error is not None:
            sentence = errors.explain(self.lens.tr, error).sentence
            self.notify(sentence, severity="warning", markup=False)
        return error is not None
