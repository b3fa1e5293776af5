"""Files of chats: what they may be, where they are taken, and fetching the ones that came."""

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from hh_tui.api.expected_answer import UPLOAD_LINK
from hh_tui.api.file_body import FileBody
from hh_tui.api.models import FileLimits
from hh_tui.api.models.chat import FileConditions, Uploaded, UploadLink
from hh_tui.api.resource import Resource, as_model
from hh_tui.errors import BadArgument, NotFound, Refused

UPLOAD_LINKS: Final = "/common/chats/files/upload_links"
FILE_AT_MOST: Final = 64 * 2**20
"""Bytes of a file that is saved."""

_REASONS: Final = {"file": "upload_format", "state": "upload_expired"}
"""What the server of files calls wrong, by our own names."""


class ChatFile(Struct, frozen=True):
    """A file to be sent: its name, its type and what is in it."""

    name: str
    mime_type: str
    content: bytes


class ChatFileResource(Resource):
    """Operations on the files of chats."""

    async def limits(self) -> FileLimits:
        """What a file may be (get-common-chat-files-conditions)."""
        conditions = await self._get(FileConditions, "/common/chats/files/conditions")
        return conditions.files_upload or FileLimits()

    async def upload(self, file: ChatFile, progress: Callable[[int, int], object]) -> str:
        """Hand a file to hh.ru; returns the id that a message names it by (get-…-upload-links, and the link).

        `progress` gets how many bytes went, and of how many. Nobody sees the file before a message has it.
        The link leads to another host of hh.ru, which wants the token: it goes to hosts of hh.ru alone, over
        https, and any other one raises ForeignOrigin. Raises Refused with `upload_format` or `upload_expired`
        for a file that is not taken.
        """
        answer = await self._connection.exchange("POST", UPLOAD_LINKS, expected=UPLOAD_LINK)
        link = as_model(UploadLink, answer)
        body = FileBody(file.name, file.mime_type, file.content, progress)
        try:
            return as_model(Uploaded, await self._connection.upload(link.upload_url, body)).upload_id
        except BadArgument as error:
            reason = _REASONS.get(error.value, error.value)
            raise Refused(error.status, error.type, reason, error.request_id) from error

    async def save(
        self,
        url: str | None,
        into: Callable[[bytes], object],
        *,
        progress: Callable[[int, int | None], object] = lambda done, total: None,
        at_most: int = FILE_AT_MOST,
    ) -> int:
        """A file that came in a chat, by the url of its attachment; returns its length in bytes.

        As `download` of a resume; a host of hh.ru beside the API gets no token. Raises Refused with
        `file_login` where hh.ru gives the file to a browser only.
        """
        if not url:
            raise NotFound(404)
        return await self._save(self._connection.open_file(url), into, progress, at_most)
