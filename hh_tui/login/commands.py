"""`hh-tui login` and `hh-tui logout`, from the first question to the last word."""

from contextlib import suppress

from pydantic import SecretStr

from hh_tui.access import Access
from hh_tui.api.client import HHClient
from hh_tui.api.models.account import Account
from hh_tui.api.oauth import Application
from hh_tui.config import Login
from hh_tui.errors import ConfigError, HHError, NotAuthorized, NotEmployer
from hh_tui.locale import Catalogue
from hh_tui.login.attempt import Attempt
from hh_tui.login.console import Console
from hh_tui.login.listener import Listener, can_listen
from hh_tui.tokens import TokenPair


async def log_in(access: Access, tr: Catalogue, console: Console, *, paste: bool = False) -> None:
    """Get a token for the profile and keep it.

    With `paste`, or where the redirect address is not on this machine, the person pastes the address that the
    browser was led to. Raises HHError; nothing is stored then.
    """
    profile = access.settings.profile
    try:
        attempt = Attempt(_application(access.settings.login, tr, console))
        page = attempt.page(access.settings.login.auth_url)
        if paste or not can_listen(attempt.application.redirect_uri):
            console.say(tr("login.open", page=page))
            code = attempt.code_in(console.ask(tr("login.paste")))
        else:
            code = await _from_browser(attempt, page, tr, console)
        pair = await access.endpoint().exchange(attempt.application, code, attempt.verifier)
        account = await _employer(access, tr, pair)
        async with access.store.lock(profile):
            access.store.save(profile, pair)
    finally:
        await access.transport.aclose()
    employer = account.employer.name if account.employer else ""
    console.say(tr("login.done", name=account.name or "—", employer=employer or "—", profile=profile))
    console.say(tr("login.kept", place=access.store.place))


async def log_out(access: Access, tr: Catalogue, console: Console) -> bool:
    """Revoke the profile's token and forget it. False when it could not be revoked, but is forgotten.

    Raises NotLoggedIn, UnsafeFile or UnusableFile.
    """
    profile = access.settings.profile
    connection = access.connection(tr.language, access.stored())
    revoked = True
    try:
        await connection.write("DELETE", "/token", [])
        console.say(tr("logout.done", profile=profile))
    except NotAuthorized:
        console.say(tr("logout.was-dead", profile=profile))
    except HHError:
        revoked = False
        console.say(tr("logout.not-revoked", profile=profile))
    finally:
        await connection.aclose()
        access.store.remove(profile)
    return revoked


def _application(settings: Login, tr: Catalogue, console: Console) -> Application:
    """From the settings, and from the person what is missing there."""
    client_id = settings.client_id or console.ask(tr("login.client-id"))
    secret = settings.client_secret.get_secret_value()
    if not secret:
        secret = console.ask_secret(tr("login.client-secret")).get_secret_value()
    redirect = settings.redirect_uri or console.ask(tr("login.redirect-uri"))
    for name, value in (("client_id", client_id), ("client_secret", secret), ("redirect_uri", redirect)):
        if not value:
            raise ConfigError(where=f"login.{name}", what=tr("login.empty"))
    return Application(client_id=client_id, client_secret=SecretStr(secret), redirect_uri=redirect)


async def _from_browser(attempt: Attempt, page: str, tr: Catalogue, console: Console) -> str:
    """The code that the browser brings to the redirect address."""
    listener = Listener(
        attempt.application.redirect_uri,
        attempt.code_in,
        accepted=tr("login.page"),
        rejected=tr("login.page.rejected"),
    )
    async with listener.open():
        console.say(tr("login.opening", page=page))
        console.browse(page)
        return await listener.code()


async def _employer(access: Access, tr: Catalogue, pair: TokenPair) -> Account:
    """Whose token it is. One that is no employer's is given back: raises NotEmployer then."""
    connection = access.connection(tr.language, pair.access.get_secret_value())
    account = await HHClient(connection).me()
    if not account.is_employer:
        with suppress(HHError):
            await connection.write("DELETE", "/token", [])
        raise NotEmployer()
    return account
