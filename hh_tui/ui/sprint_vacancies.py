"""Whose vacancies the people of a sprint are of: told beside each of them where there are several."""

from collections.abc import Iterable, Mapping

from hh_tui.inbox.decisions.sprint import SprintChoice
from hh_tui.inbox.snapshot.query import Query
from hh_tui.ui.context import Context
from hh_tui.ui.presenters.vacancy_names import names


def told_vacancies(
    context: Context, query: Query | None, choices: Iterable[SprintChoice]
) -> Mapping[str, str]:
    """Names by id of the vacancy; none where everybody is of the one whose list this is.

    What was taken back out of the outbox is chosen again in the sprint that is open, whatever list that
    goes through.
    """
    is_mixed = query is not None and (
        query.is_across or any(one.target.source.vacancy_id != query.vacancy_id for one in choices)
    )
    return names(context.render_context, context.inbox.all_vacancies) if is_mixed else {}
