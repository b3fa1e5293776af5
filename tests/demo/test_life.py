"""Life outside: who answers, who comes, and that nothing happens unless it may."""

from tests.demo.driver import Recruiter


def busy(recruiter: Recruiter) -> list[str]:
    """Write to twenty applicants and let three hours pass; returns their negotiations."""
    ids = recruiter.world.topics_of(recruiter.vacancy(0)["id"], "response")[:20]
    for nid in ids:
        recruiter.write(nid, "Когда вам удобно поговорить?")
    recruiter.clock.pass_by(hours=3)
    recruiter.get("/me")
    return ids


def total(recruiter: Recruiter) -> int:
    return sum(vacancy["counters"]["responses"] for vacancy in recruiter.vacancies())


def answered(recruiter: Recruiter, ids: list[str]) -> list[str]:
    return [
        nid for nid in ids if recruiter.world.thread(recruiter.world.topic(nid))[-1].author == "applicant"
    ]


def test_nothing_happens_by_itself() -> None:
    recruiter = Recruiter("S")
    before = total(recruiter)
    assert answered(recruiter, busy(recruiter)) == []
    assert total(recruiter) == before


def test_some_answer_and_new_ones_come() -> None:
    recruiter = Recruiter("S", alive=True, arrivals_per_hour=5)
    before = total(recruiter)
    ids = busy(recruiter)
    said = answered(recruiter, ids)
    assert 0 < len(said) < len(ids)
    assert all(recruiter.topic(nid)["has_updates"] for nid in said)
    last = recruiter.world.thread(recruiter.world.topic(said[0]))[-1]
    assert recruiter.world.began < last.at <= recruiter.clock.now
    assert 4 <= total(recruiter) - before <= 35


def test_life_is_the_same_again() -> None:
    def lived() -> object:
        recruiter = Recruiter("S", alive=True)
        ids = busy(recruiter)
        return answered(recruiter, ids), total(recruiter)

    assert lived() == lived()


def test_a_rate_of_none() -> None:
    recruiter = Recruiter("S", alive=True, arrivals_per_hour=0)
    before = total(recruiter)
    assert answered(recruiter, busy(recruiter))
    assert total(recruiter) == before


def test_a_new_response_comes_first() -> None:
    recruiter = Recruiter("S")
    vacancy_id = recruiter.vacancy(0)["id"]
    recruiter.clock.pass_by(minutes=5)
    nid = recruiter.world.new_response(vacancy_id)
    first = recruiter.get("/negotiations/response", vacancy_id=vacancy_id)["items"][0]
    assert (first["id"], first["has_updates"]) == (nid, True)
    assert len(recruiter.messages(nid)) == 1


def test_the_applicant_sees_our_letters_when_writing() -> None:
    recruiter = Recruiter("S")
    nid = recruiter.a_response()
    recruiter.messages(nid)
    recruiter.write(nid, "Добрый день")
    assert recruiter.topic(nid)["viewed_by_opponent"] is False
    recruiter.world.candidate_writes(nid, "Здравствуйте")
    topic = recruiter.topic(nid)
    assert topic["viewed_by_opponent"] is True
    assert topic["counters"]["unread_messages"] == 1
    ours, theirs = recruiter.messages(nid)[-2:]
    assert (ours["viewed_by_opponent"], theirs["viewed_by_me"]) == (True, False)
