"""What rules ask about a candidate: small, so that a whole list of them can be kept while a rule is typed."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Final

from msgspec import Struct

from hh_tui.api.models import Negotiation, Resume
from hh_tui.inbox.snapshot.row_facts import needs_attention
from hh_tui.system.structs import replace

ROUBLE: Final = "RUR"
"""How the API writes it in lists; elsewhere it is RUB."""

_ANY: Final = datetime.fromtimestamp(0, UTC)
"""A moment for facts that do not depend on it."""

Known = float | tuple[str, ...] | bool | None
"""A number, texts, whether it holds; None where hh.ru does not tell."""


class CandidateFacts(Struct, frozen=True):
    """Of one list item. `pay` is a month's, in `currency`; experience in months; `came_at` is in UTC."""

    pay: float | None = None
    currency: str = ROUBLE
    experience: int | None = None
    relevant: int | None = None
    test: int | None = None
    came_at: datetime | None = None
    unread: int = 0
    town: str = ""
    position: str = ""
    company: tuple[str, ...] = ()
    skill: tuple[str, ...] = ()
    education: str = ""
    state: str = ""
    new: bool = False
    label: tuple[str, ...] = ()
    favourite: bool = False
    hidden: bool = False

    @classmethod
    def of(cls, negotiation: Negotiation, labels: tuple[str, ...] = ()) -> "CandidateFacts":
        """What the list item tells, and the person's own labels; without a resume there are few facts."""
        resume, result = negotiation.resume, negotiation.test_result
        relevant = negotiation.relevant_experience
        known = cls(
            test=result.score if result else None,
            relevant=relevant.total_months if relevant else None,
            came_at=negotiation.created_at,
            unread=negotiation.unread,
            state=negotiation.employer_state.name if negotiation.employer_state else "",
            new=needs_attention(negotiation),
            hidden=resume is None,
            label=labels,
        )
        return known if resume is None else known._with(resume)

    def _with(self, resume: Resume) -> "CandidateFacts":
        pay, total, level = resume.salary, resume.total_experience, resume.education
        return replace(
            self,
            pay=pay.amount if pay and pay.amount else None,
            currency=currency(pay.currency if pay else None),
            experience=total.months if total else None,
            town=resume.area.name if resume.area else "",
            position=resume.title or "",
            company=tuple(job.company for job in resume.experience if job.company),
            skill=tuple(resume.skill_set),
            education=level.level.name if level and level.level else "",
            favourite=resume.favorited,
        )

    def value(self, fact_id: str, now: datetime) -> Known:
        """The value of a fact; days are counted from the response until `now`, in UTC."""
        return _VALUES[fact_id](self, now)

    def texts(self, fact_id: str) -> tuple[str, ...]:
        """The texts of a fact that is text."""
        known = _VALUES[fact_id](self, _ANY)
        return known if isinstance(known, tuple) else ()


def currency(code: str | None) -> str:
    """The code of a currency, roubles by one of their two."""
    return ROUBLE if not code or code == "RUB" else code


def _texts(*texts: str) -> tuple[str, ...] | None:
    return tuple(one for one in texts if one) or None


def _days(facts: CandidateFacts, now: datetime) -> float | None:
    return None if facts.came_at is None else max(0.0, (now - facts.came_at).total_seconds() / 86_400)


_VALUES: Final[Mapping[str, Callable[[CandidateFacts, datetime], Known]]] = {
    "pay": lambda one, _: one.pay,
    "experience": lambda one, _: one.experience,
    "relevant": lambda one, _: one.relevant,
    "test": lambda one, _: one.test,
    "days": _days,
    "unread": lambda one, _: one.unread,
    "town": lambda one, _: _texts(one.town),
    "position": lambda one, _: _texts(one.position),
    "company": lambda one, _: _texts(*one.company),
    "skill": lambda one, _: _texts(*one.skill),
    "education": lambda one, _: _texts(one.education),
    "state": lambda one, _: _texts(one.state),
    "label": lambda one, _: one.label,
    "new": lambda one, _: one.new,
    "favourite": lambda one, _: None if one.hidden else one.favourite,
    "hidden": lambda one, _: one.hidden,
}
