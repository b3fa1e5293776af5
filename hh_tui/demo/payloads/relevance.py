"""What a negotiation says of its candidate at once: experience that counts, answers to a bot's survey."""

from datetime import date
from typing import Any

from hh_tui.demo.careers import Job
from hh_tui.demo.people import Person
from hh_tui.demo.topic import Topic
from hh_tui.demo.words import counted
from hh_tui.demo.world import World

Payload = dict[str, Any]

_OUTDATED = 6  # months since the last job in the field
_ENOUGH = 24  # months that the vacancy asks for
_SURVEYED = 4  # every so many-th response came through the bot


def relevant_experience(world: World, topic: Topic) -> Payload | None:
    """Return the months worked in the field of the vacancy; None for those of another trade."""
    who = world.person(topic.person)
    if not who.fits or not who.months or "experience" in who.hidden:
        return None
    jobs = world.career(who).jobs
    return {
        "experiences": [_stretch(job) for job in jobs[:3]],
        "total_months": who.months,
        "outdated": _months_since(jobs[0], world.now.date()) >= _OUTDATED,
        "outdated_months_threshold": _OUTDATED,
        "vacancy_requirements_match": who.months >= _ENOUGH,
    }


def chat_bot(world: World, topic: Topic) -> Payload | None:
    """Return what the candidate answered to the bot of the vacancy."""
    if topic.number % _SURVEYED != 1 or topic.source != "NEGOTIATION":
        return None
    return {"auto_survey": {"text": _survey(world.person(topic.person))}}


def _survey(who: Person) -> str:
    years = counted(max(1, who.months // 12), "год", "года", "лет")
    lines = (
        ("Сколько лет опыта по специальности?", years if who.months else "Опыта пока нет"),
        ("Когда готовы выйти?", "Сразу" if who.key[1] % 2 else "Через две недели"),
        ("Подходит ли график?", "Да"),
    )
    return "\n".join(f"{question} — {answer}" for question, answer in lines)


def _stretch(job: Job) -> Payload:
    return {"position": job.position, "months": job.months, "employer": {"company_name": job.company}}


def _months_since(job: Job, today: date) -> int:
    return 0 if job.end is None else (today.year - job.end.year) * 12 + today.month - job.end.month
