"""An access token and what refreshes it."""

import json
from datetime import datetime

from pydantic import AwareDatetime, BaseModel, ConfigDict, SecretStr, ValidationError


class TokenPair(BaseModel):
    """What a login gave: good at `origin` only. `expires_at` is a forecast of ours; hh.ru has the last word.

    Its repr hides both tokens.
    """

    model_config = ConfigDict(frozen=True)

    access: SecretStr
    refresh: SecretStr
    origin: str
    obtained_at: AwareDatetime
    expires_at: AwareDatetime

    def written(self) -> str:
        """The pair as text to be kept, secrets and all."""
        return json.dumps(
            {
                "access": self.access.get_secret_value(),
                "refresh": self.refresh.get_secret_value(),
                "origin": self.origin,
                "obtained_at": self.obtained_at.isoformat(),
                "expires_at": self.expires_at.isoformat(),
            }
        )

    @classmethod
    def read(cls, text: str | bytes) -> "TokenPair | None":
        """The pair in a text; None when it is none."""
        try:
            return cls.model_validate_json(text)
        except ValidationError:
            return None

    def is_over(self, now: datetime) -> bool:
        """Whether the access token should have expired by now."""
        return self.expires_at <= now
