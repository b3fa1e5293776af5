"""A file as the body of a form, sent in pieces that are counted."""

from collections.abc import AsyncIterator, Callable
from typing import Final
from uuid import uuid4

import httpx

PIECE: Final = 64 * 1024
"""Bytes that are sent at once."""

_ESCAPED: Final = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})
"""What would end a name too early, as browsers write it."""


class FileBody(httpx.AsyncByteStream):
    """The form field `file` as multipart/form-data. It can be sent anew: `progress` then begins anew, too."""

    def __init__(
        self, name: str, mime_type: str, content: bytes, progress: Callable[[int, int], object]
    ) -> None:
        boundary = uuid4().hex
        disposition = f'form-data; name="file"; filename="{name.translate(_ESCAPED)}"'
        head = f"--{boundary}\r\nContent-Disposition: {disposition}\r\nContent-Type: {mime_type}\r\n\r\n"
        self._head, self._tail = head.encode(), f"\r\n--{boundary}--\r\n".encode()
        self._content = content
        self._progress = progress
        self.headers = {
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "Content-Length": str(len(self._head) + len(content) + len(self._tail)),
        }

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """The pieces; a piece counts once the connection has taken it."""
        yield self._head
        total = len(self._content)
        for start in range(0, total, PIECE):
            yield self._content[start : start + PIECE]
            self._progress(min(total, start + PIECE), total)
        yield self._tail
