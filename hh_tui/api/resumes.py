"""Resumes in full, their history with the employer, and as files."""

from collections.abc import Callable
from typing import Final

from hh_tui.api.models import FullResume, MetVacancy, Resume, ResumeHistory
from hh_tui.api.resource import Param, Resource, part
from hh_tui.errors import NotFound

FILE_AT_MOST: Final = 20 * 2**20
"""Bytes: a resume that is longer than this is none."""


BESIDES: Final[dict[str, Param]] = {"with_job_search_status": "true", "with_creds": "true"}
"""What a resume has only where it is asked for."""


class ResumeResource(Resource):
    """Operations on resumes. Only `open_contacts` spends anything."""

    async def full(self, short: Resume) -> FullResume:
        """The whole resume, by the url in its short form (get-resume).

        The candidate sees the view. With a url out of a negotiation the response counts as viewed, too.
        """
        return await self._get(FullResume, short.url or f"/resumes/{part(short.id or '')}", **BESIDES)

    async def open_contacts(self, resume: FullResume) -> FullResume:
        """The resume with its contacts, by its `get_with_contact` (get-resume).

        SPENDS a contact, once for each company and resume: only after the person has agreed to it. Raises
        NotFound where the resume has no such address.
        """
        if not resume.contacts_url:
            raise NotFound(404)
        return await self._get(FullResume, resume.contacts_url, **BESIDES)

    async def history(self, short: Resume) -> tuple[MetVacancy, ...]:
        """The vacancies on which we met this candidate before (get-resume-negotiations-history)."""
        url = short.negotiations_history.url if short.negotiations_history else None
        address = url or f"/resumes/{part(short.id or '')}/negotiations_history"
        return (await self._get(ResumeHistory, address)).vacancies

    async def download(
        self,
        url: str | None,
        into: Callable[[bytes], object],
        *,
        progress: Callable[[int, int | None], object] = lambda done, total: None,
        at_most: int = FILE_AT_MOST,
    ) -> int:
        """A resume as a file, by a url of its `download`; returns its length in bytes.

        `into` takes the file piece by piece, `progress` how many bytes came and, where known, how many there
        are. What `into` was given before an error is no whole file. The token goes to the API only: a url of
        another origin raises ForeignOrigin. Raises NotFound without a url, UnreadableAnswer for an empty file
        and AnswerTooLong for one longer than `at_most`.
        """
        if not url:
            raise NotFound(404)
        return await self._save(self._connection.open(url), into, progress, at_most)
