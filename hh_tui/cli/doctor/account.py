"""The working account: which one is in use, and whether hh.ru lets one work with it."""

from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.cli.doctor.check import Check, CheckState, failed
from hh_tui.errors import AccountUnavailable, ConfigError, HHError
from hh_tui.i18n import Catalogue
from hh_tui.keys.keymap import Keymap
from hh_tui.settings.config import Settings
from hh_tui.settings.locations import store_folder
from hh_tui.store.survey import survey
from hh_tui.ui.presenters.errors import explain


async def working_account(settings: Settings, connection: Connection, tr: Catalogue) -> Check:
    """The account that the inbox opens with: the one chosen there last, else the primary one.

    Sources: get-manager-accounts; get-current-user-info as the chosen account.
    """
    try:
        accounts = await HHClient(connection).account.manager_accounts()
    except HHError as error:
        return failed(tr, "account", error)
    chosen = _chosen(settings)
    used = chosen or accounts.current_account_id
    current = next((one for one in accounts.items if one.id == used), None)
    name = current.employer.name if current and current.employer else chosen or "—"
    said = tr("doctor.account.said", name=name, n=len(accounts.items))
    choose = tr("doctor.account.choose", key=_key(settings))
    if chosen is not None and chosen != accounts.primary_account_id:
        try:
            await connection.body("/me", account_id=chosen)
        except AccountUnavailable as error:
            return Check("account", CheckState.FAIL, f"{said}. {explain(tr, error).what}", choose)
        except HHError as error:
            return failed(tr, "account", error)
    elif accounts.is_primary_account_blocked:
        others = any(one.id != accounts.primary_account_id for one in accounts.items)
        hint = choose if others else tr("doctor.account.ask")
        return Check("account", CheckState.FAIL, f"{said}. {tr('doctor.account.blocked')}", hint)
    return Check("account", CheckState.OK if current or chosen else CheckState.SKIP, said)


def _chosen(settings: Settings) -> str | None:
    """The account that the program was left in; None for the primary one, or where that is not kept."""
    if not settings.cache:
        return None
    try:
        return survey(store_folder(settings.profile, settings.api_url)).manager_account
    except (HHError, OSError):
        return None


def _key(settings: Settings) -> str:
    """The key that chooses an account in the inbox, as the settings write it."""
    try:
        return Keymap(settings.keys).first("account")
    except ConfigError:
        return Keymap().first("account")
