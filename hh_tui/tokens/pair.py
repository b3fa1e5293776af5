"""An access token and what refreshes it."""

import json
from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta, MsgspecError, Struct

from hh_tui.system.secret import Secret
from hh_tui.system.structs import from_text

AwareTime = Annotated[datetime, Meta(tz=True)]


class TokenPair(Struct, frozen=True, kw_only=True):
    """What a login gave: good at `origin` only. `expires_at` is a forecast of ours; hh.ru has the last word.

    Its repr hides both tokens.
    """

    access: Secret
    refresh: Secret
    origin: str
    obtained_at: AwareTime
    expires_at: AwareTime

    def written(self) -> str:
        """The pair as text to be kept, secrets and all."""
        return json.dumps(
            {
                "access": self.access.reveal(),
                "refresh": self.refresh.reveal(),
                "origin": self.origin,
                "obtained_at": self.obtained_at.isoformat(),
                "expires_at": self.expires_at.isoformat(),
            }
        )

    @classmethod
    def read(cls, text: str | bytes) -> "TokenPair | None":
        """The pair in a text; None when it is none."""
        try:
            return msgspec.json.decode(text, type=cls, dec_hook=from_text)
        except (MsgspecError, UnicodeError, RecursionError):
            return None

    def is_over(self, now: datetime) -> bool:
        """Whether the access token should have expired by now."""
        return self.expires_at <= now
