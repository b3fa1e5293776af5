"""`hh-tui login` and `hh-tui logout`, from the first question to the last word."""

import asyncio

from hh_tui.api.client import HHClient
from hh_tui.api.models.account import Account
from hh_tui.cli.connect import ApiAccess
from hh_tui.cli.login.application import application_of
from hh_tui.cli.login.console import Console
from hh_tui.cli.login.listener import RedirectListener, can_listen
from hh_tui.cli.login.login_attempt import LoginAttempt
from hh_tui.cli.login.revoking import RevokeOutcome, revoked, second_places
from hh_tui.errors import KeyringError, NotEmployer, NotLoggedIn, NotRedirect, WrongState
from hh_tui.i18n import Catalogue
from hh_tui.tokens.pair import TokenPair
from hh_tui.tokens.store import FoundToken
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.places import place_name


async def log_in(access: ApiAccess, tr: Catalogue, console: Console, *, paste: bool = False) -> None:
    """Get a token for the profile and keep it.

    With `paste`, or where the redirect address is not on this machine, the person pastes the address that the
    browser was led to. Raises HHError; nothing is stored then, and what hh.ru gave is revoked.
    """
    profile = access.settings.profile
    try:
        # Whatever is wrong with the files is said before hh.ru gives a token.
        await asyncio.to_thread(access.store.record, profile)
        attempt = LoginAttempt(application_of(access.settings.login, tr, console))
        page = attempt.page(access.settings.login.auth_url)
        if paste or not can_listen(attempt.application.redirect_uri):
            console.say(tr("login.open", page=page))
            code = _pasted(attempt, tr, console)
        else:
            code = await _from_browser(attempt, page, tr, console)
        pair = await access.endpoint().exchange(attempt.application, code, attempt.verifier)
        try:
            account = await _employer(access, tr, pair)
            async with access.store.lock(profile):
                troubles = await asyncio.to_thread(access.store.establish, profile, pair)
        except BaseException:
            await revoked(access, tr, pair)
            raise
        employer = account.employer.name if account.employer else ""
        console.say(tr("login.done", name=account.name or "—", employer=employer or "—", profile=profile))
        for trouble in troubles:
            if not trouble.is_absent:
                console.say(tr("login.not-kept", why=explain(tr, trouble).what))
        console.say(tr("login.kept", place=place_name(tr, access.store.home(profile))))
        async with access.store.lock(profile):
            for outcome, place in await second_places(access, tr, pair):
                console.say(tr(f"second.{outcome}", place=place))
    finally:
        await access.transport.aclose()


async def log_out(access: ApiAccess, tr: Catalogue, console: Console) -> bool:
    """Revoke every token of the profile that can be reached, and forget it.

    False when something could not be revoked or forgotten, which is told. Raises NotLoggedIn, UnsafeFile,
    UnusableFile, and KeyringUnreachable where a keyring has to be looked into that none may touch.
    """
    profile, store = access.settings.profile, access.store
    try:
        async with store.lock(profile):
            origin, record = str(access.origin.base), store.record(profile)
            found = [
                place
                for place in await asyncio.to_thread(store.everywhere, profile)
                if (place.pair.origin if place.pair else record.origin or origin) == origin
            ]
            if not found:
                raise NotLoggedIn(profile=profile)
            for place in found:
                if place.error is not None and place.error.is_ruled_out:
                    raise place.error
            outcomes = [await _ended(access, tr, console, place) for place in found]
            return all(outcomes)
    finally:
        await access.transport.aclose()


async def _ended(access: ApiAccess, tr: Catalogue, console: Console, place: FoundToken) -> bool:
    """Revoke and forget the token in one place, and say how it went."""
    names = {"profile": access.settings.profile, "place": place_name(tr, place)}
    if place.pair is None:
        outcome = RevokeOutcome.UNREACHABLE
    else:
        outcome = await revoked(access, tr, place.pair)
    try:
        await asyncio.to_thread(access.store.discard, access.settings.profile, place)
        forgotten = True
    except KeyringError:
        forgotten = False
    if place.error is not None:
        console.say(tr("logout.unreachable", why=explain(tr, place.error).what, **names))
        return False
    console.say(tr(f"logout.{outcome}", **names))
    if not forgotten:
        console.say(tr("logout.not-removed", **names))
    return forgotten and outcome is not RevokeOutcome.NOT_REVOKED


def _pasted(attempt: LoginAttempt, tr: Catalogue, console: Console) -> str:
    """The code in the address that is pasted; at a keyboard another address can follow a wrong one."""
    question = tr("login.paste")
    while True:
        try:
            return attempt.code_in(console.ask(question))
        except EOFError:
            raise NotRedirect(redirect=attempt.application.redirect_uri) from None
        except (NotRedirect, WrongState) as error:
            if not console.is_interactive:
                raise
            question = f"{explain(tr, error).what}\n{tr('login.paste')}"


async def _from_browser(attempt: LoginAttempt, page: str, tr: Catalogue, console: Console) -> str:
    """The code that the browser brings to the redirect address."""
    listener = RedirectListener(
        attempt.application.redirect_uri,
        attempt.code_in,
        accepted=tr("login.page"),
        rejected=tr("login.page.rejected"),
    )
    async with listener.open():
        console.say(tr("login.opening", page=page))
        console.browse(page)
        return await listener.code()


async def _employer(access: ApiAccess, tr: Catalogue, pair: TokenPair) -> Account:
    """Whose token it is. Raises NotEmployer where it is no employer's."""
    connection = access.connection(tr.language, pair.access.reveal())
    account = await HHClient(connection).account.me()
    if not account.is_employer:
        raise NotEmployer()
    return account
