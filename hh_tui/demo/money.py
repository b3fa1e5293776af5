"""Currencies: their codes, signs and names, and what one rouble is in them."""

from typing import NamedTuple

from hh_tui.demo.words import Name


class Currency(NamedTuple):
    """``rate`` is how much of it a rouble is."""

    code: str
    abbr: str
    name: Name
    rate: float


CURRENCIES = (
    Currency("RUR", "₽", Name("Рубли", "Roubles"), 1),
    Currency("USD", "$", Name("Доллары", "Dollars"), 0.0111),
    Currency("EUR", "€", Name("Евро", "Euro"), 0.0102),
    Currency("KZT", "₸", Name("Тенге", "Tenge"), 5.5),
    Currency("BYR", "Br", Name("Белорусские рубли", "Belarusian roubles"), 0.036),
)
_RATES = {currency.code: currency.rate for currency in CURRENCIES}


def in_roubles(amount: float, code: str) -> float:
    """Return an amount of a currency in roubles."""
    return amount / _RATES[code]
