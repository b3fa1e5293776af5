"""What a search of the resume base asks for: the documented parameters of search-for-resumes."""

from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct

from hh_tui.system.structs import replace

EVERYWHERE: Final = "everywhere"
"""The field of `resume_search_fields` that stands for all of them."""

ALL_WORDS: Final = "all"
"""The entry of `resume_search_logic` that asks for all words."""

Params = dict[str, str | int | Sequence[str]]


class Phrase(Struct, frozen=True):
    """Words to look for, in hh.ru's query language.

    `logic` is of `resume_search_logic`, `fields` of `resume_search_fields`, `period` (the years of experience
    that count) of `resume_search_experience_period`; an empty period is all of it.
    """

    text: str
    logic: str = ALL_WORDS
    fields: tuple[str, ...] = (EVERYWHERE,)
    period: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it is looked for as hh.ru does without being told."""
        return self.logic == ALL_WORDS and self.fields == (EVERYWHERE,) and not self.period


class ResumeQuery(Struct, frozen=True, kw_only=True):
    """Each field but `phrases` is a parameter of the same name; ids come from dictionaries and suggests.

    Ages are in years, pay in `currency` a month, `period` in days since a resume was changed. A `language` is
    `language.level`. `relocation` needs `area` beside it. `resume` finds people like that one, `vacancy_id`
    people for that vacancy; `search_in_responses` only those who have answered one of ours. `metro` holds ids
    of lines or stations. `filter_exp_period` says in which years one worked in a `filter_exp_industry`, and
    needs one. `include_all_folders` finds favourites only, those of all folders; `folder` those of some, and
    not both: hh.ru refuses that.
    """

    phrases: tuple[Phrase, ...] = ()
    area: tuple[str, ...] = ()
    relocation: str | None = None
    metro: tuple[str, ...] = ()
    district: tuple[str, ...] = ()
    salary_from: int | None = None
    salary_to: int | None = None
    currency: str | None = None
    experience: tuple[str, ...] = ()
    filter_exp_industry: tuple[str, ...] = ()
    filter_exp_period: str | None = None
    professional_role: tuple[str, ...] = ()
    skill: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    employment_form: tuple[str, ...] = ()
    work_format: tuple[str, ...] = ()
    business_trip_readiness: tuple[str, ...] = ()
    age_from: int | None = None
    age_to: int | None = None
    gender: str | None = None
    education_levels: tuple[str, ...] = ()
    educational_institution: tuple[str, ...] = ()
    job_search_status: tuple[str, ...] = ()
    driver_license_types: tuple[str, ...] = ()
    citizenship: tuple[str, ...] = ()
    work_ticket: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    period: int | None = None
    search_in_responses: bool = False
    include_all_folders: bool = False
    folder: tuple[str, ...] = ()
    resume: str | None = None
    vacancy_id: str | None = None
    order_by: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nobody in particular; its order says nothing of that."""
        return replace(self, order_by=None, currency=None) == ResumeQuery()

    def changed(self, **values: Any) -> "ResumeQuery":
        """With other values of some fields."""
        return replace(self, **values)

    def params(self) -> Params:
        """The query: only what is asked for. A phrase that is not plain gives all their three companions."""
        query: Params = {}
        if self.phrases:
            query["text"] = tuple(one.text for one in self.phrases)
        if not all(one.is_plain for one in self.phrases):
            query["text.logic"] = tuple(one.logic for one in self.phrases)
            query["text.field"] = tuple(",".join(one.fields) for one in self.phrases)
            query["text.period"] = tuple(one.period for one in self.phrases)
        for name in self.__struct_fields__[1:]:
            value: str | int | tuple[str, ...] | bool | None = getattr(self, name)
            if value is True:
                query[name] = "true"
            elif value is not None and value is not False and value not in ("", ()):
                query[name] = value
        return query

    def pairs(self) -> list[tuple[str, str]]:
        """The same as pairs of a name and a value."""
        return [
            (name, str(one))
            for name, value in self.params().items()
            for one in ((value,) if isinstance(value, str | int) else value)
        ]
