"""The edges: the first line, the last one, and what stands in the border of the list."""

from dataclasses import replace
from datetime import datetime

from textual.content import Content

from hh_tui.i18n.text import grouped
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.keys.registry import BY_ID
from hh_tui.ui.presenters import freshness, statistics, status
from hh_tui.ui.presenters.statistics import GAP
from hh_tui.ui.screens.panes import PanesScreen
from hh_tui.ui.view import Level
from hh_tui.ui.widgets.edge_line import EdgeLine
from hh_tui.ui.widgets.quiet import entitle, subtitle


class EdgesScreen(PanesScreen):
    """Says where one is, what waits, and which keys help."""

    def see_now(self, now: datetime) -> None:
        """Tell what waits by this moment; ages in the list follow later."""
        self.states.show(lens=replace(self.lens, now=now))

    def _show_edges(self) -> None:
        inbox = self.inbox
        title = self.query_one("#title", EdgeLine)
        where, right = status.title(
            self.lens,
            inbox.account,
            self._profile(),
            inbox.vacancy_in_sight,
            self.online,
            self.outbox,
            self.long_reads,
        )
        title.left, title.right = where, self._with_figures(where, right, title.content_size.width)
        middle = self.query_one("#middle")
        entitle(middle, Content(self._list_title(inbox)))
        keys = {"refresh": self.keys("refresh"), "show": self.keys("show-new")}
        subtitle(middle, Content(freshness.border(self.lens, inbox.listing, online=self.online, **keys)))
        line = self.query_one("#status", EdgeLine)
        waiting = self._waiting_line()
        if self.knocking:
            line.left = Content.styled(
                self.lens.tr("interruption.waits", title=self.knocking, key=self.keys("answer")), "$warning"
            )
            line.right = Content.styled(self._hints(), "$text-muted")
            return
        line.left = Content(self.said) if self.said else Content.styled(waiting, "$warning")
        line.right = Content.styled(self._hints(), "$text-muted")

    def _waiting_line(self) -> str:
        """What can be taken back, or is on its way."""
        return status.waiting(self.lens, self.outbox, self.now, self._undo_key(), self.keys("outbox"))

    def _with_figures(self, left: Content, right: Content, width: int) -> Content:
        """The figures before what stands at the right, as many as a line of `width` cells has room for."""
        room = width - left.cell_length - right.cell_length - len(GAP) - 4
        figures = statistics.fitting(statistics.parts(self.lens, self.figures), room)
        return Content.assemble(figures, GAP, right) if figures else right

    def _profile(self) -> str:
        """The login in use, where there are several to choose from."""
        return self.worker.profiles.current if self.worker.profiles and self._several_logins else ""

    def _list_title(self, inbox: Inbox) -> str:
        listing, board = inbox.listing, inbox.board
        if listing.query is None or board is None:
            return self.lens.tr("list.title")
        entries = self.entries(Level.COLLECTIONS).rows
        name = next(
            (one.label for one in entries if one.id == listing.query.url), listing.query.collection_id
        )
        vacancy = inbox.vacancy.name if self.is_narrow and inbox.vacancy else ""
        count = self._total(inbox)
        path = " › ".join(part for part in (vacancy, name) if part)
        aside = self.lens.tr("list.aside", n=inbox.aside) if inbox.aside else ""
        return " · ".join(part for part in (path, count, aside, listing.order) if part)

    def _total(self, inbox: Inbox) -> str:
        """How many stand in the list on the server; empty where that is not known."""
        return "" if inbox.listing.found is None else grouped(inbox.listing.found)

    def _hints(self) -> str:
        """The keys that help now."""
        raise NotImplementedError

    def _undo_key(self) -> str:
        """The key that takes back, empty where it would do something else: a letter, or another window."""
        works = self.is_active and BY_ID["undo"].scope in self.scopes
        return self.keys("undo") if works else ""

    def on_screen_suspend(self) -> None:
        """Another window stands above: its keys are the ones that work."""
        self._show_edges_again()

    def on_screen_resume(self) -> None:
        """The keys here work again."""
        self._show_edges_again()

    def _show_edges_again(self) -> None:
        """Where there are panes to paint into."""
        if self._standing:
            self._show_edges()

    def watch_online(self) -> None:
        """The connection came or went."""
        self._show_edges_again()

    def watch_figures(self) -> None:
        """The figures are others."""
        self._show_edges_again()
