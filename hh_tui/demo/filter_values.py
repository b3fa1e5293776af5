"""Values that filters of a collection take: what no dictionary has is refused, not ignored."""

import re
from collections.abc import Callable
from functools import cache

from hh_tui.demo.call import Call
from hh_tui.demo.company import areas, countries
from hh_tui.demo.money import CURRENCIES
from hh_tui.demo.payloads.names import LICENCES, dictionary
from hh_tui.demo.refusal import bad_argument

_NUMBER = re.compile(r"\d{1,9}")
_NUMBERS = (
    "age_from",
    "age_to",
    "salary_from",
    "salary_to",
    "search_radius_meters",
    "educational_institution",
)
_FLAGS = (
    "show_only_new",
    "show_only_new_responses",
    "show_only_with_vehicle",
    "show_only_with_medical_book",
    "show_only_with_self_employment",
)


def check_values(call: Call) -> None:
    """Refuse a request with a filter whose value is none; Refusal names the first of them."""
    takes = _takes()
    for name, value in call.query:
        if name in takes and not takes[name](value):
            raise bad_argument(name, "invalid")


@cache
def _takes() -> dict[str, Callable[[str], bool]]:
    """Return by parameter what tells its values from others."""
    places = {area.id for area in areas()} | set(countries())
    closed: dict[str, set[str]] = {
        "area": places,
        "citizenship": set(countries()),
        "currency": {currency.code for currency in CURRENCIES},
        "driver_license_types": set(LICENCES),
        "education_level": set(dictionary("education_level")),
        "experience": set(dictionary("experience")),
        "gender": set(dictionary("gender")),
        "language": {
            f"{name}.{level}" for name in dictionary("language") for level in dictionary("language_level")
        },
        "relocation": set(dictionary("resume_search_relocation")),
    }
    takes: dict[str, Callable[[str], bool]] = {name: values.__contains__ for name, values in closed.items()}
    takes |= dict.fromkeys(_NUMBERS, lambda value: _NUMBER.fullmatch(value) is not None)
    takes |= dict.fromkeys(_FLAGS, ("true", "false").__contains__)
    return takes
