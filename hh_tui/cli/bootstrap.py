"""Starting the inbox: from settings to a program that runs, with as little as possible read in before.

What a start does not need before something stands on the screen is imported where it is needed: HTTP, the
stand-in, Textual.
"""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hh_tui.i18n import Catalogue
from hh_tui.settings.config import Settings
from hh_tui.settings.locations import store_folder, tokens_folder
from hh_tui.startup.last_screen import LastScreen, load, shown_while
from hh_tui.system.local_zone import local_zone
from hh_tui.system.structs import replace
from hh_tui.tokens.ready import ready_token

if TYPE_CHECKING:
    from hh_tui.api.client import HHClient
    from hh_tui.api.connection import Connection
    from hh_tui.errors import HHError
    from hh_tui.store.store import Store
    from hh_tui.ui.app import HHApp
    from hh_tui.worker.session import Profiles


def started(settings: Settings, tr: Catalogue, demo: str | None, *, tour: bool = False) -> "HHApp":
    """The inbox on the stand-in or on the configured API, ready to run; meanwhile the last screen is seen.

    With `tour` it begins with that.

    Raises NotLoggedIn, ConfigError and what keeps the token from being read; the terminal is as before then.
    """
    with shown_while(lambda size: _last_screen(settings, tr, demo, size)) as picture:
        app = _app(settings, tr, demo, tour=tour)
    app.typed_ahead.picture = picture
    return app


def _last_screen(
    settings: Settings, tr: Catalogue, demo: str | None, size: os.terminal_size
) -> tuple[LastScreen | None, str]:
    """How the screen looked when the program was left, and what is said below it."""
    now, last_screen = datetime.now(UTC), None
    if demo is None and settings.cache:
        last_screen = load(store_folder(settings.profile, settings.api_url), size, now, settings.keep_days)
    if last_screen is None:
        return None, tr("last-screen.opening")
    zone = local_zone(settings.zone)
    at = last_screen.at.astimezone(zone)
    same_day = at.date() == now.astimezone(zone).date()
    return last_screen, tr("last-screen.as-of", at=at.strftime("%H:%M" if same_day else "%d.%m %H:%M"))


def _app(settings: Settings, tr: Catalogue, demo: str | None, *, tour: bool) -> "HHApp":
    """The program, ready to run. Raises NotLoggedIn and any other HHError of getting ready."""
    from hh_tui.store.store import Store
    from hh_tui.ui.app import HHApp
    from hh_tui.ui.terminal.multiplexer import Surroundings
    from hh_tui.worker.session import ApiWorker

    profiles = None if demo is not None or ready_token() else _profiles(settings, tr)
    worker = ApiWorker(
        _connecting(settings, tr, demo),
        threads=settings.threads,
        profiles=profiles,
        profile=settings.profile,
    )

    def stores(profile: str) -> Store:
        return opened_store(replace(settings, profile=profile), demo)

    surroundings = Surroundings.of(os.environ)
    return HHApp(
        worker,
        settings,
        tr,
        store=stores(settings.profile),
        stores=stores,
        surroundings=surroundings,
        demo=demo is not None,
        tour=tour,
    )


async def plain_inbox(settings: Settings, tr: Catalogue, demo: str | None) -> "HHError | None":
    """The inbox in lines, from its beginning to its end; the error that ended it, if one did.

    Raises NotLoggedIn and any other HHError of getting ready.
    """
    from hh_tui.hooks.runner import HookRunner
    from hh_tui.plain.inbox import PlainInbox
    from hh_tui.plain.line_terminal import StandardTerminal
    from hh_tui.worker.session import ApiWorker

    worker = ApiWorker(_connecting(settings, tr, demo), threads=settings.threads)
    inbox = PlainInbox(
        StandardTerminal(tr),
        worker,
        settings,
        tr,
        opened_store(settings, demo),
        zone=local_zone(settings.zone),
        clock=lambda: datetime.now(UTC),
        steady=time.monotonic,
        before_send=HookRunner(settings.hooks).before_send if settings.hooks.before_send else None,
    )
    return await inbox.run()


def _connecting(settings: Settings, tr: Catalogue, demo: str | None) -> Callable[[], "HHClient"]:
    """How to get a client: HTTP is not read in before something stands on the screen.

    Raises NotLoggedIn, KeyringError, UnsafeFile or UnusableFile where there is no token to be had, so that
    this is said at once.
    """
    if demo is None and not ready_token():
        from hh_tui.keyrings import system_keyrings
        from hh_tui.tokens.store import TokenStore

        pair = TokenStore(tokens_folder(), system_keyrings()).load(settings.profile)
        if pair is None or pair.origin != settings.api_url:
            account(settings, tr)

    def connect() -> "HHClient":
        from hh_tui.api.client import HHClient

        return HHClient(connection(settings, tr, demo))

    return connect


def connection(settings: Settings, tr: Catalogue, demo: str | None) -> "Connection":
    """A connection to the stand-in, or with the person's own token. Raises NotLoggedIn without one."""
    return _demo(settings, tr, demo) if demo is not None else account(settings, tr)


def _demo(settings: Settings, tr: Catalogue, size: str) -> "Connection":
    """A connection to the stand-in, in this very process."""
    import httpx

    from hh_tui.api.connection import Connection
    from hh_tui.api.origin import Origin
    from hh_tui.demo import TOKEN, StandIn

    transport = httpx.MockTransport(StandIn(size=size, alive=True).handle)
    return Connection(
        Origin(),
        TOKEN,
        contact=settings.contact,
        language=tr.language,
        site=settings.site,
        transport=transport,
    )


def _profiles(settings: Settings, tr: Catalogue) -> "Profiles":
    """All logins on this machine, and how to go on with another."""
    from hh_tui.keyrings import system_keyrings
    from hh_tui.tokens.store import TokenStore
    from hh_tui.worker.session import Profiles

    def connect(name: str) -> "HHClient":
        from hh_tui.api.client import HHClient
        from hh_tui.cli.connect import ApiAccess

        other = replace(settings, profile=name)
        return HHClient(ApiAccess.of(other).connection(tr.language))

    return Profiles(settings.profile, TokenStore(tokens_folder(), system_keyrings()).profiles, connect)


def account(settings: Settings, tr: Catalogue) -> "Connection":
    """A connection with the person's own token. Raises NotLoggedIn where there is none."""
    from hh_tui.cli.connect import ApiAccess

    return ApiAccess.of(settings).connection(tr.language)


def opened_store(settings: Settings, demo: str | None) -> "Store":
    """Where decisions and what was read are kept: on disk, or in memory for the demo and who wants it so."""
    from hh_tui.store.store import Store

    def now() -> datetime:
        return datetime.now(UTC)

    if demo is not None or not settings.cache:
        return Store.in_memory(now)
    folder = store_folder(settings.profile, settings.api_url)
    return Store.open(folder, keep_days=settings.keep_days, clock=now)
