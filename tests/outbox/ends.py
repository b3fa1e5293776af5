"""What became of writes on a laptop, and of letters at hh.ru."""

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.outbox import Stage
from tests.outbox.laptop import LONG_AGO, Laptop


def stage_of(laptop: Laptop, operation_id: str) -> Stage:
    """Where a write stands in the journal."""
    records = {one.operation.id: one.stage for one in laptop.journal.records(LONG_AGO)}
    return records[operation_id]


def letters_to(laptop: Laptop, who: Negotiation, text: str) -> int:
    """How many letters with these words the candidate has."""
    world = laptop.server.world
    return sum(one.text == text for one in world.thread(world.topic(who.id)))
