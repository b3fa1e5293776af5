"""The queue of candidates who await a reply, over all vacancies, the longest waiting first.

Who waits is told by list items alone; nobody is opened for it. A candidate waits with an unread message
(`counters.unread_messages`), or when they stand among the fresh responses, the applicant's `state` still is
`response`, which only a letter of ours changes, and they came at least `min_wait` ago. Someone whom
a silent step took to another collection is not among the fresh ones any more: they count when they write. One
can neither write to nor decide on some (their vacancy or resume is gone); they wait for nothing.

What it costs: a vacancy nobody has answered (its `counters`) is not looked at. Any other costs one read of
its collections, and one page for the fresh responses, if there are any, and for each other collection whose
`with_updates` is not zero, there with the server's own `show_only_new`. Where chats answer, one or two
requests tell beforehand how many are unread and in which vacancies: these are looked at first. They spare no
page, since a chat is told to its participants only, and whoever takes over a vacancy is none at first. hh.ru
lists the newest first, so pages are read from the end of a list, and the next one only when what is shown
comes to an end.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from operator import attrgetter
from typing import Final

from msgspec import Struct, field

from hh_tui.api.filters import NO_FILTERS, Filters
from hh_tui.api.limits import DEEPEST_PAGE, PER_PAGE
from hh_tui.api.models import Board, Collection, Negotiation, Page, Vacancy
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace

LASTING: Final = timedelta(minutes=5)
"""How long the queue is shown again without being read anew."""

WAITING: Final = Query("", "waiting", "hh-tui:waiting")
"""The queue as a list; it has no address on the server."""

_FRESH: Final = "response"
"""The collection that get-collection-negotiations-list tells apart from all others, by its address; and the
state in the dictionary `negotiations_state` that an applicant sees until the first letter."""

_BY_RESPONSE: Final = "created_at"
_BY_CHANGE: Final = "last_change_time_except_employer_inbox"
"""Order types that suit; where a collection does not offer them it comes in its own order."""

_RANKS: Final = 1 << 20


class ListSource(Struct, frozen=True):
    """A list that candidates come from; `page` is read next, None when all of it was.

    `horizon` is the moment up to which everybody of this list is known. It `is_cut` where those who came
    first lie deeper than hh.ru goes: no order that it documents begins with them.
    """

    query: Query
    filters: Filters
    order: str | None
    page: int | None
    horizon: datetime | None = None
    is_cut: bool = False

    @property
    def can_be_cut(self) -> bool:
        """Whether the next page lies deeper than hh.ru goes for sure."""
        return (self.page or 0) > DEEPEST_PAGE

    def cut(self) -> "ListSource":
        """As it is read where hh.ru goes no deeper."""
        return replace(self, page=DEEPEST_PAGE, is_cut=True)

    def read(self, page: Page[Negotiation]) -> "ListSource":
        """After a page: what is left lies before it, nearer to the present."""
        end = page.pages - 1
        if self.page is not None and not page.items and 0 <= end < self.page:
            return replace(self, page=end)
        here = page.page if self.page is None else min(page.page, self.page)
        left = here - 1 if page.items else -1
        moments = [moment for one in page.items if (moment := since(one))]
        horizon = max((*moments, *([self.horizon] if self.horizon else ())), default=None)
        return replace(self, page=left if left >= 0 else None, horizon=horizon)


class AwaitingItem(Struct, frozen=True):
    """Somebody who waits `since` a moment, in UTC; `source` is the list they stand in on the server.

    `rank` keeps their place: no two are equal.
    """

    negotiation: Negotiation
    source: Query
    since: datetime
    rank: int

    @property
    def id(self) -> str:
        """The negotiation's id."""
        return self.negotiation.id


class Portion(Struct, frozen=True):
    """A page of a source as it came, and the source after it; without a `page` nobody stands there."""

    before: ListSource
    after: ListSource
    items: tuple[Negotiation, ...]
    page: Page[Negotiation] | None = None


