"""A sprint: one candidate a page, decided by letters and digits; nothing of it is sent from here."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.pace import Pace
from hh_tui.inbox.decisions.selection_actions import Chosen
from hh_tui.inbox.decisions.sprint import Sprint, SprintChoice
from hh_tui.inbox.decisions.sprint_losses import SprintLoss
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.snapshot.listing import NEAR
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.answer import Answer
from hh_tui.ui.events import (
    AccountLeft,
    AccountRead,
    Event,
    LoginChanged,
    OutboxChanged,
    SprintFound,
    StoreOpened,
)
from hh_tui.ui.open_sprint import OpenSprint
from hh_tui.ui.sprint_choosing import SprintChoosing
from hh_tui.ui.sprint_filling import Find, SprintFilling
from hh_tui.ui.sprint_forms import SprintForms
from hh_tui.ui.sprint_letters import tell_loss
from hh_tui.ui.sprint_recall import SprintRecall
from hh_tui.ui.sprint_views import SprintViews
from hh_tui.ui.state_store import State

if TYPE_CHECKING:
    from hh_tui.ui.dialogs.sprint_page import SprintPage


class Selected(Protocol):
    """Who is selected."""

    @property
    def selected(self) -> Chosen:
        """The selected candidates of the list shown, by id."""
        ...


class Sprints:
    """Opens the pages over the list, and leads from one to the next.

    `show_sheet` opens the sheet of all choices, `leave_sheet` closes it, `read_ahead` wants the list to be
    known as far as a row; `now` counts seconds and never jumps.
    """

    def __init__(
        self,
        context: Context,
        open_sprint: OpenSprint,
        forms: SprintForms,
        selected: Selected,
        *,
        show_sheet: Callable[[], None],
        leave_sheet: Callable[[], None],
        read_ahead: Callable[[int], None],
        now: Callable[[], float],
    ) -> None:
        self._context = context
        self._open = open_sprint
        self._forms = forms
        self._choosing = SprintChoosing(context, forms)
        self._filling = SprintFilling(context, open_sprint, forms)
        self._views = SprintViews(context, open_sprint)
        self._selected = selected
        self._show_sheet = show_sheet
        self._leave_sheet = leave_sheet
        self._read_ahead = read_ahead
        self._page: SprintPage | None = None
        self._pace = Pace()
        self._now = now
        self._kept = SprintRecall(context, open_sprint, forms, is_busy=self._is_busy, resumed=self._resumed)

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"sprint": self.open}

    @property
    def is_open(self) -> bool:
        """Whether a page is open, be it under another window."""
        return self._page is not None

    def offers(self, key: str) -> bool:
        """Whether this digit or letter stands for an action of the candidate in sight."""
        return self._choosing.offers(key, self._open.in_sight)

    # Beginning

    def open(self) -> None:
        """Go on with the sprint that was left, or begin one with those marked, or with the whole list."""
        context, sprint = self._context, self._open.sprint
        if context.may_not_decide():
            return
        if sprint is not None and sprint.is_begun:
            self._choose(len(sprint.choices), self._go_on, is_here=self._is_of_list)
        elif (kept := self._open.kept()) is not None:
            here = kept.source == context.inbox.listing.query and not self._selected.selected
            is_here = here and not self._kept.failed
            self._choose(len(kept.choices), partial(self._kept.look_for, kept), is_here=is_here)
        else:
            self._begin()

    def _choose(self, count: int, go_on: Callable[[], object], *, is_here: bool) -> None:
        """Go on at once where that is plainly meant; else that is asked."""
        context, tr = self._context, self._context.render_context.tr
        if is_here:
            go_on()
            return
        answers = [
            Answer("on", tr("sprint.go-on", n=count)),
            Answer("anew", tr("sprint.anew", n=count)),
            Answer("stay", tr("sprint.which.neither")),
        ]

        def chosen(answer: str | None) -> None:
            if answer == "on":
                go_on()
            elif answer == "anew":
                self._open.discard()
                self._begin()

        context.choose(tr("sprint.which"), answers, chosen, "on")

    @property
    def _is_of_list(self) -> bool:
        query = self._context.inbox.listing.query
        return query == self._open.query and (self._open.is_marked or not self._selected.selected)

    def _go_on(self) -> None:
        """Where it was left; who was decided on elsewhere meanwhile is not in it any more."""
        loss = self._open.drop_departed()
        self._show()
        tell_loss(self._context, loss)

    def _begin(self) -> None:
        inbox, marked = self._context.inbox, self._selected.selected
        query, rows = inbox.listing.query, tuple(marked.values()) or tuple(inbox.rows)
        if query is None or not rows:
            loading = not inbox.listing.complete and inbox.listing.error is None
            self._context.say("sprint.loading" if loading else "sprint.nobody")
            return
        self._forms.begin()
        self._open.begin(query, rows, 0 if marked else inbox.cursor, marked=bool(marked))
        self._show()

    def fill(self, ids: Sequence[str], find: Find) -> None:
        """Choose what is found for these of the list, and show all of it as one sheet.

        Of a sprint of this list that was left it is asked; who has a choice in it keeps that if it goes on.
        """
        context, sprint = self._context, self._open.sprint
        if context.may_not_decide():
            return
        is_begun = sprint is not None and sprint.is_begun
        if not self._is_of_list if is_begun else self._open.kept() is not None:
            context.say("rule.sprint.another", key=context.keys("sprint"))
            return
        if is_begun:
            tell_loss(context, self._open.drop_departed(), count=False)
            self._extend()
        else:
            self._forms.begin()
            query, rows = context.inbox.listing.query, context.inbox.rows
            if query is None:
                return
            self._open.begin(query, rows, context.inbox.cursor, marked=False)
        self._filling.fill(ids, find, self._filled)

    def _filled(self) -> None:
        self._show()
        self._show_sheet()

    def _show(self) -> None:
        """Open the page one is on."""
        from hh_tui.ui.dialogs.sprint_page import SprintPage, SprintPageKeys

        self._views.begin()
        self._extend()
        keys = SprintPageKeys(
            act=lambda digit: self._decide(partial(self._choosing.by_digit, digit)),
            letter=lambda letter: self._decide(partial(self._choosing.by_letter, letter)),
            choose=lambda: self._decide(self._choosing.from_all),
            edit=self.edit,
            skip=lambda: self._turn(Sprint.passing),
            back=lambda: self._turn(Sprint.going_back),
            undo=self.undo,
            close=self._close,
        )
        self._pace = Pace().seen(self._now())
        self._page = SprintPage(keys, self._views.page(self._pace))
        self._context.windows.push(self._page)

    # Pages

    def _decide(self, choose: Callable[[Target, Callable[[SprintChoice], None]], None]) -> None:
        if (seen := self._open.in_sight) is None:
            self._context.say("sprint.at-end", key=self._context.keys("sprint-close"))
        else:
            choose(seen, self._chosen)

    def _chosen(self, choice: SprintChoice) -> None:
        sprint, key = self._open.sprint, choice.target.negotiation.id
        if sprint is not None:
            self._context.clear_status()
            self._go(sprint.choosing(key, choice))
            self._context.program.decided()

    def _turn(self, turn: Callable[[Sprint], Sprint]) -> None:
        if (sprint := self._open.sprint) is not None:
            self._context.clear_status()
            self._go(turn(sprint))

    def _go(self, sprint: Sprint) -> None:
        """To another page, or to the same one with something else on it."""
        before = self._open.sprint
        if before is None or before.place != sprint.place:
            self._pace = self._pace.seen(self._now())
        self._open.change(sprint)
        self._extend()
        self.refresh()

    def undo(self) -> None:
        """Without the last choice, on its page again."""
        sprint = self._open.sprint
        if sprint is None or not sprint.history:
            self._context.say("sprint.undo.nothing")
        else:
            self._turn(Sprint.taking_back)
            self._context.say("sprint.undone")

    def edit(self) -> None:
        """Change what the candidate in sight gets, for them alone."""
        sprint, seen = self._open.sprint, self._open.in_sight
        choice = sprint.choices.get(seen.negotiation.id) if sprint is not None and seen is not None else None
        if seen is None or choice is None:
            self._context.say("sprint.edit.nothing")
            return
        self._forms.edit(
            choice.target,
            choice.action,
            choice.body,
            lambda body, own: self._chosen(SprintChoice(choice.target, choice.action, body, own)),
        )

    def show_page_of(self, negotiation_id: str) -> None:
        """Go to somebody's page."""
        sprint = self._open.sprint
        if sprint is not None and negotiation_id in sprint.people:
            self._go(sprint.at(negotiation_id))

    def refresh(self) -> None:
        """What was chosen may be something else by now."""
        if self._page is not None:
            self._page.see(self._views.page(self._pace))

    def _close(self) -> None:
        """To the sheet; without a choice there is none, and the sprint is over."""
        sprint = self._open.sprint
        if sprint is not None and sprint.is_begun:
            self._show_sheet()
        else:
            self._open.discard()
            self.leave()

    def leave(self) -> None:
        """Close the page."""
        page, self._page = self._page, None
        if page is not None:
            page.answer(None)

    def _extend(self) -> None:
        """The pages go on as far as the list is known, and it is read on before they end."""
        context, sprint, query = self._context, self._open.sprint, self._open.query
        inbox = context.inbox
        if sprint is None or query != inbox.listing.query or self._open.is_marked:
            return
        self._open.reach(inbox.rows)
        if not inbox.listing.complete and len(sprint.people) - sprint.place < NEAR:
            self._read_ahead(len(inbox.rows))

    # What happens meanwhile

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Time and rows come; what was chosen is on its way; an earlier run left something."""
        match event:
            case OutboxChanged():
                tell_loss(self._context, self._open.on_outbox(event.outbox), count=False)
            case StoreOpened() | LoginChanged() | AccountLeft():
                self._put_away()
                self._kept.forget()
            case AccountRead():
                self._recall()
            case SprintFound():
                self._kept.resume(event)
            case _:
                pass
        if self._page is None:
            return
        if before.inbox.listing is not after.inbox.listing:
            self._extend()
            self.refresh()
        if before.view.status_text != after.view.status_text:
            self._page.say(after.view.status_text)

    def taken_back(self, operations: Sequence[Operation]) -> None:
        """What had not gone yet is chosen again, in the sprint it was confirmed in."""
        context = self._context
        self._open.taken_back(operations)
        self._forms.write_down()
        context.say("sprint.taken-back", n=len(operations), key=context.keys("sprint"))

    # An earlier run

    def _put_away(self) -> None:
        """Nothing of it can be decided here any more; what was chosen stays with its account, on the disk."""
        self._open.clear()
        self._forms.put_away()
        self._leave_sheet()
        page, self._page = self._page, None
        if page is not None:
            page.close_by_itself(None)

    def _recall(self) -> None:
        """Offer to go on where a sprint was left; another account has none of this one's."""
        if self._open.is_of_another_account:
            self._put_away()
            self._kept.forget()
        self._kept.offer()

    def _is_busy(self) -> bool:
        """Whether there is a sprint here already, be it only just begun."""
        sprint = self._open.sprint
        return self._page is not None or (sprint is not None and sprint.is_begun)

    def _resumed(self, loss: SprintLoss) -> None:
        self._show()
        tell_loss(self._context, loss)
