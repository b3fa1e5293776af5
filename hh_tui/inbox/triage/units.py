"""What may stand behind a number in a rule, in both languages."""

from typing import Final

from hh_tui.i18n.text import folded
from hh_tui.inbox.triage.candidate_facts import ROUBLE

TIMES: Final = {
    **dict.fromkeys(("k", "к", "т", "т.", "тыс", "тыс.", "тысяч", "тысячи", "thousand"), 1_000),
    **dict.fromkeys(("т.р", "т.р.", "тр"), 1_000),
    **dict.fromkeys(("млн", "млн.", "миллион", "миллиона", "миллионов", "million"), 1_000_000),
}
DAYS: Final = frozenset({"d", "day", "days", "д", "дн", "дн.", "день", "дня", "дней"})
WEEKS: Final = frozenset({"w", "week", "weeks", "н", "нед", "нед.", "неделя", "недели", "недель"})
MONTHS: Final = frozenset({"m", "mo", "months", "month", "м", "мес", "мес.", "месяц", "месяца", "месяцев"})
YEARS: Final = frozenset({"y", "year", "years", "г", "г.", "год", "года", "годов", "л", "лет"})
_ROUBLES: Final = dict.fromkeys(
    ("₽", "руб", "руб.", "рубль", "рубля", "рублей", "р", "р.", "rub", "rur"), ROUBLE
)
_CODES: Final = ("USD", "EUR", "KZT", "UAH", "AZN", "GEL", "BYR", "BYN", "UZS", "KGS")
CURRENCIES: Final = {
    **_ROUBLES,
    **{folded(code): code for code in _CODES},
    "$": "USD",
    "€": "EUR",
    "₸": "KZT",
}
