"""What leaves the terminal: pages for the browser, texts for the clipboard, news for who looks elsewhere."""

import asyncio
import os
import sys
from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.screen import ModalScreen

from hh_tui.i18n import Catalogue
from hh_tui.inbox.lists.counter_poll import News
from hh_tui.ui.presenters.hints import page_footer
from hh_tui.ui.terminal.multiplexer import Surroundings
from hh_tui.ui.textual_private import driver_of


class Desktop:
    """Opens pages and copies texts, and tells what was done.

    `send` gives a text to the terminal by OSC 52, `say` gives what tells an entry of the catalogue. With
    `demo` no page is opened.
    """

    def __init__(
        self,
        app: App[Any],
        tr: Catalogue,
        send: Callable[[str], None],
        say: Callable[[], Callable[..., None]],
        *,
        demo: bool = False,
    ) -> None:
        self._app = app
        self._tr = tr
        self._send = send
        self._say = say
        self._demo = demo

    def open_page(self, url: str) -> None:
        """Open a page in the browser; where none can open a window the address is shown, and copied."""
        from hh_tui.system.browser import has_window

        if self._demo:
            self._show("browser.page", url, self._tr("browser.demo"))
        elif not has_window(os.environ, sys.platform):
            self._show("browser.page", url, self._tr("browser.none"))
            self.copy(url, self._tr("copy.link"))
        else:
            self._tell("browser.opened", url=url)
            self._app.run_worker(self._open(url), group="desktop", exit_on_error=False)

    async def _open(self, url: str) -> None:
        from hh_tui.system.browser import opened

        if not await asyncio.to_thread(opened, url):
            self._show("browser.page", url, self._tr("browser.failed"))

    def copy(
        self, text: str, what: str, *, show: bool = False, tell: Callable[[str], None] | None = None
    ) -> None:
        """Put a text into the clipboard; `what` names it. With `show` it is seen where that may fail.

        What was done is told to `tell`, if it is given.
        """
        self._app.run_worker(self._copy(text, what, show, tell), group="desktop", exit_on_error=False)

    async def _copy(self, text: str, what: str, show: bool, tell: Callable[[str], None] | None) -> None:
        from hh_tui.system.clipboard import copied, is_taken_by_terminal, tools

        tool = await asyncio.to_thread(copied, text, tools(os.environ, sys.platform))
        if tool is None:
            self._send(text)
        key, values = ("copy.with", {"tool": tool}) if tool else ("copy.sent", {})
        if tell is not None:
            tell(self._tr(key, what=what, **values))
        elif tool is None and show and not is_taken_by_terminal(os.environ):
            # The page says itself that the terminal has got it.
            self._show("copy.page", text, self._tr("copy.page.hint"))
        else:
            self._tell(key, what=what, **values)

    def tell_news(self, news: News, surroundings: Surroundings, *, named: bool) -> None:
        """Ring the bell; with `named` a notification of the desktop comes with it."""
        from hh_tui.ui.presenters.notification import sequence

        driver = driver_of(self._app)
        if driver is not None:
            driver.write(sequence(self._tr, news, surroundings, desktop=named))

    def _tell(self, key: str, /, **values: str) -> None:
        """In the last line, or over the dialog that hides the line."""
        from hh_tui.ui.dialogs.copy_page import CopyPage

        top = self._app.screen
        if isinstance(top, ModalScreen) and not isinstance(top, CopyPage):
            self._app.notify(self._tr(key, **values), markup=False)
        else:
            self._say()(key, **values)

    def _show(self, title: str, text: str, hint: str) -> None:
        from hh_tui.ui.dialogs.copy_page import CopyPage

        tr = self._tr
        self._app.push_screen(CopyPage(tr(title), page_footer(tr), text, hint))
