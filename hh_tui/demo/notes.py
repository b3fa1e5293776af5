"""Notes of recruiters on applicants (``applicant_comments`` in the API)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hh_tui.demo.company import company
from hh_tui.demo.words import chance

_TEXTS = (
    "Говорили в прошлом году, сильный, но просил больше.",
    "Не пришёл на встречу, не предупредил.",
    "Рекомендует Сомов, работали вместе.",
    "Хорошо держится по телефону. Уточнить про переезд.",
    "Перезвонить после пятнадцатого.",
    "Тестовое сделано аккуратно, есть вопросы по срокам.",
)


@dataclass(slots=True)
class Note:
    """One note; ``access`` is coworkers or owner."""

    id: str
    author: str
    text: str
    access: str
    at: datetime
    mine: bool


class Notes:
    """Notes by applicant; a tenth of the applicants have some from the start."""

    def __init__(self, seed: int, began: datetime) -> None:
        self._seed = seed
        self._began = began
        self._kept: dict[str, list[Note]] = {}
        self._added = 0

    def of(self, owner: str) -> list[Note]:
        """Return the notes on an applicant, oldest first."""
        if owner not in self._kept:
            self._kept[owner] = self._invented(owner)
        return self._kept[owner]

    def add(self, owner: str, text: str, access: str, at: datetime) -> Note:
        """Add a note of ours."""
        self._added += 1
        note = Note(str(9_000_000 + self._added), company().me.full_name, text, access, at, mine=True)
        self.of(owner).append(note)
        return note

    def _invented(self, owner: str) -> list[Note]:
        roll = chance(self._seed, "notes", owner)
        notes = []
        for place in range(roll.choice((1, 1, 2)) if roll.random() < 0.1 else 0):
            author = roll.choice(company().team)
            days = 40 - 15 * place + roll.random() * 9
            notes.append(
                Note(
                    id=f"{owner[-6:]}{place}",
                    author=author.full_name,
                    text=roll.choice(_TEXTS),
                    access="coworkers",
                    at=(self._began - timedelta(days=days)).replace(microsecond=0),
                    mine=author is company().me,
                )
            )
        return notes
