"""What applicants write, from nothing to four thousand characters."""

from random import Random

from hh_tui.demo.careers import Career, Job
from hh_tui.demo.people import Person
from hh_tui.demo.vacancies import Vacancy
from hh_tui.demo.words import by_sex, counted, read

LONGEST = 4_000


class Letter:
    """The hand of one applicant writing about one vacancy; what is told agrees with the career."""

    def __init__(self, roll: Random, writer: Person, past: Career, vacancy: Vacancy) -> None:
        trade = vacancy.trade
        self._roll = roll
        self._writer = writer
        self._past = past
        self._trade = trade
        years = max(1, writer.months // 12)
        self._blanks = {
            "first": writer.first_name,
            "last": writer.last_name,
            "vacancy": vacancy.name,
            "years": counted(years, "год", "года", "лет"),
            "company": past.jobs[0].company if past.jobs else trade.companies[0],
            "skill": roll.choice(past.skills if writer.fits else trade.skills),
        }

    def written(self) -> str:
        """Return a letter: a few words as a rule, a paragraph often, a story now and then."""
        draw = self._roll.random()
        if draw < 0.25:
            return self._few_words()
        if draw < 0.65:
            return self._joined(" ", self._one("hello"), self._one("open"), *self._facts(2), self._one("bye"))
        if draw < 0.72:
            return self._joined("\n\n", self._one("hello"), self._one("polished"), self._one("bye"))
        opening = " ".join([self._one("open"), *self._facts(3)])
        if draw < 0.95:
            return self._joined("\n\n", self._one("hello"), opening, self._terms(), self._one("bye"))
        return self._story(opening)

    def answer(self, turn: int) -> str:
        """Return what the applicant answers at a turn of the talk."""
        turns = read("letters")["turn"]
        return self._fill(self._roll.choice(turns[turn % len(turns)]["reply"]))

    def _few_words(self) -> str:
        text = self._one(self._roll.choice(("short", "short", "short", "sms_like")))
        return f"{self._one('hello')} {text}" if self._roll.random() < 0.6 and len(text) > 1 else text

    def _facts(self, number: int) -> list[str]:
        """Return what the applicant did before; newcomers and those of another trade tell why they come."""
        if not self._past.jobs:
            return ["Опыта пока нет, но учусь быстро.", self._one("why")]
        if not self._writer.fits:
            return [f"Сейчас работаю по другой специальности ({self._writer.title}).", self._one("why")]
        return [self._fill(text) for text in self._roll.sample(self._trade.tell, number)]

    def _terms(self) -> str:
        questions = [self._roll.choice(self._trade.ask)] if self._roll.random() < 0.5 else []
        return " ".join([self._one("about"), *questions, self._one("when")])

    def _story(self, opening: str) -> str:
        stories = self._roll.sample(read("letters")["story"], self._roll.randint(3, 6))
        parts = [self._one("hello"), opening, *map(self._fill, stories), self._terms()]
        parts.append("Мои навыки: " + ", ".join(self._past.skills) + ".")
        if self._roll.random() < 0.5:
            parts[2:2] = map(_told, self._past.jobs)
        return self._joined("\n\n", *parts, self._one("bye"))[:LONGEST]

    def _joined(self, glue: str, *parts: str) -> str:
        text = glue.join(parts)
        return text.replace(" тыс", "\N{NO-BREAK SPACE}тыс").replace(" — ", "\N{NO-BREAK SPACE}— ")

    def _one(self, kind: str) -> str:
        return self._fill(self._roll.choice(read("letters")[kind]))

    def _fill(self, text: str) -> str:
        return by_sex(text.format_map(self._blanks), female=self._writer.female)


def _told(job: Job) -> str:
    """Return a job as those tell it who put the whole resume into the letter."""
    until = job.end.year if job.end else "сейчас"
    return f"{job.start.year} — {until}, «{job.company}», {job.position}\n{job.description}"
