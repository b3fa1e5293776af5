"""The bearer token, its renewal, and the check that it is sent to its own server only."""

import asyncio
from collections.abc import AsyncGenerator, Generator

import httpx

from hh_tui.api.error_response import token_trouble
from hh_tui.api.headers import UPLOAD
from hh_tui.api.oauth import TokenEndpoint
from hh_tui.api.origin import Origin
from hh_tui.errors import ForeignOrigin, HHError, KeyringError, NotAuthorized, NotLoggedIn, TokenExpired
from hh_tui.tokens.pair import TokenPair
from hh_tui.tokens.pair_writer import PairWriter
from hh_tui.tokens.store import TokenStore


class StoredToken:
    """The token of one profile, renewed once it has expired, by whichever instance comes first.

    hh.ru takes a refresh token once. So a renewal holds the profile's lock, looks whether another instance
    has brought a new pair already, stores what it gets before anybody uses it, and is never cut short by a
    caller that lost interest. A pair that the disk does not take is used all the same, and tried to be
    written until the end. Raises NotLoggedIn when the profile has no token for this origin, and
    KeyringError where it is in a keyring that can't be read.
    """

    def __init__(self, store: TokenStore, profile: str, endpoint: TokenEndpoint) -> None:
        self._store = store
        self._profile = profile
        self._endpoint = endpoint
        self._writer = PairWriter(store, profile)
        self._renewal: asyncio.Task[None] | None = None
        self._saving: asyncio.Task[None] | None = None
        self._hopeless: tuple[str, NotAuthorized] | None = None
        self.pair = self._kept()

    def __repr__(self) -> str:
        return f"StoredToken(profile={self._profile!r})"

    @property
    def access(self) -> str:
        """The access token, for a header."""
        return self.pair.access.reveal()

    @property
    def unsaved(self) -> HHError | None:
        """Why the token in use is in memory alone; None while it is on the disk."""
        return self._writer.error

    def save_again(self) -> None:
        """Try to write down what the disk did not take, beside everything else."""
        if self._writer.pair is not None and (self._saving is None or self._saving.done()):
            self._saving = asyncio.create_task(self._writer.try_again())
            self._saving.add_done_callback(_noticed)

    async def renew(self, refused: str) -> None:
        """See to it that `access` is another token than the refused one.

        Raises NotAuthorized by its subclasses, NotLoggedIn, StoreBusy, or what keeps hh.ru from answering.
        """
        if self.access != refused:
            return
        if self._renewal is None or self._renewal.done():
            self._renewal = asyncio.create_task(self._renew(refused))
            self._renewal.add_done_callback(_noticed)
        await asyncio.shield(self._renewal)

    def replaced(self, refused: str) -> bool:
        """Whether the profile has another token than the refused one by now: of a new login, say."""
        try:
            self.pair = self._kept()
        except HHError:
            return False
        return self.access != refused

    async def aclose(self) -> None:
        """Wait for a renewal under way: its answer is the only one there will be. Then write it at last."""
        under_way = [one for one in (self._renewal, self._saving) if one is not None]
        await asyncio.gather(*under_way, return_exceptions=True)
        await self._writer.close()

    async def _renew(self, refused: str) -> None:
        async with self._writer.alone():
            unread: KeyringError | None = None
            try:
                pair = await asyncio.to_thread(self._kept)
            except KeyringError as error:
                # What this instance holds is most likely still the newest pair.
                pair, unread = self.pair, error
            if pair.access.reveal() == refused:
                pair = await self._refreshed(pair, unread)
                try:
                    await self._writer.write(pair)
                finally:
                    self.pair = pair
            self.pair = pair

    async def _refreshed(self, pair: TokenPair, unread: KeyringError | None) -> TokenPair:
        """The next pair; what hh.ru has refused for good is not asked for again.

        Where the keyring was `unread`, another instance may have spent the pair: that is the keyring's fault.
        """
        refresh = pair.refresh.reveal()
        if self._hopeless is not None and self._hopeless[0] == refresh:
            raise self._hopeless[1]
        try:
            return await self._endpoint.refresh(pair)
        except NotAuthorized as error:
            if unread is not None:
                raise unread from error
            if not error.repeatable:
                self._hopeless = (refresh, error)
            raise

    def _kept(self) -> TokenPair:
        if self._writer.pair is not None:
            return self._writer.pair
        pair = self._store.load(self._profile)
        if pair is None or pair.origin != str(self._endpoint.origin.base):
            raise NotLoggedIn(profile=self._profile)
        return pair


def _noticed(renewal: asyncio.Task[None]) -> None:
    """Whoever waits hears of a failure; when nobody waits any more, asyncio need not complain."""
    if not renewal.cancelled():
        renewal.exception()


class TokenAuth(httpx.Auth):
    """Signs requests to the configured origin; a request to any other one raises ForeignOrigin unsent.

    A file that is sent may also go to another host of hh.ru, which wants the token as well.

    A ready token is used as it is. A stored one is renewed when hh.ru says that it has expired, and the
    request goes out once more: the first time it was not carried out.
    """

    def __init__(self, token: str | StoredToken, origin: Origin) -> None:
        self._token = token
        self._origin = origin

    def __repr__(self) -> str:
        return f"TokenAuth(origin={self._origin.host!r})"

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Add the header, after a last look at where the request goes."""
        self._sign(request)
        yield request

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Add the header; once more with a new token where the old one has expired."""
        if isinstance(self._token, StoredToken):
            self._token.save_again()
        used = self._sign(request)
        response = yield request
        if not isinstance(self._token, StoredToken) or response.status_code not in (401, 403):
            return
        await response.aread()
        trouble = token_trouble(response)
        if trouble is TokenExpired:
            await self._token.renew(used)
        elif trouble is None or not await asyncio.to_thread(self._token.replaced, used):
            return
        self._sign(request)
        yield request

    def _sign(self, request: httpx.Request) -> str:
        takes = self._origin.takes_files if request.extensions.get(UPLOAD) else self._origin.owns
        if not takes(request.url):
            raise ForeignOrigin(host=request.url.host)
        token = self._token if isinstance(self._token, str) else self._token.access
        request.headers["Authorization"] = f"Bearer {token}"
        return token
