"""One attempt to log in: what goes to the authorize page, and what has to come back."""

import hmac
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256

import httpx

from hh_tui.api.oauth import Application
from hh_tui.errors import ConfigError, LoginRefused, NotRedirect, WrongState
from hh_tui.settings.api_url import is_loopback


@dataclass(frozen=True)
class LoginAttempt:
    """A state and a PKCE verifier of its own, so that only the answer to this very attempt is taken."""

    application: Application
    state: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48), repr=False)

    def page(self, site: str) -> str:
        """The address of the authorize page. Raises ConfigError unless the site is https or loopback."""
        try:
            base = httpx.URL(site)
        except (httpx.InvalidURL, ValueError) as error:
            raise ConfigError(where="HH_TUI_AUTH_URL", what=site) from error
        allowed = base.scheme == "https" or (base.scheme == "http" and is_loopback(base.host))
        if not allowed or not base.host or base.userinfo or base.path.strip("/") or base.query:
            raise ConfigError(where="HH_TUI_AUTH_URL", what=site)
        challenge = urlsafe_b64encode(sha256(self.verifier.encode()).digest()).decode().rstrip("=")
        asked = {
            "response_type": "code",
            "client_id": self.application.client_id,
            "redirect_uri": self.application.redirect_uri,
            "state": self.state,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        return str(base.copy_with(path="/oauth/authorize", params=asked))

    def code_in(self, address: str) -> str:
        """The code in the address that the browser was led to.

        Raises NotRedirect for another address, WrongState for another attempt's answer, LoginRefused when the
        person did not grant access.
        """
        wanted = self.application.redirect_uri
        try:
            came, registered = httpx.URL(address.strip()), httpx.URL(wanted)
        except (httpx.InvalidURL, ValueError) as error:
            raise NotRedirect(redirect=wanted) from error
        if (came.scheme, came.netloc, came.path) != (registered.scheme, registered.netloc, registered.path):
            raise NotRedirect(redirect=wanted)
        if not hmac.compare_digest(came.params.get("state", "").encode(), self.state.encode()):
            raise WrongState()
        if "error" in came.params:
            raise LoginRefused()
        if code := came.params.get("code"):
            return str(code)
        raise NotRedirect(redirect=wanted)
