"""How big a world is: responses per vacancy, active and archived."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """Responses per vacancy and the longest thread (in messages)."""

    active: tuple[int, ...]
    archived: tuple[int, ...]
    longest_thread: int


def _spread(first: int, total: int, vacancies: int) -> tuple[int, ...]:
    """Share ``total`` responses out: ``first`` to the first, less and less to others, none to the last."""
    weights = [1 / (place + 6) for place in range(vacancies - 2)]
    rest = total - first
    shares = [max(1, int(rest * weight / sum(weights))) for weight in weights]
    shares[0] += rest - sum(shares)
    return (first, *shares, 0)


SIZES = {
    "S": Size((150, 60, 12, 0), (18, 7), 20),
    "M": Size((700, 520, 430, 360, 290, 230, 170, 130, 90, 60, 20, 0), (85, 41, 16, 5), 40),
    "L": Size(_spread(5_000, 20_000, 40), (240, 130, 60, 22, 9, 3), 60),
    "XL": Size(_spread(16_000, 60_000, 900), (400, 220, 90, 45, 20, 8, 2), 300),
}