class AwaitingQueue(Struct, frozen=True):
    """All who wait, as far as they were looked for.

    `began_at` stamps the answers that belong to it. `looked` of `vacancies` were looked at, `failed` could
    not be, or not wholly. `stale` were found the time before and not yet again; `answered` got their answer
    here since. `unread_chats` says how many chats have unread messages, None where chats do not answer.
    """

    began_at: datetime
    min_wait: timedelta
    vacancies: int = 0
    looked: int = 0
    failed: int = 0
    stopped: bool = False
    sources: tuple[ListSource, ...] = ()
    found: Mapping[str, AwaitingItem] = field(default_factory=dict)
    stale: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    next_rank: int = 0
    unread_chats: int | None = None

    @property
    def is_looking(self) -> bool:
        """Whether vacancies are still being looked at."""
        return not self.stopped and self.looked < self.vacancies

    @property
    def is_whole(self) -> bool:
        """Whether nobody else can be found."""
        return self.looked >= self.vacancies and self.next_source is None

    @property
    def cut(self) -> int:
        """In how many vacancies those who wait longest lie deeper than hh.ru goes."""
        return len({source.query.vacancy_id for source in self.sources if source.is_cut})

    @property
    def next_source(self) -> ListSource | None:
        """The source that holds whoever waits longest among those not known yet."""
        left = [source for source in self.sources if source.page is not None]
        return min(left, key=_horizon, default=None)

    @property
    def pages_left(self) -> int:
        """Pages of the vacancies looked at that are not read yet."""
        return sum(one.page + 1 for one in self.sources if one.page is not None)

    def fresh(self, now: datetime) -> bool:
        """Whether it can be shown again as it is; not after the machine's clock was set back."""
        return not self.stopped and -LASTING < now - self.began_at < LASTING

    def source_of(self, negotiation_id: str) -> Query | None:
        """The list a candidate stands in on the server."""
        waiter = self.found.get(negotiation_id)
        return waiter.source if waiter else None

    def again(self, now: datetime, min_wait: timedelta, vacancies: int) -> "AwaitingQueue":
        """The same queue looked for anew: those found before stay until it is known that they went."""
        is_set_back = self.began_at - now > LASTING
        began = now if is_set_back else max(now, self.began_at + timedelta(microseconds=1))
        return replace(
            self,
            began_at=began,
            min_wait=min_wait,
            vacancies=vacancies,
            looked=0,
            failed=0,
            stopped=False,
            sources=(),
            unread_chats=None,
            stale=frozenset(self.found),
            answered=frozenset(),
        )

    def with_vacancy(
        self, portions: Sequence[Portion], now: datetime, *, is_whole: bool = True
    ) -> "AwaitingQueue":
        """After one more vacancy; it `is_whole` unless some of its lists could not be looked at."""
        queue = replace(self, looked=self.looked + 1, failed=self.failed + (not is_whole))
        for portion in portions:
            queue = replace(queue, sources=(*queue.sources, portion.after))._with(portion, now)
        return queue._without_stale() if queue.looked >= queue.vacancies else queue

    def with_portion(self, portion: Portion, now: datetime) -> "AwaitingQueue":
        """After one more page of a source."""
        after = (portion.after if one == portion.before else one for one in self.sources)
        return replace(self, sources=tuple(after))._with(portion, now)

    def without(self, negotiation_id: str) -> "AwaitingQueue":
        """Somebody got their answer."""
        if negotiation_id not in self.found:
            return self
        found = {key: waiter for key, waiter in self.found.items() if key != negotiation_id}
        return replace(self, found=found, answered=self.answered | {negotiation_id})

    def visible(self) -> tuple[AwaitingItem, ...]:
        """Whoever is in their right place by now, the one who waits longest first; once seen, always seen.

        Before the first look is over nobody is: the row under the cursor must not become another one.
        """
        if self.is_looking and not self.shown:
            return ()
        horizon = _horizon(self.next_source) if self.next_source else None
        shown = [
            waiter
            for waiter in self.found.values()
            if horizon is None or waiter.since <= horizon or waiter.id in self.shown
        ]
        return tuple(sorted(shown, key=attrgetter("rank")))

    def revealing(self, negotiation_id: str) -> "AwaitingQueue":
        """With somebody visible, whoever may still come before them."""
        return replace(self, shown=self.shown | {negotiation_id})

    def as_shown(self) -> "AwaitingQueue":
        """With all who are visible marked as seen."""
        shown = frozenset(waiter.id for waiter in self.visible())
        return self if shown == self.shown else replace(self, shown=shown)

    def _with(self, portion: Portion, now: datetime) -> "AwaitingQueue":
        found, seats = dict(self.found), self.next_rank
        for one in portion.items:
            known = found.get(one.id)
            moment = since(one)
            if one.id in self.answered or moment is None or (known and one.id not in self.stale):
                continue
            if waits(one, portion.before.query, now, self.min_wait):
                seat = known.rank % _RANKS if known else seats
                seats += known is None
                found[one.id] = AwaitingItem(one, portion.before.query, moment, _rank(moment, seat))
        stale = self.stale.difference(
            one.id for one in portion.items if found.get(one.id) is not self.found.get(one.id)
        )
        return replace(self, found=found, next_rank=seats, stale=stale)

    def _without_stale(self) -> "AwaitingQueue":
        found = {key: waiter for key, waiter in self.found.items() if key not in self.stale}
        return replace(self, found=found, stale=frozenset())


