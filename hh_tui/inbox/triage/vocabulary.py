"""What a rule can ask about, by the words for it in both languages.

Age and gender are left out: refusing by them is against the law.
"""

from enum import StrEnum
from typing import Final

from msgspec import Struct

from hh_tui.i18n.text import Language, folded


class FactKind(StrEnum):
    """What a fact is compared with."""

    NUMBER = "number"
    TEXT = "text"
    FLAG = "flag"


class Unit(StrEnum):
    """What a number counts: money of a currency, months that are typed as years, or things."""

    PAY = "pay"
    MONTHS = "months"
    COUNT = "count"


class Fact(Struct, frozen=True):
    """`russian` and `english` are its words, the first one is the one it is told by."""

    id: str
    kind: FactKind
    russian: tuple[str, ...]
    english: tuple[str, ...]
    unit: Unit = Unit.COUNT

    def word(self, language: Language) -> str:
        """The word it is told by."""
        return (self.russian if language == "ru" else self.english)[0]


FACTS: Final = (
    Fact("pay", FactKind.NUMBER, ("зп", "зарплата", "доход"), ("pay", "salary"), Unit.PAY),
    Fact("experience", FactKind.NUMBER, ("опыт", "стаж"), ("experience",), Unit.MONTHS),
    Fact("relevant", FactKind.NUMBER, ("профильный",), ("relevant",), Unit.MONTHS),
    Fact("test", FactKind.NUMBER, ("тест",), ("test",)),
    Fact("days", FactKind.NUMBER, ("дней",), ("days",)),
    Fact("unread", FactKind.NUMBER, ("непрочитано",), ("unread",)),
    Fact("town", FactKind.TEXT, ("город",), ("town", "city")),
    Fact("position", FactKind.TEXT, ("должность",), ("position", "title")),
    Fact("company", FactKind.TEXT, ("компания",), ("company",)),
    Fact("skill", FactKind.TEXT, ("навык",), ("skill",)),
    Fact("education", FactKind.TEXT, ("образование",), ("education",)),
    Fact("state", FactKind.TEXT, ("этап",), ("state", "stage")),
    Fact("label", FactKind.TEXT, ("метка",), ("label",)),
    Fact("new", FactKind.FLAG, ("новый",), ("new",)),
    Fact("favourite", FactKind.FLAG, ("избранный",), ("favourite",)),
    Fact("hidden", FactKind.FLAG, ("скрыт",), ("hidden",)),
)

BY_ID: Final = {one.id: one for one in FACTS}
BY_WORD: Final = {folded(word): one for one in FACTS for word in (*one.russian, *one.english)}

AND: Final = {"ru": "и", "en": "and"}
OR: Final = {"ru": "или", "en": "or"}
NOT: Final = {"ru": "не", "en": "not"}

ARROW: Final = "->"
"""Stands between the condition and the action."""

UNKNOWN: Final = "?"
"""The value of a fact that is not told."""
