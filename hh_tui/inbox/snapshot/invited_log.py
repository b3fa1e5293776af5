"""Which vacancies candidates were invited to from here, as it is kept on disk by resume id."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from hh_tui.inbox.snapshot.opened_log import text_of

KIND: Final = "invited"
"""The kind of mark it is kept as."""

InvitedLog = Mapping[str, tuple[str, ...]]
"""Names of vacancies by resume id, in the order of the invitations."""


def with_invitation(log: InvitedLog, resume_id: str, vacancy: str) -> InvitedLog:
    """With this vacancy among those of the resume."""
    return {**log, resume_id: tuple(dict.fromkeys((*log.get(resume_id, ()), vacancy)))}


def value_of(at: datetime, vacancies: tuple[str, ...]) -> str:
    """The mark: it begins with the moment of the last invitation, by which it is forgotten."""
    return "\n".join((text_of(at), *vacancies))


def recalled(values: Mapping[str, str]) -> InvitedLog:
    """What the marks tell."""
    return {key: tuple(value.splitlines()[1:]) for key, value in values.items()}
