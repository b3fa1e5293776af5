"""Trades: what is advertised, what it pays, who answers."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from hh_tui.demo.words import read


@dataclass(frozen=True, slots=True)
class Profession:
    """One trade. Pay is a range in thousands of roubles a month."""

    id: str
    family: str
    title: str
    role: tuple[str, str]
    pay: tuple[int, int]
    near: tuple[str, ...]
    far: tuple[str, ...]
    skills: tuple[str, ...]
    companies: tuple[str, ...]
    duties: tuple[str, ...]
    tell: tuple[str, ...]
    ask: tuple[str, ...]


@cache
def professions() -> tuple[Profession, ...]:
    """Return all trades, in the order vacancies take them up."""
    return tuple(_profession(entry) for entry in read("professions")["profession"])


def _profession(entry: dict[str, Any]) -> Profession:
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()
    }
    return Profession(**fields)
