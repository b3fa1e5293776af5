"""The closing sheet of a sprint: choices can be changed or taken out, then all are handed over at once."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from hh_tui.inbox.decisions import action_menu, sprint_operations
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.sprint import SprintChoice
from hh_tui.inbox.decisions.target import Target
from hh_tui.system.structs import replace
from hh_tui.ui.context import Context
from hh_tui.ui.decisions import Decisions
from hh_tui.ui.employer_addresses import read_addresses
from hh_tui.ui.events import AddressesRead, DecidedTogether, Event, OutboxChanged
from hh_tui.ui.open_sprint import OpenSprint
from hh_tui.ui.presenters import actions
from hh_tui.ui.presenters import sprint as told
from hh_tui.ui.presenters.sprint import SprintLine
from hh_tui.ui.sprint_choosing import SprintChoosing
from hh_tui.ui.sprint_forms import SprintForms
from hh_tui.ui.sprint_vacancies import told_vacancies
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane

if TYPE_CHECKING:
    from hh_tui.ui.dialogs.sprint_sheet import SprintSheet

Choose = Callable[[Target, Callable[[SprintChoice], None]], None]
"""Chooses an action for one candidate."""


class Pages(Protocol):
    """The pages under the sheet."""

    def show_page_of(self, negotiation_id: str) -> None:
        """Go to somebody's page."""

    def refresh(self) -> None:
        """What was chosen may be something else by now."""

    def leave(self) -> None:
        """Close them."""


