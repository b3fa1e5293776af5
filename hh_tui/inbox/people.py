"""Who answered more than once."""

from collections import Counter
from collections.abc import Iterable, Sequence

from hh_tui.api.models import Negotiation
from hh_tui.inbox.rows import Row


def person(negotiation: Negotiation) -> str:
    """What is the same wherever a person answers; empty where the resume does not tell."""
    resume = negotiation.resume
    if resume is None:
        return ""
    if resume.owner is not None:
        return f"owner {resume.owner.id}"
    return f"resume {resume.id}" if resume.id else ""


def repeated(rows: Iterable[Row]) -> dict[str, int]:
    """How many rows there are of each person who has several."""
    counted = Counter(who for row in rows if (who := person(row.negotiation)))
    return {who: count for who, count in counted.items() if count > 1}


def next_of(rows: Sequence[Row], cursor: int) -> int | None:
    """The next row of the person under the cursor, from the top again after the last; None without one."""
    if not 0 <= cursor < len(rows):
        return None
    who = person(rows[cursor].negotiation)
    order = (*range(cursor + 1, len(rows)), *range(cursor))
    return next((at for at in order if who and person(rows[at].negotiation) == who), None)
