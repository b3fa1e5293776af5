"""How much is measured: the whole of it, or a short look."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """`rows` of the long list; `starts`, `rounds` and `keys` of a block; `idle` and `held` in seconds."""

    rows: int
    starts: int
    rounds: int
    keys: int
    decisions: int
    opens: int
    idle: float
    held: float


WHOLE = Scale(rows=20_000, starts=5, rounds=3, keys=20, decisions=25, opens=4, idle=60, held=3)
QUICK = Scale(rows=2_000, starts=3, rounds=2, keys=15, decisions=12, opens=5, idle=5, held=1.5)