class SprintSheets:
    """Nothing is sent before `confirm`, which hands everything that is chosen to the outbox."""

    def __init__(
        self,
        context: Context,
        decisions: Decisions,
        open_sprint: OpenSprint,
        forms: SprintForms,
        pages: Pages,
    ) -> None:
        self._context = context
        self._decisions = decisions
        self._open = open_sprint
        self._forms = forms
        self._choosing = SprintChoosing(context, forms)
        self._pages = pages
        self._sheet: SprintSheet | None = None
        self._out: dict[str, SprintChoice] = {}
        """What was taken out since the sheet is open."""

    def open(self) -> None:
        """Show everything that was chosen."""
        from hh_tui.ui.dialogs.sprint_sheet import SprintSheet, SprintSheetKeys

        self._out = {}
        keys = SprintSheetKeys(
            act=lambda digit, line: self._choose(line, partial(self._choosing.by_digit, digit)),
            letter=lambda letter, line: self._choose(line, partial(self._choosing.by_letter, letter)),
            offered=self._offered,
            edit=self._edit,
            leave_out=self._leave_out,
            go=self._go,
            confirm=self._confirm,
            discard=self._ask_to_discard,
            close=self._close,
        )
        self._sheet = SprintSheet(keys, *self._seen())
        self._context.windows.push(self._sheet)
        self._read_addresses()

    def _read_addresses(self) -> None:
        """What was chosen is told with its address."""
        context, sprint = self._context, self._open.sprint

        async def read() -> None:
            if answer := await read_addresses(context.session, context.inbox):
                context.post(answer)

        if sprint is not None and told.lacks_addresses(context.render_context, sprint):
            context.tasks.start(read, group="sprint-addresses")

    def _seen(self) -> tuple[str, tuple[SprintLine, ...], tuple[str, ...]]:
        ctx, sprint = self._context.render_context, self._open.sprint
        if sprint is None:
            return ("", (), ())
        hints = told.sheet_hints(ctx.tr, self._context.keys, len(sprint.choices))
        chosen = (*sprint.choices.values(), *self._out.values())
        vacancies = told_vacancies(self._context, self._open.query, chosen)
        reworded = frozenset(one.target.negotiation.id for one in chosen if self._forms.is_reworded(one))
        lines = told.lines(ctx, sprint, self._out, vacancies, reworded)
        return (told.sheet_title(ctx, sprint), lines, hints)

    def on_event(self, event: Event, before: State, after: State) -> None:
        """What was made again in the outbox is not chosen here any more; an address was read."""
        if isinstance(event, OutboxChanged | AddressesRead) and self._sheet is not None:
            self._refresh()

    def _refresh(self) -> None:
        if self._sheet is not None:
            self._sheet.see(*self._seen())
        self._pages.refresh()

    def _offered(self, line: SprintLine) -> tuple[ActionChoice, ...]:
        """The buttons of somebody, or of the first of a group."""
        sprint = self._open.sprint
        choice = sprint.choices.get(line.ids[0]) if sprint is not None and line.ids else None
        if choice is None or line.out:
            return ()
        buttons = action_menu.buttons(choice.target.negotiation)
        return self._context.view.shortcuts.marked(buttons)

    # One line, or a group of them

    def _change(self, choices: dict[str, SprintChoice]) -> None:
        if (sprint := self._open.sprint) is not None:
            self._open.change(sprint.changing(choices))
            self._refresh()
            self._read_addresses()

    def _choose(self, line: SprintLine, choose: Choose) -> None:
        """Another action for somebody, or for a whole group."""
        sprint = self._open.sprint
        at_first = sprint.choices.get(line.ids[0]) if sprint is not None and line.ids else None
        if sprint is None or at_first is None or line.out:
            self._tell("sprint.sheet.nobody")
            return
        first = at_first.target

        def chosen(choice: SprintChoice) -> None:
            found = {choice.target.negotiation.id: choice}
            for key in line.ids[1:]:
                other = sprint.choices.get(key)
                same = self._choosing.same(choice.action, other.target) if other is not None else None
                if same is not None:
                    found[key] = same
            self._change(found)
            if len(found) < len(line.ids):
                name = actions.name(choice.action)
                self._tell("sprint.sheet.not-all", name=name, n=len(line.ids) - len(found))
            else:
                self._tell("sprint.sheet.changed", name=actions.name(choice.action), n=len(found))

        choose(first, chosen)

    def _edit(self, line: SprintLine) -> None:
        """The form of one, or the one that a whole group has in common."""
        sprint = self._open.sprint
        choice = sprint.choices.get(line.ids[0]) if sprint is not None and line.ids else None
        if choice is None or line.out:
            self._tell("sprint.sheet.nobody")
            return
        seen, action = choice.target, choice.action
        if not line.is_group:
            self._forms.edit(
                seen,
                action,
                choice.body,
                lambda body, own: self._change({line.id: SprintChoice(seen, action, body, own)}),
            )
        elif choice.action.arguments:
            self._forms.ask_for_all(seen, action, lambda: self._fill_again(line))
        else:
            self._tell("sprint.no-form", name=actions.name(action))

    def _fill_again(self, line: SprintLine) -> None:
        """The form of everybody is another one: whoever has no own one gets it."""
        sprint = self._open.sprint
        if sprint is None:
            return
        mine = {key: one for key in line.ids if (one := sprint.choices.get(key)) is not None and not one.own}
        bodies = {key: self._forms.body(one.target, one.action) for key, one in mine.items()}
        changed = {
            key: replace(one, body=body) for key, one in mine.items() if (body := bodies[key]) is not None
        }
        self._change(changed)
        if lacking := len(line.ids) - len(changed):
            self._tell("sprint.sheet.kept-own", n=lacking)

    def _leave_out(self, line: SprintLine) -> None:
        """Nothing for them; or what was chosen, after all."""
        sprint = self._open.sprint
        if sprint is None or not line.ids:
            return
        if line.out:
            if (choice := self._out.pop(line.id, None)) is not None:
                back = sprint.choosing(line.id, choice)
                self._open.change(replace(back, place=sprint.place))
        else:
            self._out |= {key: sprint.choices[key] for key in line.ids if key in sprint.choices}
            self._open.change(sprint.without_choice(*line.ids))
        self._refresh()

    def _tell(self, key: str, /, **values: str | int) -> None:
        if self._sheet is not None:
            self._sheet.notify(self._context.render_context.tr(key, **values), markup=False)

    # The ways out

    def _end(self) -> None:
        """Close the sheet, and the pages below it."""
        sheet, self._sheet = self._sheet, None
        self._pages.leave()
        if sheet is not None:
            sheet.answer(None)

    def leave(self) -> None:
        """Close the sheet, whatever is above it."""
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.close_by_itself(None)

    def _go(self, line: SprintLine) -> None:
        """To somebody's page, or to where one was."""
        if line.id:
            self._pages.show_page_of(line.id)
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.answer(None)

    def _close(self) -> None:
        """Leave; everything that was chosen is kept, and nothing is sent."""
        context, sprint = self._context, self._open.sprint
        self._end()
        if sprint is not None and sprint.is_begun:
            context.say("sprint.left-open", n=len(sprint.choices), key=context.keys("sprint"))
        else:
            self._open.discard()

    def _ask_to_discard(self) -> None:
        context, sprint = self._context, self._open.sprint
        tr = context.render_context.tr
        if sprint is None:
            return

        def agreed() -> None:
            self._open.discard()
            self._forms.forget()
            self._end()
            context.say("sprint.discarded")

        answers = (tr("sprint.discard.yes"), tr("sprint.discard.no"))
        context.confirm(tr("sprint.discard", n=len(sprint.choices)), answers, agreed)

    def _confirm(self) -> None:
        """All of it into the outbox, as one decision."""
        context, sprint, inbox = self._context, self._open.sprint, self._context.inbox
        if sprint is None or not sprint.is_begun:
            self._tell("sprint.sheet.empty")
            return
        if context.may_not_decide() or self._open.is_of_another_account:
            return
        account = inbox.who(context.session.manager_account)
        operations = sprint_operations.operations(inbox, sprint, context.clock(), account)
        self._end()
        with context.store.at_once():
            context.store.dispatch(DecidedTogether(operations))
            context.disk.texts_changed()
            if context.view.pane is Pane.CANDIDATE:
                context.go(Pane.LIST)
            self._open.hand_over(operations)
            self._forms.forget()
            self._decisions.hold(*operations)
