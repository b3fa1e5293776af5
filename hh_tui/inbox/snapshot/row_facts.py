"""What is asked of every row of a list, however long it is: small, and told without the whole negotiation."""

from collections.abc import Iterator
from functools import lru_cache
from sys import intern
from typing import Final

from msgspec import Struct

from hh_tui.api.models import Negotiation
from hh_tui.i18n.text import folded
from hh_tui.inbox.decisions.action_menu import ActionKind, kind_of, menu

OWNER: Final = "owner "
RESUME: Final = "resume "
"""By what a person is known."""


class RowFacts(Struct, frozen=True):
    """Of one candidate: who it is wherever they answer, whether they need attention, whether anything is
    `offered` to be done with them and of which `kinds` it is where it is enabled, and the `words` a search
    finds them by, folded, each once."""

    person: str
    needs_attention: bool
    offered: bool
    kinds: tuple[ActionKind, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, negotiation: Negotiation) -> "RowFacts":
        """What the list item tells. Equal texts are one object: most rows share most of theirs."""
        return cls(
            person(negotiation),
            needs_attention(negotiation),
            bool(negotiation.actions),
            _shared(tuple({kind_of(one.action): None for one in menu(negotiation) if one.action.enabled})),
            tuple(map(intern, dict.fromkeys(folded("\n".join(_told(negotiation))).split()))),
        )


def person(negotiation: Negotiation) -> str:
    """What is the same wherever a person answers; empty where the resume does not tell."""
    resume = negotiation.resume
    if resume is None:
        return ""
    if resume.owner is not None:
        return OWNER + resume.owner.id
    return RESUME + resume.id if resume.id else ""


def needs_attention(negotiation: Negotiation) -> bool:
    """Whether the server says so: something new happened, or a message is unread."""
    return negotiation.has_updates or negotiation.unread > 0


def _told(negotiation: Negotiation) -> Iterator[str]:
    """Name, wish, town, employers, skills."""
    resume = negotiation.resume
    if resume is None:
        return
    yield from filter(None, (resume.last_name, resume.first_name, resume.middle_name, resume.title))
    if resume.area is not None and resume.area.name:
        yield resume.area.name
    for job in resume.experience:
        yield from filter(None, (job.company, job.position))
    yield from resume.skill_set


@lru_cache(maxsize=512)
def _shared(kinds: tuple[ActionKind, ...]) -> tuple[ActionKind, ...]:
    """The same object for whoever is offered the same."""
    return kinds
