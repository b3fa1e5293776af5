"""A stand-in with a clock, a store in a folder, and connections that renew their token."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from hh_tui.api.auth import StoredToken
from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.oauth import TokenEndpoint
from hh_tui.api.origin import Origin
from hh_tui.cli.connect import ApiAccess
from hh_tui.demo import TOKEN, StandIn
from hh_tui.demo.grants import REFRESH
from hh_tui.keyrings import Keyrings
from hh_tui.settings.config import from_table
from hh_tui.system.secret import Secret
from hh_tui.tokens.pair import TokenPair
from hh_tui.tokens.profile import DEFAULT_PROFILE
from hh_tui.tokens.store import TokenStore
from tests.demo.driver import HandClock

CONTACT = "tests@example.org"


def pair_for(origin: str = "https://api.hh.ru", access: str = TOKEN, refresh: str = REFRESH) -> TokenPair:
    now = datetime(2026, 5, 1, tzinfo=UTC)
    return TokenPair(
        access=Secret(access),
        refresh=Secret(refresh),
        origin=str(Origin(origin).base),
        obtained_at=now,
        expires_at=now + timedelta(days=14),
    )


def forget(store: TokenStore, profile: str = DEFAULT_PROFILE) -> None:
    """As if nobody had ever logged in."""
    for place in store.everywhere(profile):
        store.discard(profile, place)


class Scene:
    """One stand-in, one folder of tokens, as many instances of the program as wanted."""

    def __init__(
        self,
        folder: Path,
        origin: str = "https://api.hh.ru",
        server: StandIn | None = None,
        keyrings: Keyrings | None = None,
    ) -> None:
        self.clock = HandClock()
        self.server = server or StandIn("S", clock=self.clock)
        self.origin = Origin(origin)
        self.store = TokenStore(folder / "tokens", keyrings)
        self.store.save(DEFAULT_PROFILE, pair_for(origin))
        self.transport: httpx.AsyncBaseTransport = httpx.MockTransport(self.server.handle)

    def endpoint(self) -> TokenEndpoint:
        return TokenEndpoint(self.origin, contact=CONTACT, transport=self.transport, clock=self.clock)

    def stored(self) -> StoredToken:
        return StoredToken(self.store, DEFAULT_PROFILE, self.endpoint())

    def client(self, token: str | StoredToken | None = None) -> HHClient:
        wanted = token or self.stored()
        return HHClient(Connection(self.origin, wanted, contact=CONTACT, transport=self.transport))

    def access(self, **settings: object) -> ApiAccess:
        return ApiAccess(from_table(settings), self.origin, self.transport, self.store)

    def kept(self) -> TokenPair:
        pair = self.store.load(DEFAULT_PROFILE)
        assert pair is not None
        return pair
