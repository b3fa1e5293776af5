"""Responses: how they come in, what became of those that came before."""

from datetime import datetime, timedelta
from random import Random

from hh_tui.demo.stages import Stage
from hh_tui.demo.topic import Change, Topic
from hh_tui.demo.vacancies import Vacancy

_MACHINES = ("AUTO_RESPONSE", "AUTO_RESPONSE", "AUTO_RESPONSE_HH_PRO", "CLICKME_CPA")
_WEIGHTS = {
    "response": 9,
    "consider": 14,
    "phone_interview": 9,
    "assessment": 5,
    "interview": 7,
    "trial_shift": 6,
    "security_check": 3,
    "offer": 2,
    "hired": 2,
    "discard_by_employer": 42,
    "discard_by_applicant": 4,
}


_TALKS = 90_000  # numbers of what is no response
_COMPLAINTS, _COMPLAINT = 12, 4  # about every so many-th of those refused, and about which one first


def _arrival(roll: Random, since: datetime, until: datetime) -> datetime:
    """Return a moment of the vacancy's life: the latest days see most of them, the nights few."""
    span = (until - since).total_seconds()
    back = min(roll.expovariate(1 / 700_000), span * roll.uniform(0.9, 1.0))
    moment = until - timedelta(seconds=back + 60)
    night = moment.hour >= 20 or moment.hour < 3
    return max(since, moment - timedelta(hours=7)) if night and roll.random() < 0.8 else moment


def _guests(roll: Random, responses: int, elders: list[Vacancy]) -> dict[int, tuple[int, int]]:
    """Choose who answered an elder vacancy before: a tenth of the responses, each person once."""
    crowd = [(elder.number, number) for elder in elders for number in range(min(elder.responses, 500))]
    wanted = min(round(responses * 0.1), len(crowd))
    return dict(zip(roll.sample(range(responses), wanted), roll.sample(crowd, wanted), strict=True))


def _stage(roll: Random, vacancy: Vacancy, waited: timedelta) -> Stage:
    days = waited.total_seconds() / 86_400
    if roll.random() < (0.93 if days < 1 else 0.6 if days < 4 else 0.3):
        return vacancy.pipeline.stages[0]
    stages = vacancy.pipeline.stages
    return roll.choices(stages, [_WEIGHTS[stage.id] for stage in stages])[0]


def past(roll: Random, vacancy: Vacancy, began: datetime, elders: list[Vacancy]) -> list[Topic]:
    """Return the responses a vacancy had before the demo began, oldest first."""
    until = vacancy.archived_at or began
    moments = sorted(_arrival(roll, vacancy.created_at, until) for _ in range(vacancy.responses))
    guests = _guests(roll, vacancy.responses, elders)
    topics = [
        _topic(roll, vacancy, number, moment, until, guests.get(number))
        for number, moment in enumerate(moments)
    ]
    refused = [topic for topic in topics if topic.stage.public == "discard"]
    for topic in refused[_COMPLAINT::_COMPLAINTS]:
        topic.hidden = True
        topic.look()
    return topics


def fresh(
    roll: Random, vacancy: Vacancy, number: int, moment: datetime, guest: tuple[int, int] | None
) -> Topic:
    """Return a response as it comes in; ``guest`` is who it is from, if they have answered us before."""
    machine = roll.random() < 0.15
    return Topic(
        number=number,
        vacancy=vacancy,
        person=guest or (vacancy.number, number),
        stage=vacancy.pipeline.stages[0],
        sub=None,
        public="response",
        created_at=moment.replace(microsecond=0),
        updated_at=moment.replace(microsecond=0),
        viewed=False,
        has_updates=True,
        unread=1,
        count=1,
        viewed_by_opponent=True,
        messaging_status=_status(vacancy, invited=False),
        source=roll.choice(_MACHINES) if machine else "NEGOTIATION",
        resume_hidden=roll.random() < 0.05,
        asked_first=not machine and roll.random() < 0.02,
        score=min(100, max(0, round(roll.gauss(58, 24))))
        if vacancy.has_test and roll.random() < 0.6
        else None,
    )


def talk(home: Vacancy, person: tuple[int, int], place: int, moment: datetime) -> Topic:
    """Return what a chat about no vacancy has in the place of a negotiation; its thread is empty."""
    return Topic(
        number=_TALKS + place,
        vacancy=home,
        person=person,
        stage=home.pipeline.stages[0],
        sub=None,
        public="response",
        created_at=moment,
        updated_at=moment,
        viewed=True,
        has_updates=False,
        unread=0,
        count=0,
        viewed_by_opponent=False,
        messaging_status="ok",
        source="CHAT",
        thread=[],
    )


def _status(vacancy: Vacancy, *, invited: bool) -> str:
    if not vacancy.letters_allowed:
        return "disabled_by_employer"
    return "ok" if invited or vacancy.letters_before_invitation else "no_invitation"


def _topic(
    roll: Random,
    vacancy: Vacancy,
    number: int,
    moment: datetime,
    until: datetime,
    guest: tuple[int, int] | None,
) -> Topic:
    topic = fresh(roll, vacancy, number, moment, guest)
    waited = until - moment
    topic.stage = _stage(roll, vacancy, waited)
    if topic.stage.public == "response":
        days = waited.total_seconds() / 86_400
        topic.viewed = roll.random() > (0.75 if days < 1 else 0.35 if days < 4 else 0.06)
        topic.unread = 0 if topic.viewed else 1
        topic.has_updates = not topic.viewed
    else:
        _decide(roll, topic, until)
    if roll.random() < 0.03:
        topic.messaging_status = roll.choice(("archived", "resume_deleted"))
        topic.resume_hidden = topic.resume_hidden or topic.messaging_status == "resume_deleted"
    if vacancy.archived and topic.messaging_status != "resume_deleted":
        topic.messaging_status = "archived"
    return topic


def _decide(roll: Random, topic: Topic, until: datetime) -> None:
    """Give a negotiation that left the first stage its past."""
    subs = [sub.id for sub in topic.stage.subs if not sub.root]
    topic.sub = roll.choice(subs) if subs and roll.random() < 0.3 else None
    topic.viewed = True
    span = (until - topic.created_at).total_seconds()
    topic.updated_at = topic.created_at + timedelta(seconds=int(span * roll.uniform(0.1, 0.95)))
    silent = topic.vacancy.letters_allowed is False or roll.random() < 0.1
    topic.public = "response" if silent else topic.stage.public
    topic.messaging_status = _status(topic.vacancy, invited=topic.public == "invitation")
    talk = 0 if silent else 1 if topic.public == "discard" else min(18, 1 + int(roll.expovariate(0.28)))
    topic.count = 1 + talk
    topic.unread = roll.randint(1, 2) if talk > 1 and roll.random() < 0.35 else 0
    topic.has_updates = topic.unread > 0
    topic.viewed_by_opponent = roll.random() < 0.8
    topic.changes.append(Change(topic.stage, topic.updated_at, with_message=not silent))
    if topic.messaging_status == "ok" and talk and roll.random() < 0.02:
        topic.messaging_status, topic.count, topic.unread = "in_a_row_limit", 8, 0
        topic.has_updates = False


def lengthen(topics: list[Topic], longest: int) -> None:
    """Let the talk of one invited candidate go on and on."""
    talkers = [topic for topic in topics if topic.public == "invitation" and topic.messaging_status == "ok"]
    if talkers:
        talkers[len(talkers) // 2].count = longest
