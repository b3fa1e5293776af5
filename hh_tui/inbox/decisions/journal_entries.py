"""What is written down of decisions and texts. Changes written together are one transaction.

held ──▶ sending ──▶ done
  │         ├──────▶ failed ──▶ dropped
  │         ├──────▶ unknown ──▶ done | failed | dropped
  │         └──────▶ held      nothing left: no connection, no login
  ├──▶ failed                  stopped before it left
  └──▶ dropped
"""

from datetime import datetime

from msgspec import Struct

from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError
from hh_tui.inbox.decisions.forms import Values
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage


class Added(Struct, frozen=True):
    """A new write, held. Target and text never change: what is edited is a new write."""

    operation: Operation


class Moved(Struct, frozen=True):
    """A write at another stage; `error` is why it failed or is unknown.

    `fresh` is the negotiation as it was found where that is the reason.
    """

    operation_id: str
    stage: Stage
    error: HHError | None = None
    fresh: Negotiation | None = None


class DraftKept(Struct, frozen=True):
    """A letter begun; a blank `text` removes it."""

    negotiation_id: str
    text: str


class SheetKept(Struct, frozen=True):
    """What was typed into the form of an action; no `values` remove it."""

    negotiation_id: str
    action_id: str
    values: Values


Change = Added | Moved | DraftKept | SheetKept


class Record(Struct, frozen=True):
    """A write as it was found on disk.

    `at` is when it came to its stage, `attempted_at` when it was sent for the last time, both in UTC. `error`
    and `fresh` are those of its last move.
    """

    operation: Operation
    stage: Stage
    at: datetime
    attempted_at: datetime | None = None
    error: HHError | None = None
    fresh: Negotiation | None = None
