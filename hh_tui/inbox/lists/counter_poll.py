"""The counters of vacancies as they are polled, and what is news in them."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from hh_tui.api.models import PartialTuple, Vacancy, broken_in
from hh_tui.inbox.snapshot.state import Inbox


@dataclass(frozen=True, slots=True)
class News:
    """What came since the last look: new responses, and known candidates who want attention again."""

    responses: int = 0
    messages: int = 0

    def __bool__(self) -> bool:
        return bool(self.responses or self.messages)


def with_counters(
    inbox: Inbox, asked: Inbox, polled: Iterable[Vacancy], keep: Container[str] = ()
) -> tuple[Inbox, News, bool]:
    """With polled counters, what is news in them, and whether the open vacancy's own have changed.

    `asked` is the snapshot they were asked for in. Counters that changed here since, and those of the
    vacancies to `keep`, stay: the server may have answered before or after what was done here.
    """
    if inbox.vacancies is None or asked.vacancies is None:
        return inbox, News(), False
    newer = {one.id: one for one in polled if one.counters is not None and one.id not in keep}
    before = {one.id: one for one in asked.vacancies}
    vacancies, news, changed = [], News(), False
    for known in inbox.vacancies:
        one = newer.get(known.id)
        if one is None or before.get(known.id) is not known:
            vacancies.append(known)
            continue
        updates = {"counters": one.counters, "has_updates": one.has_updates}
        same = (known.counters, known.has_updates) == (one.counters, one.has_updates)
        vacancies.append(known if same else known.model_copy(update=updates))
        news = _with(news, known, one)
        changed = changed or (one.id == inbox.vacancy_id and _differs(known, one))
    if all(one is known for one, known in zip(vacancies, inbox.vacancies, strict=True)):
        return inbox, news, changed
    return replace(inbox, vacancies=PartialTuple.of(vacancies, broken_in(inbox.vacancies))), news, changed


def _with(news: News, known: Vacancy, now: Vacancy) -> News:
    """More responses are new ones; more that want attention than those are letters."""
    if known.counters is None or now.counters is None:
        return news
    responses = max(0, now.counters.responses - known.counters.responses)
    attention = now.unread - known.unread - responses
    return News(news.responses + responses, news.messages + max(0, attention))


def _differs(known: Vacancy, now: Vacancy) -> bool:
    """Whether somebody came, left or wrote; views alone say nothing about candidates."""
    wants_attention = now.has_updates and not known.has_updates
    return (known.total, known.unread) != (now.total, now.unread) or wants_attention
