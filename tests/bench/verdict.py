"""A goal and what was measured of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """`value` against `base`, in `unit`, with a `limit` on their ratio; without a base on the value itself.

    Without a `limit` it is only told. `name` says what, `of` what the base is.
    """

    name: str
    value: float
    unit: str = "ms"
    base: float | None = None
    of: str = ""
    limit: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the base."""
        return self.value / self.base if self.base else None

    @property
    def held(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if self.limit is None:
            return None
        if self.base is None:
            return self.value <= self.limit
        return self.value <= self.base * self.limit

    def as_json(self) -> dict[str, object]:
        """For the file."""
        shown = {"name": self.name, "value": self.value, "unit": self.unit, "base": self.base, "of": self.of}
        return {**shown, "ratio": self.ratio, "limit": self.limit, "held": self.held}
