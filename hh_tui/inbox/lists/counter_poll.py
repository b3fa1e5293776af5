"""The counters of vacancies as they are polled, and what is news in them."""

from collections.abc import Container, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from hh_tui.api.models import Board, PartialTuple, Vacancy, broken_in
from hh_tui.api.models.vacancy import VacancyCounters
from hh_tui.inbox.decisions.outbox import Outbox, Stage
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace

NOTHING_DECIDED: Final[Mapping[str, int]] = MappingProxyType({})


class News(Struct, frozen=True):
    """What came since the last look: new responses, and known candidates who want attention again."""

    responses: int = 0
    messages: int = 0

    def __bool__(self) -> bool:
        return bool(self.responses or self.messages)


def with_counters(inbox: Inbox, asked: Inbox, polled: Iterable[Vacancy], keep: Container[str] = ()) -> Inbox:
    """With polled counters; `asked` is the snapshot they were asked for in.

    Counters that changed here since, and those of the vacancies to `keep`, stay: the server may have
    answered before or after what was done here.
    """
    if inbox.vacancies is None or asked.vacancies is None:
        return inbox
    newer = {one.id: one for one in polled if one.counters is not None and one.id not in keep}
    before = {one.id: one for one in asked.vacancies}
    vacancies = []
    for known in inbox.vacancies:
        one = newer.get(known.id)
        if one is None or before.get(known.id) is not known:
            vacancies.append(known)
            continue
        same = (known.counters, known.has_updates) == (one.counters, one.has_updates)
        if not same:
            known = replace(known, counters=one.counters, has_updates=one.has_updates)
        vacancies.append(known)
    if all(one is known for one, known in zip(vacancies, inbox.vacancies, strict=True)):
        return inbox
    return replace(inbox, vacancies=PartialTuple.of(vacancies, broken_in(inbox.vacancies)))


def with_polled_board(
    inbox: Inbox, asked: Inbox, vacancy_id: str, board: Board, keep: Container[str]
) -> Inbox:
    """With the collections of the open vacancy, unless they changed here since; `keep` as for counters."""
    if inbox.board is not asked.board or vacancy_id in keep:
        return inbox
    return inbox.with_board(vacancy_id, board)


def touched(inbox: Inbox, asked: Inbox, writes: Outbox) -> frozenset[str]:
    """Vacancies with a doing of ours that the server may have counted already, or not yet."""
    here = {inbox.vacancy_id or "", asked.vacancy_id or ""}
    under_way = {
        entry.operation.source.vacancy_id
        for entry in writes.entries
        if entry.stage in {Stage.SENDING, Stage.UNKNOWN}
    }
    reading = any(thread.loading for thread in inbox.threads.values())
    return frozenset(under_way | here if reading or inbox.epoch != asked.epoch else under_way)


def news_of(before: Inbox, after: Inbox) -> News:
    """What is news in the counters between two snapshots."""
    news = News()
    for known, now in _changed(before, after):
        news = _with(news, known, now)
    return news


def has_list_changed(before: Inbox, after: Inbox, *, decided: Mapping[str, int] = NOTHING_DECIDED) -> bool:
    """Whether somebody came, left, wrote or was moved in the open vacancy between two snapshots.

    `decided` is how many we decided on in between, by vacancy: each of them may have left one stage and come
    to another, so that no stage has more or fewer by more than these unless others moved somebody as well.
    """
    return any(
        now.id == after.vacancy_id and (_differs(known, now) or _moved(known, now) > decided.get(now.id, 0))
        for known, now in _changed(before, after)
    )


def _changed(before: Inbox, after: Inbox) -> Iterator[tuple[Vacancy, Vacancy]]:
    known = {one.id: one for one in before.vacancies or ()}
    for now in after.vacancies or ():
        was = known.get(now.id)
        if was is not None and was is not now:
            yield was, now


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


def _moved(known: Vacancy, now: Vacancy) -> int:
    """How many have moved at least."""
    return max(abs(one - other) for one, other in zip(_stages(known), _stages(now), strict=True))


def _stages(vacancy: Vacancy) -> tuple[int, ...]:
    """How many there are by how far they have come.

    Where one leaves and another one comes at once, the totals are what they were and these are often not.
    """
    counters = vacancy.counters or VacancyCounters()
    return counters.responses, counters.invitations, counters.resumes_in_progress, counters.calls
