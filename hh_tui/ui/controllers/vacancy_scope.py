"""Whose vacancies are listed: chosen in a form, kept for the working account."""

from hh_tui.inbox.lists.vacancy_scope import VacancyScope
from hh_tui.ui.context import Context
from hh_tui.ui.events import AccountRead, Event
from hh_tui.ui.state_store import State


class VacancyScopes:
    """Lets the person choose a department and managers; the vacancies are read anew then."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._asked: VacancyScope | None = None
        """What was chosen and is being read."""

    def on_event(self, event: Event, _: State, after: State) -> None:
        """The vacancies came: say whose they are."""
        if not isinstance(event, AccountRead) or self._asked is None:
            return
        asked, self._asked = self._asked, None
        if asked and not event.scope:
            self._context.say("whose.not-narrowed")
        elif event.scope:
            self._context.say("whose.now", what=event.scope.name)
        else:
            self._context.say("whose.now-all")

    def choose(self) -> None:
        """The form; what it is left with is kept, and holds from now on."""
        from hh_tui.ui.dialogs.scope_form import ScopeForm

        context, account = self._context, self._context.inbox.account
        if account is None or account.employer is None:
            return
        begun = context.reads.scopes.of(account)

        def left(scope: VacancyScope | None) -> None:
            if scope is None or scope == begun:
                return
            context.reads.scopes.keep(account, scope)
            self._asked = scope
            context.reads.account(fatal=False, known=account)

        form = ScopeForm(account.employer.id, begun, context.session, context.render_context.tr, context.keys)
        context.windows.push(form, left)
