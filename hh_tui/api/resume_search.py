"""The resume base: searching it, completing what is typed, and the searches that hh.ru keeps."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final
from urllib.parse import urlencode

from hh_tui.api.expected_answer import CREATED_AT, NO_CONTENT
from hh_tui.api.models.base import Named
from hh_tui.api.models.found_resume import FoundResume, SavedSearch, Suggestion, Suggestions
from hh_tui.api.models.page import Page
from hh_tui.api.models.places import RoleCatalog
from hh_tui.api.resource import Resource, part
from hh_tui.api.resume_query import ResumeQuery

FOUND_PER_PAGE: Final = 20
"""People on a page of a search, as hh.ru shows them."""

FOUND_AT_MOST: Final = 2_000
"""People of one search that can be read; hh.ru refuses pages beyond them."""

SAVED_PER_PAGE: Final = 10
"""The longest page of saved searches."""

NAMED_AT_ONCE: Final = 50
"""Ids whose names are told in one answer."""

SHORTEST_SUGGESTED: Final = 2
"""Characters from which hh.ru completes."""


NOT_SAVED: Final = frozenset(
    {
        "business_trip_readiness", "district", "education_levels", "filter_exp_industry", "filter_exp_period",
        "folder", "include_all_folders", "job_search_status", "resume",
    }
)  # fmt: skip
"""Parameters of a search that create-saved-resume-search does not take."""

ONE_LEVEL: Final = {"education_levels": "education_level"}
"""What takes a single level of education there."""


def lost_of(query: ResumeQuery) -> tuple[str, ...]:
    """Parameters of a query that hh.ru does not keep; one level of education it does."""
    lost = {name for name, _ in query.pairs() if name in NOT_SAVED}
    return tuple(sorted(lost - ONE_LEVEL.keys() if len(query.education_levels) == 1 else lost))


def kept_of(query: ResumeQuery) -> ResumeQuery:
    """What hh.ru keeps of a query, as far as its document says."""
    nothing = ResumeQuery()
    return query.changed(**{name: getattr(nothing, name) for name in lost_of(query)})


def _reach(query: ResumeQuery) -> dict[str, str]:
    """Everybody, and not favourites alone, which hh.ru's document calls its own choice for some managers.

    Where folders are asked for, this is not to be told beside them.
    """
    return {} if query.folder or query.include_all_folders else {"include_all_folders": "false"}


class SuggestKind(StrEnum):
    """What is completed: the last part of the path of its operation."""

    KEYWORD = "resume_search_keyword"
    SKILL = "skill_set"
    AREA = "areas"
    POSITION = "positions"
    ROLE = "professional_roles"
    SCHOOL = "educational_institutions"


class ResumeSearchResource(Resource):
    """Operations on the resume base. None of them spends a view: only reading a whole resume does."""

    async def page(self, query: ResumeQuery, page: int = 0) -> Page[FoundResume]:
        """People whom a query finds (search-for-resumes). Raises NotPaid without access to the base."""
        return await self._get(
            Page[FoundResume],
            "/resumes",
            **query.params(),
            **_reach(query),
            with_job_search_status="true",
            page=page,
            per_page=FOUND_PER_PAGE,
        )

    async def page_at(self, url: str, page: int = 0) -> Page[FoundResume]:
        """The same by the url of a saved search; looking at it makes its people old (search-for-resumes)."""
        return await self._get(
            Page[FoundResume], url, with_job_search_status="true", page=page, per_page=FOUND_PER_PAGE
        )

    async def count(self, query: ResumeQuery) -> int:
        """How many people a query finds; one of them is read (search-for-resumes)."""
        asked = {**query.params(), **_reach(query), "page": 0, "per_page": 1}
        return (await self._get(Page[FoundResume], "/resumes", **asked)).found

    async def suggest(self, kind: SuggestKind, typed: str) -> tuple[Suggestion, ...]:
        """Ways to complete what was typed, none below `SHORTEST_SUGGESTED` characters (get-…-suggests)."""
        if len(typed) < SHORTEST_SUGGESTED:
            return ()
        return (await self._get(Suggestions, f"/suggests/{kind}", text=typed)).items

    async def roles(self) -> tuple[Named, ...]:
        """All professional roles (get-professional-roles-dictionary)."""
        catalog = await self._get(RoleCatalog, "/professional_roles")
        return tuple(role for group in catalog.categories for role in group.roles)

    async def skills(self, ids: Sequence[str]) -> tuple[Suggestion, ...]:
        """Names of skills, at most `NAMED_AT_ONCE` of them (get-skills)."""
        return (await self._get(Suggestions, "/skills", id=ids[:NAMED_AT_ONCE])).items

    async def schools(self, ids: Sequence[str]) -> tuple[Suggestion, ...]:
        """Names of schools, at most `NAMED_AT_ONCE` of them (get-educational-institutions-dictionary)."""
        return (await self._get(Suggestions, "/educational_institutions", id=ids[:NAMED_AT_ONCE])).items

    async def saved(self) -> tuple[SavedSearch, ...]:
        """All saved searches of the manager with their counters (get-saved-resume-searches)."""
        return await self._all(Page[SavedSearch], "/saved_searches/resumes", SAVED_PER_PAGE)

    async def saved_one(self, search_id: str) -> SavedSearch:
        """One saved search; its address says who it looks for (get-saved-resume-search)."""
        return await self._get(SavedSearch, f"/saved_searches/resumes/{part(search_id)}")

    async def save(self, query: ResumeQuery) -> str | None:
        """Keep what can be kept of a query (create-saved-resume-search); returns its id.

        None where the answer does not tell it. hh.ru names it; `rename` gives it another name. A parameter
        that hh.ru does not know there it leaves out without a word: `saved_one` tells what it has kept.
        """
        kept = [(ONE_LEVEL.get(one, one), value) for one, value in kept_of(query).pairs()]
        address = f"/saved_searches/resumes?{urlencode(kept)}"
        headers = await self._connection.write("POST", address, (), CREATED_AT)
        found: str = headers.get("Location", "").rstrip("/").rpartition("/")[2]
        return found if found.isalnum() else None

    async def rename(self, search_id: str, name: str) -> None:
        """Name a saved search (update-saved-resume-search)."""
        address = f"/saved_searches/resumes/{part(search_id)}?{urlencode({'name': name})}"
        await self._connection.write("PUT", address, (), NO_CONTENT)

    async def forget(self, search_id: str) -> None:
        """Delete a saved search (delete-saved-resume-search)."""
        await self._connection.write("DELETE", f"/saved_searches/resumes/{part(search_id)}", (), NO_CONTENT)