def waits(negotiation: Negotiation, source: Query, now: datetime, min_wait: timedelta) -> bool:
    """Whether a candidate in the list `source` waits for an answer."""
    if not (negotiation.actions or negotiation.can_write):
        return False
    if negotiation.unread:
        return True
    came = negotiation.created_at
    return is_fresh(source) and is_unanswered(negotiation) and came is not None and now - came >= min_wait


def is_unanswered(negotiation: Negotiation) -> bool:
    """Whether the applicant has had no letter of ours yet."""
    return negotiation.state is None or negotiation.state.id == _FRESH


def since(negotiation: Negotiation) -> datetime | None:
    """Since when they wait: since they came, or, with an answer before, since the last change."""
    if is_unanswered(negotiation):
        return negotiation.created_at or negotiation.updated_at
    return negotiation.updated_at or negotiation.created_at


def is_fresh(query: Query) -> bool:
    """Whether it is the collection of fresh responses."""
    return query.path.rpartition("/")[2] == _FRESH


def to_look_at(vacancies: Iterable[Vacancy]) -> tuple[Vacancy, ...]:
    """The vacancies where somebody can wait: those that want attention first."""
    alive = [one for one in vacancies if one.counters is None or one.total or one.unread or one.has_updates]
    return tuple(sorted(alive, key=lambda one: (not one.has_updates, -one.unread)))


def sources(vacancy_id: str, board: Board) -> tuple[ListSource, ...]:
    """Where on a vacancy's board somebody can wait."""
    found = (_source(Query(vacancy_id, one.id, one.url), one) for one in board.collections)
    return tuple(source for source in found if source is not None)


def _source(query: Query, collection: Collection) -> ListSource | None:
    counters, offered = collection.counters, {one.id for one in collection.order_types}
    fresh = is_fresh(query)
    count = PER_PAGE if counters is None else counters.total if fresh else counters.with_updates
    if not count:
        return None
    order = _BY_RESPONSE if fresh else _BY_CHANGE
    return ListSource(
        query,
        NO_FILTERS if fresh else Filters(show_only_new=True),
        order if order in offered else None,
        (count - 1) // PER_PAGE,
    )


def _horizon(source: ListSource) -> datetime:
    """Up to when a source is known; one of which nothing is known yet comes first."""
    return source.horizon or datetime.min.replace(tzinfo=UTC)


def _rank(moment: datetime, seat: int) -> int:
    return int(moment.timestamp()) * _RANKS + seat % _RANKS
