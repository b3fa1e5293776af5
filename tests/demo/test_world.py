"""Worlds: their sizes, their people, the same again for the same seed."""

import re

import pytest

from hh_tui.demo.people import feminine
from hh_tui.demo.sizes import SIZES
from tests.demo.driver import Recruiter


@pytest.mark.parametrize(
    ("size", "vacancies", "responses", "most"),
    [("S", 4, 222, 150), ("M", 12, 3_000, 700), ("L", 40, 20_000, 5_000), ("XL", 900, 60_000, 16_000)],
)
def test_sizes(size: str, vacancies: int, responses: int, most: int) -> None:
    active = SIZES[size].active
    assert (len(active), sum(active), max(active), min(active)) == (vacancies, responses, most, 0)


def test_nothing_is_invented_before_somebody_looks() -> None:
    recruiter = Recruiter("XL")
    recruiter.get("/me")
    assert recruiter.world.__dict__["_rosters"] == {}
    vacancy = recruiter.world.vacancies[-3]
    recruiter.get("/negotiations/response", vacancy_id=vacancy.id, per_page=50)
    rosters = list(recruiter.world.__dict__["_rosters"])
    assert vacancy.number in rosters
    assert len(rosters) <= 6
    assert len(recruiter.world.__dict__["_people"]) <= 50


def test_the_same_seed_gives_the_same_world() -> None:
    def told(seed: int) -> object:
        recruiter = Recruiter("S", seed)
        page = recruiter.get("/negotiations/response", vacancy_id=recruiter.vacancy(0)["id"])
        return page, recruiter.messages(page["items"][0]["id"])

    assert told(7) == told(7)
    assert told(7) != told(8)


def test_looking_around_does_not_change_the_people() -> None:
    first, second = Recruiter("S"), Recruiter("S")
    nid = first.a_response()
    for other in second.world.topics_of(second.vacancy(1)["id"], "response"):
        second.messages(other)
    assert first.topic(nid)["resume"] == second.topic(nid)["resume"]


def test_the_first_vacancy_and_the_empty_one() -> None:
    for size in ("S", "M"):
        vacancies = Recruiter(size).vacancies()
        assert vacancies[0]["name"] == "Python-разработчик"
        assert 0 in [vacancy["counters"]["responses"] for vacancy in vacancies]


def test_the_mix_of_applicants() -> None:
    recruiter = Recruiter("M")
    vacancy = recruiter.world.vacancies[4]
    topics = recruiter.world.roster(vacancy).topics
    share = len(topics) / 100
    people = [recruiter.world.person(topic.person) for topic in topics]
    assert len(topics) == 700
    assert len({topic.person for topic in topics}) == 700
    assert 30 < sum(who.pay is None for who in people) / share < 40
    assert 1 < sum(who.currency != "RUR" for who in people) / share < 5
    assert 10 < sum(topic.source != "NEGOTIATION" for topic in topics) / share < 20
    assert 8 < sum(topic.person[0] != vacancy.number for topic in topics) / share < 12
    assert 3 < sum(topic.resume_hidden for topic in topics) / share < 12
    assert sum(topic.messaging_status in ("archived", "resume_deleted") for topic in topics) > 5
    assert any(who.area is None for who in people)
    assert any("names_and_photo" in who.hidden for who in people)
    letters = [recruiter.world.thread(topic)[0].text for topic in topics]
    assert 15 < sum(text is None for text in letters) / share < 30
    lengths = [len(text) for text in letters if text]
    assert min(lengths) < 30
    assert 1_500 < max(lengths) <= 4_000


def test_a_talk_that_goes_on_and_on() -> None:
    recruiter = Recruiter("S")
    topics = recruiter.world.roster(recruiter.world.vacancies[2]).topics
    longest = max(topics, key=lambda topic: topic.count)
    assert len(recruiter.messages(longest.id)) == longest.count == 20


def test_counts_agree_with_threads() -> None:
    recruiter = Recruiter("S")
    for topic in recruiter.world.roster(recruiter.world.vacancies[2]).topics:
        thread = recruiter.world.thread(topic)
        assert len(thread) == topic.count
        assert sum(not message.viewed_by_me for message in thread) == topic.unread
        assert [message.at for message in thread] == sorted(message.at for message in thread)
        assert thread[0].at == topic.created_at


def test_letters_leave_no_blanks_and_know_who_writes() -> None:
    recruiter = Recruiter("S")
    for vacancy in recruiter.world.vacancies:
        for topic in recruiter.world.roster(vacancy).topics:
            for message in recruiter.world.thread(topic):
                assert not re.search(r"[{}\[\]|]", message.text or ""), message.text


def test_surnames_of_women() -> None:
    pairs = {
        "Королёв": "Королёва",
        "Вишневский": "Вишневская",
        "Белый": "Белая",
        "Черных": "Черных",
        "Шевченко": "Шевченко",
        "Багдасарян": "Багдасарян",
        "Белов-Заозёрный": "Белова-Заозёрная",
        "Хуснутдинов": "Хуснутдинова",
        "Островской": "Островская",
        "Пак": "Пак",
        "Миллер": "Миллер",
    }
    assert {surname: feminine(surname) for surname in pairs} == pairs


def test_experience_adds_up() -> None:
    recruiter = Recruiter("S")
    for nid in recruiter.world.topics_of(recruiter.vacancy(0)["id"], "response"):
        resume = recruiter.topic(nid).get("resume")
        if resume is None:
            continue
        full = recruiter.get(resume["url"])
        months = (full.get("total_experience") or {"months": 0})["months"]
        told = sum(_months(job["start"], job["end"] or "2026-05-01") for job in full["experience"])
        assert told == months
        assert full.get("age") is None or months <= (full["age"] - 18) * 12


def _months(start: str, end: str) -> int:
    return (int(end[:4]) - int(start[:4])) * 12 + int(end[5:7]) - int(start[5:7])


def test_stages_and_actions_differ_between_vacancies() -> None:
    recruiter = Recruiter("S")
    shelves = [recruiter.collections(vacancy["id"])["collections"] for vacancy in recruiter.vacancies()]
    ids = [[entry["id"] for entry in board] for board in shelves]
    assert len({tuple(board) for board in ids}) >= 3
    assert "security_check" in ids[1]
    assert "security_check" not in ids[0]
    states = [entry["id"] for entry in recruiter.collections(recruiter.vacancy(1)["id"])["employer_states"]]
    assert "security" in states
    assert len(recruiter.topic(recruiter.a_response(0))["actions"]) > 9


def test_those_at_the_limit_have_five_letters_of_ours_at_the_end() -> None:
    recruiter = Recruiter("M")
    topics = recruiter.world.roster(recruiter.world.vacancies[4]).topics
    stuck = [topic for topic in topics if topic.messaging_status == "in_a_row_limit"]
    assert stuck
    for topic in stuck:
        authors = [message.author for message in recruiter.world.thread(topic)]
        assert authors[-6:] == ["applicant", *["employer"] * 5]
