"""People hidden from searches until a day, and why: known on this computer only."""

from collections.abc import Mapping
from datetime import UTC, datetime

from msgspec import Struct

from hh_tui.api.models import Resume


class NotNow(Struct, frozen=True):
    """Hidden `until` a moment in UTC, for a reason in the person's own words; `name` is who it is."""

    until: datetime
    reason: str = ""
    name: str = ""

    def holds(self, now: datetime) -> bool:
        """Whether they are still hidden."""
        return now < self.until


Hidden = Mapping[str, NotNow]
"""Those who are hidden, by `person_key`."""


def person_key(resume: Resume) -> str:
    """The person behind a resume; the resume itself where hh.ru does not tell."""
    return resume.owner.id if resume.owner is not None else resume.id or ""


def text_of(one: NotNow) -> str:
    """As it is kept: it begins with the moment, by which it is forgotten; then who it is, and why."""
    return f"{one.until.astimezone(UTC).isoformat(timespec='seconds')}\n{one.name}\n{one.reason}"


def recalled(texts: Mapping[str, str]) -> dict[str, NotNow]:
    """From what was kept; what is no moment is left out."""
    found: dict[str, NotNow] = {}
    for key, text in texts.items():
        moment, name, reason = (*text.split("\n", 2), "", "")[:3]
        try:
            until = datetime.fromisoformat(moment)
        except ValueError:
            continue
        if until.tzinfo is not None:
            found[key] = NotNow(until.astimezone(UTC), reason, name)
    return found
