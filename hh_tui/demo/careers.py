"""Careers: where a person worked and studied, and what came of it."""

from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from hh_tui.demo.people import Person
from hh_tui.demo.professions import Profession, professions
from hh_tui.demo.words import by_sex, chance

SCHOOLS = (
    ("900101", "Волжский технический университет", "Факультет информатики", "Информационные системы"),
    ("900102", "Северный экономический институт", "Факультет финансов", "Бухгалтерский учёт и аудит"),
    ("900103", "Уральский политехнический колледж", None, "Механика и автоматика"),
    ("900104", "Приморский гуманитарный университет", "Факультет управления", "Менеджмент"),
    ("900105", "Сибирский университет связи", "Факультет вычислительной техники", "Программная инженерия"),
    ("900106", "Медицинское училище № 4", None, "Сестринское дело"),
    ("900107", "Колледж торговли и питания", "Отделение питания", "Технология продукции"),
)

ABOUT = "Ответственн(ый|ая), быстро учусь."


@dataclass(frozen=True, slots=True)
class Job:
    """One place of work; ``end`` is None for the present one."""

    id: str
    company: str
    position: str
    start: date
    end: date | None
    description: str
    months: int


@dataclass(frozen=True, slots=True)
class School:
    """One place of study, its faculty, and the year it was finished."""

    id: str
    name: str
    faculty: str | None
    speciality: str
    year: int


@dataclass(frozen=True, slots=True)
class Career:
    """What a resume tells about the past, latest first."""

    jobs: tuple[Job, ...]
    schools: tuple[School, ...]
    level: str
    skills: tuple[str, ...]
    about: str | None


def career(seed: int, who: Person, trade: Profession, now: datetime) -> Career:
    """Return the career of a person: its jobs add up to the experience the resume states."""
    roll = chance(seed, "career", *who.key)
    level = (
        "higher" if trade.family in ("it", "office", "media") and roll.random() < 0.8 else "special_secondary"
    )
    if roll.random() < 0.06:
        level = "secondary"
    own = trade if who.fits else roll.choice(professions())
    return Career(
        jobs=tuple(_jobs(roll, who, own, now.date())),
        schools=() if level == "secondary" else (_school(roll, who),),
        level=level,
        skills=tuple(roll.sample(own.skills, min(len(own.skills), roll.randint(2, 9)))),
        about=by_sex(f"{ABOUT} {roll.choice(own.duties)}.", female=who.female)
        if roll.random() < 0.6
        else None,
    )


def _jobs(roll: Random, who: Person, trade: Profession, today: date) -> list[Job]:
    if not who.months:
        return []
    works_now = roll.random() < 0.55
    end = today.year * 12 + today.month - 1 - (0 if works_now else roll.randint(1, 8))
    left = who.months
    jobs: list[Job] = []
    while left > 0:
        last = left < 18 or len(jobs) == 5
        months = left if last else min(left, roll.randint(8, 48))
        duties = roll.sample(trade.duties, roll.randint(1, len(trade.duties)))
        jobs.append(
            Job(
                id=f"{who.key[0]:03d}{who.key[1]:06d}{len(jobs)}",
                company=roll.choice(trade.companies),
                position=who.title if not jobs else roll.choice(trade.near),
                start=_month(end - months),
                end=None if works_now and not jobs else _month(end),
                description="\n".join(by_sex(f"— {duty}", female=who.female) for duty in duties),
                months=months,
            )
        )
        end -= months
        left -= months
    return jobs


def _month(number: int) -> date:
    """Return the first day of a month counted from year 0."""
    return date(number // 12, number % 12 + 1, 1)


def _school(roll: Random, who: Person) -> School:
    identifier, name, faculty, speciality = roll.choice(SCHOOLS)
    return School(identifier, name, faculty, speciality, who.born.year + roll.randint(20, 24))
