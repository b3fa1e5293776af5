"""All commands by name, all keys, and what hh.ru said exactly."""

from collections.abc import Mapping

from hh_tui.keys.registry import COMMANDS
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.page import Page
from hh_tui.ui.dialogs.picker import PickerItem
from hh_tui.ui.presenters.details import details
from hh_tui.ui.presenters.help import help_page, key_names
from hh_tui.ui.scopes import scopes


class Palette:
    """Pages that tell what there is."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"palette": self.choose, "help": self.show_help, "details": self.show_details}

    def choose(self) -> None:
        """Every command that works here, by a part of its name."""
        context, tr, open_ = self._context, self._context.render_context.tr, scopes(self._context.store.state)
        items = [
            PickerItem(command.id, tr(command.text), key_names(context.keymap, command))
            for command in COMMANDS
            if command.scope in open_
        ]

        def chosen(command_id: str | None) -> None:
            if command_id is not None:
                context.program.run_later(command_id)

        context.pick(tr("palette.title"), items, chosen)

    def show_help(self) -> None:
        """All keys."""
        tr = self._context.render_context.tr
        page = Page(tr("help.title"), tr("help.close"), help_page(tr, self._context.keymap))
        self._context.windows.push(page)

    def show_details(self) -> None:
        """What hh.ru said exactly, for its support."""
        context, error, tr = self._context, self._context.view.last_error, self._context.render_context.tr
        if error is None:
            context.say("details.none")
        else:
            context.windows.push(Page(tr("details.title"), tr("help.close"), details(tr, error)))
