"""Who can't be invited, and what hh.ru says to that: every documented refusal can be met in the demo.

It depends on the person alone, so that it can be met again.
"""

from typing import Final

HOME: Final = 4_000
"""From here on the first number of a key is a trade of the resume base, below it a vacancy."""

REFUSALS: Final = {
    3: "resume_not_found",
    5: "application_denied",
    9: "invalid_vacancy",
    13: "not_enough_purchased_services",
}
"""What inviting certain people leads to, as if it had just come about."""

CLOSED: Final = 17
"""People whom the employer's services do not reach: no vacancy has a way to invite them."""

REMOVED_ADDRESS: Final = "1480004"
"""An address that is still in the list and was removed by a colleague a moment ago."""

A_DAY: Final = 8
"""Invitations a manager can send in a day."""

_TEMPERS: Final = 23
_RARER: Final = 4  # times, among those whom the resume base alone knows


def temper(key: tuple[int, int]) -> int:
    """Return which kind of person this is."""
    return key[1] % (_TEMPERS * _RARER if key[0] >= HOME else _TEMPERS)
