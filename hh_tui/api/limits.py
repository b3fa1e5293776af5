"""How much hh.ru gives or takes at once."""

from typing import Final

PER_PAGE: Final = 50
"""The longest page that negotiations come in."""

ACTIVE_PER_PAGE: Final = 50
"""The longest page that active vacancies come in."""

BULK: Final = 50
"""How many negotiations one bulk action takes."""

PAGES_AT_MOST: Final = 400
"""A list that claims more pages than this is not followed further."""

DEEPEST_PAGE: Final = 2000 // PER_PAGE - 1
"""The last page of negotiations that is given for sure: those behind it hh.ru may refuse."""

GROWTH: Final = 10
"""Pages that a list can grow by while it is read."""
