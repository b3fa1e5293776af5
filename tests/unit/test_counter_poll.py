"""Counters as they are polled: what is news, what stays, what means that the open list changed."""

from collections.abc import Container

import pytest

from hh_tui.api.models import Vacancy
from hh_tui.api.models.reading import parsed
from hh_tui.inbox.lists.counter_poll import News, has_list_changed, news_of, with_counters
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.system.structs import replace
from tests.factory import HERE, VACANCY, negotiation, page


def _vacancy(id_: str, responses: int, unread: int, **more: object) -> Vacancy:
    counters = {"responses": responses, "unread_responses": unread, "views": responses * 7}
    return parsed(Vacancy, {"id": id_, "counters": counters, **more})


def _polled(
    inbox: Inbox, asked: Inbox, polled: list[Vacancy], keep: Container[str] = ()
) -> tuple[Inbox, News, bool]:
    """The snapshot after a poll, what is news, and whether the open list has changed."""
    after = with_counters(inbox, asked, polled, keep)
    return after, news_of(inbox, after), has_list_changed(inbox, after)


def _inbox(*vacancies: Vacancy) -> Inbox:
    return Inbox(vacancies=vacancies, vacancy_id=VACANCY)


@pytest.mark.parametrize(
    ("responses", "unread", "news"),
    [
        (10, 3, News()),
        (12, 5, News(responses=2)),
        (10, 4, News(messages=1)),
        (11, 6, News(responses=1, messages=2)),
        (9, 1, News()),
        (12, 3, News(responses=2)),
    ],
)
def test_higher_counters_are_responses_and_letters(responses: int, unread: int, news: News) -> None:
    inbox = _inbox(_vacancy("5", 10, 3))
    polled, told, changed = _polled(inbox, inbox, [_vacancy("5", responses, unread)])
    assert told == news
    assert not changed, "it is not the open one"
    assert polled.vacancies is not None
    assert (polled.vacancies[0].total, polled.vacancies[0].unread) == (responses, unread)


def test_views_alone_do_not_mean_that_the_list_changed() -> None:
    inbox = _inbox(_vacancy(VACANCY, 10, 3))
    seen = parsed(
        Vacancy, {"id": VACANCY, "counters": {"responses": 10, "unread_responses": 3, "views": 9999}}
    )
    assert _polled(inbox, inbox, [seen])[1:] == (News(), False)
    assert _polled(inbox, inbox, [_vacancy(VACANCY, 10, 3, has_updates=True)])[2]
    assert _polled(inbox, inbox, [_vacancy(VACANCY, 9, 3)])[2]


def test_an_exchange_shows_in_how_far_they_have_come() -> None:
    counters = {"responses": 10, "unread_responses": 3, "resumes_in_progress": 4}
    before, after = (
        parsed(Vacancy, {"id": VACANCY, "counters": {**counters, **more}})
        for more in ({}, {"resumes_in_progress": 5})
    )
    inbox = _inbox(before)
    polled = with_counters(inbox, inbox, [after])
    assert has_list_changed(inbox, polled), "one was moved by a colleague, another one came"
    assert not has_list_changed(inbox, polled, decided={VACANCY: 1}), "we have moved them"
    two = parsed(Vacancy, {"id": VACANCY, "counters": {**counters, "resumes_in_progress": 6}})
    polled = with_counters(inbox, inbox, [two])
    assert has_list_changed(inbox, polled, decided={VACANCY: 1}), "one more than we have moved"
    assert not has_list_changed(inbox, polled, decided={VACANCY: 2})
    assert not news_of(inbox, polled)


def test_the_same_counters_are_the_same_snapshot() -> None:
    inbox = _inbox(_vacancy(VACANCY, 10, 3), _vacancy("5", 1, 1))
    assert _polled(inbox, inbox, [_vacancy("5", 1, 1), _vacancy(VACANCY, 10, 3)])[0] is inbox


def test_what_changed_here_since_it_was_asked_for_stays() -> None:
    asked = _inbox(_vacancy(VACANCY, 10, 3)).in_collection(HERE)
    unread = replace(page(["a"]), items=(negotiation("a", has_updates=True),))
    asked = asked.with_page(HERE, unread)
    opened = asked.opened(asked.listing.rows[0].negotiation, Thread())
    polled, news, changed = _polled(opened, asked, [_vacancy(VACANCY, 10, 3)])
    assert (polled, news, changed) == (opened, News(), False)
    assert polled.vacancies is not None
    assert polled.vacancies[0].unread == 2


def test_counters_without_numbers_change_nothing() -> None:
    inbox = _inbox(_vacancy(VACANCY, 10, 3), Vacancy(id="6"))
    assert _polled(inbox, inbox, [_vacancy(VACANCY, 99, 9)], {VACANCY}) == (inbox, News(), False)
    assert _polled(inbox, inbox, [_vacancy("8", 99, 9), Vacancy(id=VACANCY)]) == (inbox, News(), False)
    polled, news, _ = _polled(inbox, inbox, [_vacancy("6", 4, 4)])
    assert news == News(), "counted for the first time is not new"
    assert polled.vacancies is not None
    assert polled.vacancies[1].unread == 4
    assert _polled(Inbox(), Inbox(), [_vacancy("6", 4, 4)]) == (Inbox(), News(), False)
