"""The page of the settings: where they stand, what can be set, and what is set now."""

import os
from collections.abc import Mapping

from hh_tui.settings.locations import config_file
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context


class SettingsPage:
    """Tells, and changes nothing: the file is the person's own, and is read at a start."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"settings": self.show}

    def show(self) -> None:
        """All of them on a page."""
        from hh_tui.ui.dialogs.page import Page
        from hh_tui.ui.presenters import settings_page
        from hh_tui.ui.presenters.hints import page_footer

        context, file = self._context, config_file()
        ctx = context.render_context
        text = settings_page.page(
            ctx,
            context.options.settings,
            file,
            context.options.downloads,
            is_there=file.exists(),
            environment=os.environ,
        )
        context.windows.push(Page(ctx.tr("settings.title"), page_footer(ctx.tr), text))
