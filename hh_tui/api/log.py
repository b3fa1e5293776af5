"""The log of requests: what was asked, how it went, how long it took; never about whom.

A line holds the method, the path with every id replaced by {}, the status or the kind of failure, the
milliseconds and hh.ru's request id. No query, no body, no name and no token comes near it.
"""

import logging
import logging.handlers
import os
import re
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from hh_tui.files.private_files import open_private, private_folder

SIZE: Final = 1_000_000
"""Bytes of one file."""

OLDER: Final = 2
"""Files kept besides the current one."""

_WORDS: Final = frozenset(
    re.findall(
        r"\w+",
        """
        active addresses applicant_comments archived areas assessment authorize chats consider dictionaries
        download employers hidden interview limits locales mail_templates manager_accounts managers me
        message_templates messages method_access mine negotiations negotiations_history
        negotiations_statistics oauth payable_api_actions phone_interview preferred_negotiations_order read
        response resume resumes services settings solution stats test token vacancies
        """,
    )
)
_REQUEST_ID: Final = re.compile(r"[0-9A-Za-z_-]{1,64}")


def path_template(path: str) -> str:
    """The path with everything that is no word of the API's own replaced by {}."""
    return "/".join(part if part in _WORDS or not part else "{}" for part in path.split("/"))


class _PrivateHandler(logging.handlers.RotatingFileHandler):
    """Writes to a file of mode 0600. A log that can't be written stops nothing."""

    def _open(self) -> TextIOWrapper:
        private_folder(Path(self.baseFilename).parent)
        descriptor = open_private(Path(self.baseFilename), os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        return os.fdopen(descriptor, "a", encoding="utf-8")

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  (the name is the base class's)
        """Keep quiet: standard error is the screen."""


class RequestLog:
    """The log in a file; nothing is made before the first line."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._logger = logging.Logger("hh_tui.requests")
        handler = _PrivateHandler(path, maxBytes=SIZE, backupCount=OLDER, delay=True, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        self._logger.addHandler(handler)

    def note(self, method: str, path: str, outcome: str, milliseconds: float, request_id: str = "") -> None:
        """Write one line; `outcome` is a status or the kind of a failure."""
        told = request_id if _REQUEST_ID.fullmatch(request_id) else "-"
        self._logger.info("%s %s %s %.0fms %s", method, path_template(path), outcome, milliseconds, told)

    def close(self) -> None:
        """Close the file."""
        for handler in self._logger.handlers:
            handler.close()
