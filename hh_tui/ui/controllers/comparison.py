"""Two candidates side by side, from what the list tells: nobody is opened for it."""

from collections.abc import Callable, Mapping, Sequence

from textual.content import Content

from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.presenters.comparison import comparison
from hh_tui.ui.presenters.hints import page_footer


class Comparison:
    """`selected` are the rows of those marked."""

    def __init__(self, context: Context, selected: Callable[[], Sequence[Row]]) -> None:
        self._context = context
        self._selected = selected

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"compare": self.open}

    def open(self) -> None:
        """The two that are marked, else the one under the cursor and the next one."""
        from hh_tui.ui.dialogs.comparison_page import ComparisonPage

        context, inbox, rows = self._context, self._context.inbox, self._context.inbox.rows
        selected = self._selected()
        marked = [place for one in selected if (place := rows.index_of(one.id)) is not None]
        if len(selected) == 2 and len(marked) < 2:
            context.say("comparison.hidden", key=context.keys("back"))
            return
        if len(marked) != 2:
            marked = [inbox.cursor, inbox.cursor + 1 if inbox.cursor + 1 < len(rows) else inbox.cursor - 1]
        if len(rows) < 2:
            context.say("comparison.alone")
            return
        left, right = marked
        tr, offered = context.render_context.tr, inbox.vacancy_in_sight

        def text(place: int, width: int) -> Content:
            pair = (rows[left].negotiation, rows[place].negotiation)
            pay = offered.pay if offered else None
            return comparison(context.render_context, pair, pay, context.view.labels, width)

        places = [place for place in range(len(rows)) if place != left]
        footer = page_footer(tr, "comparison-next")
        context.windows.push(ComparisonPage(tr("comparison.title"), footer, text, right, places))
