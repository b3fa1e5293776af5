"""Builds the connection to hh.ru from settings, environment and stored tokens."""

import httpx
from msgspec import Struct, field

from hh_tui.api.auth import StoredToken
from hh_tui.api.connection import Connection
from hh_tui.api.log import RequestLog
from hh_tui.api.oauth import TokenEndpoint
from hh_tui.api.origin import Origin
from hh_tui.api.silence import Silence
from hh_tui.api.transport import RetryingTransport, network
from hh_tui.i18n.text import Language
from hh_tui.keyrings import system_keyrings
from hh_tui.settings.config import Settings
from hh_tui.settings.locations import log_file, tokens_folder
from hh_tui.tokens.ready import ready_token
from hh_tui.tokens.store import TokenStore


class ApiAccess(Struct, frozen=True):
    """The origin, the transport and the tokens that the settings and the environment lead to."""

    settings: Settings
    origin: Origin
    transport: httpx.AsyncBaseTransport
    store: TokenStore
    silence: Silence = field(default_factory=Silence)
    """What the transport knows of a server that does not answer."""

    @classmethod
    def of(cls, settings: Settings) -> "ApiAccess":
        """Everything as it is outside of tests. Raises ConfigError."""
        origin = Origin(settings.api_url)
        transport = RetryingTransport(
            network(proxied=origin.base.scheme == "https"),
            log=RequestLog(log_file()),
            per_second=settings.requests_per_second,
        )
        store = TokenStore(tokens_folder(), system_keyrings())
        return cls(settings, origin, transport, store, transport.silence)

    def endpoint(self) -> TokenEndpoint:
        """Where tokens come from."""
        return TokenEndpoint(self.origin, contact=self.settings.contact, transport=self.transport)

    def stored(self) -> StoredToken:
        """The token of the profile. Raises NotLoggedIn, KeyringError, UnsafeFile or UnusableFile."""
        return StoredToken(self.store, self.settings.profile, self.endpoint())

    def token(self) -> str | StoredToken:
        """The ready token of the environment, else the profile's. Raises like `stored`."""
        return ready_token() or self.stored()

    def connection(self, language: Language, token: str | StoredToken | None = None) -> Connection:
        """A connection with a token, with the person's own unless another is given. Raises like `stored`."""
        return Connection(
            self.origin,
            token or self.token(),
            contact=self.settings.contact,
            language=language,
            site=self.settings.site,
            transport=self.transport,
            silence=self.silence,
        )
