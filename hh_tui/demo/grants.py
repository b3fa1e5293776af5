"""Codes, tokens and their lives, as hh.ru's OAuth has it."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from hh_tui.demo.moments import Clock

TOKEN: Final = "USERDEMO0123456789STANDINTOKEN"  # noqa: S105  (opens nothing but the demo)
REFRESH: Final = "USERDEMO0123456789REFRESHTOKEN"
CLIENT_ID: Final = "DEMO0123456789CLIENTID"
CLIENT_SECRET: Final = "DEMO0123456789CLIENTSECRET"  # noqa: S105
REDIRECT: Final = "http://127.0.0.1:8765/callback"

LIFETIME: Final = timedelta(days=14)
CODE_LIFETIME: Final = timedelta(minutes=5)


class GrantRefusal(Exception):
    """The token endpoint says no, in the words of RFC 6749 and of hh.ru."""

    def __init__(self, error: str, description: str) -> None:
        super().__init__(error, description)
        self.error = error
        self.description = description


@dataclass(slots=True)
class Pair:
    """An access token and what refreshes it; without `expires_at` it lasts until it is made to expire."""

    access: str
    refresh: str
    expires_at: datetime | None = None
    fate: str = ""
    """Why neither token is good any more: refreshed, revoked or deactivated."""


@dataclass(slots=True)
class Code:
    """What the authorize page hands out: good once, for a short time."""

    redirect: str
    challenge: str
    until: datetime
    used: bool = False


class Grants:
    """Everything hh.ru has ever given to one application of one employer.

    `redirect` is the registered address; a person who does not consent (`consents`) sends the browser back
    with an error.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._pairs = [Pair(TOKEN, REFRESH)]
        self._codes: dict[str, Code] = {}
        self.redirect = REDIRECT
        self.consents = True
        self.refreshes = 0

    def expire(self) -> None:
        """Let every access token run out now."""
        now = self._clock()
        for pair in self._pairs:
            pair.expires_at = min(now, pair.expires_at or now)

    def end(self, fate: str = "token was revoked") -> None:
        """Take every token back; `fate` is what the token endpoint says of it afterwards."""
        for pair in self._pairs:
            pair.fate = pair.fate or fate

    def trouble_with(self, access: str) -> str:
        """Return the `value` an access token is refused with, empty when it is good."""
        pair = next((pair for pair in self._pairs if pair.access == access), None)
        if pair is None:
            return "bad_authorization"
        if pair.fate:
            return "token_expired" if "refreshed" in pair.fate else "token_revoked"
        return "token_expired" if self._expired(pair) else ""

    def permit(self, redirect: str, challenge: str) -> str:
        """Return a code for the person's browser to bring back."""
        code = f"CODE{len(self._codes):028}"
        self._codes[code] = Code(redirect, challenge, self._clock() + CODE_LIFETIME)
        return code

    def exchange(self, code: str, redirect: str, verifier: str) -> Pair:
        """Return the tokens for a code. Raises GrantRefusal."""
        known = self._codes.get(code)
        if known is None:
            raise GrantRefusal("invalid_request", "code not found")
        if known.used:
            raise GrantRefusal("invalid_grant", "code has already been used")
        if known.until <= self._clock():
            raise GrantRefusal("invalid_grant", "code expired")
        if known.redirect != redirect:
            raise GrantRefusal("invalid_request", "bad redirect url")
        if known.challenge and known.challenge != challenge_of(verifier):
            raise GrantRefusal("invalid_grant", "code was revoke")
        known.used = True
        return self._new()

    def refresh(self, token: str) -> Pair:
        """Return new tokens for a refresh token: once, and only after expiry. Raises GrantRefusal."""
        pair = next((pair for pair in self._pairs if pair.refresh == token), None)
        if not token:
            raise GrantRefusal("invalid_request", "token is empty")
        if pair is None:
            raise GrantRefusal("invalid_request", "token not found")
        if pair.fate:
            raise GrantRefusal("invalid_grant", pair.fate)
        if not self._expired(pair):
            raise GrantRefusal("invalid_grant", "token not expired")
        pair.fate = "token has already been refreshed"
        self.refreshes += 1
        return self._new()

    def revoke(self, access: str) -> None:
        """Take one pair back."""
        for pair in self._pairs:
            if pair.access == access:
                pair.fate = "token was revoked"

    def _expired(self, pair: Pair) -> bool:
        return pair.expires_at is not None and pair.expires_at <= self._clock()

    def _new(self) -> Pair:
        number = len(self._pairs)
        pair = Pair(f"USERDEMO{number:08}ACCESSTOKEN", f"USERDEMO{number:08}REFRESHTOKEN")
        pair.expires_at = self._clock() + LIFETIME
        self._pairs.append(pair)
        return pair


def challenge_of(verifier: str) -> str:
    """Return the S256 challenge of a PKCE verifier."""
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
