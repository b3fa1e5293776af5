"""What is seen of a page of a sprint: all that is known here of the candidate, and nothing read for it."""

from hh_tui.inbox.decisions import action_menu
from hh_tui.inbox.decisions.pace import Pace
from hh_tui.inbox.decisions.sprint import Sprint
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.snapshot.people import Repeats
from hh_tui.ui.context import Context
from hh_tui.ui.open_sprint import OpenSprint
from hh_tui.ui.presenters import actions
from hh_tui.ui.presenters import sprint as told
from hh_tui.ui.presenters.list_title import list_name, list_title
from hh_tui.ui.presenters.no_actions import no_actions
from hh_tui.ui.presenters.sprint import SeenBeside, SprintPageView
from hh_tui.ui.sprint_vacancies import told_vacancies


class SprintViews:
    """Makes the page in sight of the snapshot and of what was chosen."""

    def __init__(self, context: Context, open_sprint: OpenSprint) -> None:
        self._context = context
        self._open = open_sprint
        self._repeats = Repeats()
        self._title = ""

    def begin(self) -> None:
        """The list has the name that it has now."""
        context, query = self._context, self._open.query
        ctx, inbox = context.render_context, context.inbox
        if self._open.is_marked:
            self._title = ctx.tr("sprint.title", list=ctx.tr("sprint.marked"))
        elif query is None or query != inbox.listing.query:
            vacancy = inbox.vacancy_by_id(query.vacancy_id) if query is not None else None
            plain = ctx.tr("sprint.title.plain")
            self._title = ctx.tr("sprint.title", list=vacancy.name) if vacancy is not None else plain
        else:
            whole = list_title(ctx, inbox, narrow=False, chosen=0)
            name = whole.partition(" · ")[0] if query.is_across else list_name(ctx, inbox.board, query)
            self._title = ctx.tr("sprint.title", list=name)

    def page(self, pace: Pace) -> SprintPageView:
        """The page of the candidate in sight, or the one behind the last."""
        context, ctx, sprint = self._context, self._context.render_context, self._open.sprint or Sprint()
        progress, seen = told.progress(ctx, sprint, self._total(sprint), pace), self._open.in_sight
        if seen is None:
            return told.end_page(ctx, self._title, progress, sprint, context.keys)
        negotiation, key, beside = seen.negotiation, seen.negotiation.id, self._beside(seen)
        brief, known = told.facts(ctx, negotiation, beside)
        buttons, choices = action_menu.buttons(negotiation), action_menu.menu(negotiation)
        more = len(choices) - sum(one.digit is not None for one in choices)
        return SprintPageView(
            self._title,
            progress,
            told.head(ctx, negotiation, beside),
            told.chosen(ctx, sprint.choices.get(key), passed=key in sprint.passed),
            brief,
            told.past(ctx, negotiation, beside),
            known,
            context.view.shortcuts.marked(buttons),
            actions.more(ctx.tr, "sprint-actions", more)
            if choices
            else no_actions(ctx.tr, context.inbox, [negotiation]),
            told.page_hints(ctx.tr, context.keys, len(sprint.choices)),
        )

    def _total(self, sprint: Sprint) -> int:
        """How many pages there will be, as far as hh.ru tells."""
        inbox, known = self._context.inbox, len(sprint.people)
        listing = inbox.listing
        whole = listing.complete or self._open.is_marked or listing.query != self._open.query
        return known if whole or inbox.search is not None else max(known, listing.found or 0)

    def _beside(self, seen: Target) -> SeenBeside:
        inbox, view, key = self._context.inbox, self._context.view, seen.negotiation.id
        place, vacancy = inbox.rows.index_of(key), inbox.vacancy_by_id(seen.source.vacancy_id)
        others = 0 if place is None else self._repeats.times(inbox.rows[place], inbox.rows) - 1
        choices = self._open.sprint.choices.values() if self._open.sprint is not None else ()
        vacancies = told_vacancies(self._context, self._open.query, choices)
        return SeenBeside(
            offered=vacancy.pay if vacancy is not None else None,
            vacancy=vacancies.get(seen.source.vacancy_id, ""),
            others=others,
            begun=key in inbox.begun,
            opened_at=view.opened_log.get(key),
            scheduled=inbox.scheduled.get(key),
            thread=inbox.threads.get(key),
            keywords=view.keywords if seen.source.vacancy_id == inbox.vacancy_id else told.NO_KEYWORDS,
        )
