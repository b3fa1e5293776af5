"""How many views are left for resumes that are opened out of a search."""

from collections.abc import Callable

from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.view_budget import ViewBudget, is_view_limit
from hh_tui.ui.context import Context
from hh_tui.ui.people_reads import PeopleReads

GROUP = "people-budget"


class PeopleViews:
    """`budget` is what hh.ru told last, less what was sent since; `changed` is called when it is another.

    It is the number of the first line as well: of a paid quota two numbers at once would be one too many.
    """

    def __init__(self, context: Context, reads: PeopleReads, changed: Callable[[], object]) -> None:
        self._context = context
        self._reads = reads
        self._changed = changed

    @property
    def budget(self) -> ViewBudget:
        """How many are left, as far as is known."""
        return self._context.view.statistics.views

    def _set(self, budget: ViewBudget) -> None:
        context = self._context
        context.store.show(statistics=context.view.statistics.having(budget))
        self._changed()

    def read(self) -> None:
        """Ask hh.ru, which counts views of its web page, too."""
        self._context.tasks.start(self._read, group=GROUP)

    async def _read(self) -> None:
        """What was known stays where it can't be read."""
        try:
            budget = await self._reads.budget(self._context.inbox.account)
        except HHError as error:
            self._context.locked_out(error)
            self._changed()
        else:
            self._set(budget)

    def spend(self) -> None:
        """A view is being sent: a figure that was asked for before would be one too high."""
        self._context.tasks.cancel(GROUP)
        self._set(self.budget.less_one())

    def refused(self, error: HHError) -> None:
        """A resume was not shown: no view is left where hh.ru says so, else it is asked what is left."""
        if is_view_limit(error):
            self._set(self.budget.exhausted())
        else:
            self.read()
