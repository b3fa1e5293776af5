"""What hh.ru answers to a write that it has carried out.

Each write names the one it expects. Any other answer that is no refusal of the API's own (a page of a guard
or a proxy, a redirect, another status) tells nothing of what became of the write: its outcome is unknown.
"""

from typing import Final

import httpx
from msgspec import Struct

from hh_tui.api.error_response import is_page


class ExpectedAnswer(Struct, frozen=True):
    """The `statuses` of success; with `location` a header of this name belongs to it."""

    statuses: frozenset[int]
    location: bool = False

    def matches(self, response: httpx.Response) -> bool:
        """Whether an answer, already read, is this one: no page, and of another status neither."""
        has_location = not self.location or bool(response.headers.get("Location", "").strip())
        return response.status_code in self.statuses and has_location and not is_page(response)


NO_CONTENT: Final = ExpectedAnswer(frozenset({204}))
CREATED: Final = ExpectedAnswer(frozenset({201}))
CREATED_AT: Final = ExpectedAnswer(frozenset({201}), location=True)
OK: Final = ExpectedAnswer(frozenset({200}))
OK_OR_NO_CONTENT: Final = ExpectedAnswer(frozenset({200, 204}))
"""For the chat methods whose status of success is not documented."""

UPLOAD_LINK: Final = ExpectedAnswer(frozenset({200, 201}))
"""For a POST that makes nothing yet; its status of success is not documented either."""
