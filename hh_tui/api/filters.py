"""Filters of a collection page: the documented ones, since the API ignores all others without a word."""

from collections.abc import Sequence

from msgspec import Struct


class Filters(Struct, frozen=True, kw_only=True):
    """What a page of get-collection-negotiations-list is narrowed down to; each field is a parameter there.

    Ages are in years, pay in `currency` a month, the radius in metres. `relocation` needs `area` beside it;
    a `language` is `language.level`. Ids come from the dictionaries and from get-areas.

    `show_only_new_responses` (not viewed yet) is for the collection of fresh responses, `show_only_new`
    (unread messages) for every other one: which it is, the caller knows. `show_only_with_medical_book`
    and `show_only_with_self_employment` came in 2026. The collection of phone calls takes no filter.
    """

    age_from: int | None = None
    age_to: int | None = None
    area: tuple[str, ...] = ()
    citizenship: tuple[str, ...] = ()
    currency: str | None = None
    driver_license_types: tuple[str, ...] = ()
    educational_institution: tuple[str, ...] = ()
    education_level: str | None = None
    experience: tuple[str, ...] = ()
    gender: str | None = None
    language: tuple[str, ...] = ()
    relocation: str | None = None
    salary_from: int | None = None
    salary_to: int | None = None
    search_radius_meters: int | None = None
    search_text: str | None = None
    show_only_new_responses: bool = False
    show_only_new: bool = False
    show_only_with_vehicle: bool = False
    show_only_with_medical_book: bool = False
    show_only_with_self_employment: bool = False

    def params(self) -> dict[str, str | int | Sequence[str]]:
        """The query: only what was asked for; a name with several values is repeated."""
        query: dict[str, str | int | Sequence[str]] = {}
        for name in self.__struct_fields__:
            value: str | int | tuple[str, ...] | bool | None = getattr(self, name)
            if value is True:
                query[name] = "true"
            elif value is not None and value is not False and value not in ("", ()):
                query[name] = value
        return query


NO_FILTERS = Filters()
