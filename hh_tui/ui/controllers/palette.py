"""Everything there is to do or to go to, by a part of its name; and what hh.ru said exactly."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker import Picker
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.letter_lines import LetterLines, Line
from hh_tui.ui.presenters import palette as told
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.presenters.details import details
from hh_tui.ui.presenters.hints import page_footer
from hh_tui.ui.presenters.sidebar import SidebarEntry
from hh_tui.ui.scopes import scopes
from hh_tui.ui.view import Pane


class Palette:
    """Pages that tell what there is, and the one list of everything.

    `letters` begin one to the candidate. `offered` gives what can be done with the candidate under the
    cursor, or with everybody selected; `act` decides by one of these. `enter` goes where a line of the left
    column leads.
    """

    def __init__(
        self,
        context: Context,
        letters: LetterLines,
        *,
        offered: Callable[[], Sequence[ActionChoice]],
        act: Callable[[Callable[[Sequence[ActionChoice]], ActionChoice | None]], object],
        enter: Callable[[SidebarEntry], None],
    ) -> None:
        self._context = context
        self._letters = letters
        self._offered = offered
        self._act = act
        self._enter = enter

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"palette": self.choose, "details": self.show_details}

    def choose(self) -> None:
        """Commands that work here, actions of hh.ru, letters, people opened before, lists and vacancies.

        What is used most comes first, and the first line is none that decides: Enter with nothing typed is no
        decision. Letters that are read come last.
        """
        context, letters = self._context, self._letters
        lines = [*self._commands(), *self._actions(), *letters.at_once(), *self._people(), *self._places()]
        picker = Picker(context.render_context.tr("palette.title"), _items(lines), context.render_context.tr)

        def chosen(place: str | None) -> None:
            if place is not None:
                lines[int(place)][1]()

        async def read() -> None:
            lines.extend(await letters.read())
            if picker.is_attached:
                picker.offer(_items(lines))

        context.windows.push(picker, chosen)
        context.tasks.start(read, group="palette")

    def _actions(self) -> list[Line]:
        """None where no candidate is in sight: a decision is about somebody whom one sees."""
        context, row = self._context, self._context.inbox.selected
        if context.view.pane not in {Pane.LIST, Pane.CANDIDATE} or row is None:
            return []
        choices = context.view.shortcuts.marked(self._offered())
        many = any(one.count or one.lacking for one in choices)
        who = "" if many else name(context.render_context, row.negotiation)
        return [(told.action(one, who), partial(self._decide, one)) for one in choices]

    def _decide(self, choice: ActionChoice) -> None:
        """By this very action: somebody else under the cursor by now has another address in theirs."""
        context = self._context
        if self._act(partial(_same, choice)) is not True:
            context.say("palette.gone", key=context.keys("actions"))

    def _commands(self) -> list[Line]:
        context = self._context
        here = (*scopes(context.store.state), Scope.ANYWHERE)
        found = told.commands(context.render_context.tr, context.keymap, here)
        return [(line, partial(context.program.run_later, command.id)) for line, command in found]

    def _people(self) -> list[Line]:
        """Those opened in this run who stand in the list, the last one first."""
        context, rows = self._context, self._context.inbox.rows
        ctx = context.render_context
        places = [rows.index_of(key) for key in reversed(tuple(context.inbox.threads))]
        return [
            (
                told.person(ctx, rows[place].negotiation),
                partial(self._show, rows[place].id),
            )
            for place in places
            if place is not None
        ]

    def _show(self, negotiation_id: str) -> None:
        context, place = self._context, self._context.inbox.rows.index_of(negotiation_id)
        if place is not None:
            context.go(Pane.LIST)
            context.point(place)

    def _places(self) -> list[Line]:
        context = self._context
        found = told.places(context.render_context, context.inbox)
        return [(line, partial(self._enter, entry)) for line, entry in found]

    def show_details(self) -> None:
        """What hh.ru said exactly, for its support."""
        from hh_tui.ui.dialogs.page import Page

        context, error, ctx = self._context, self._context.view.last_error, self._context.render_context
        if error is None:
            context.say("details.none")
        else:
            context.windows.push(Page(ctx.tr("details.title"), page_footer(ctx.tr), details(ctx, error)))


def _items(lines: Sequence[Line]) -> list[PickerItem]:
    return [
        PickerItem(str(place), line.label, line.keys, line.dimmed, line.names)
        for place, (line, _) in enumerate(lines)
    ]


def _same(choice: ActionChoice, choices: Sequence[ActionChoice]) -> ActionChoice | None:
    """The choice among those offered by now; None where it is not offered any more."""
    wanted = (choice.action.id, choice.action.url)
    return next((one for one in choices if (one.action.id, one.action.url) == wanted), None)
