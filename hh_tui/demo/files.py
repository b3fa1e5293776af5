"""Files of chats: addresses they are uploaded to, and what came there."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.parser import BytesParser
from email.policy import HTTP
from typing import Final
from uuid import UUID

MAX_SIZE: Final = 20 * 2**20
"""Bytes of a file."""
TYPES: Final = {"image/jpeg": "jpeg", "image/png": "png"}
"""What may be sent, by MIME type."""

_LINK_LIFETIME = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class File:
    """A file as it came."""

    id: str
    name: str
    content_type: str
    body: bytes


@dataclass(slots=True)
class Files:
    """Links that were given out, until when they hold, and the files that came by them."""

    links: dict[str, datetime] = field(default_factory=dict)
    kept: dict[str, File] = field(default_factory=dict)
    _given: int = 0

    def link(self, now: datetime) -> tuple[str, datetime]:
        """Return a new link and its end: it is good for one file."""
        self._given += 1
        identifier, until = f"{self._given:08d}", now + _LINK_LIFETIME
        self.links[identifier] = until
        return identifier, until

    def keep(self, identifier: str, name: str, content_type: str, body: bytes) -> File:
        """Take a file that came by a link, which is used up then."""
        del self.links[identifier]
        file = File(str(UUID(int=(0xF11E << 64) + int(identifier))), name, content_type, body)
        self.kept[file.id] = file
        return file


def file_in(content_type: str, body: bytes) -> tuple[str, str, bytes] | None:
    """Return name, MIME type and bytes of the part ``file`` of a form, if there is one."""
    if not content_type.startswith("multipart/form-data"):
        return None
    form = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body)
    for part in form.iter_parts():
        if part.get_param("name", header="content-disposition") == "file":
            content = part.get_payload(decode=True)
            return part.get_filename() or "", part.get_content_type(), bytes(content or b"")
    return None
