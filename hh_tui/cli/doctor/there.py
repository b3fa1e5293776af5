"""What only hh.ru can tell: connection, clock, token, role, working account, paid access, budget."""

from datetime import datetime
from typing import Final

from hh_tui.api.account import AccountResource
from hh_tui.api.auth import StoredToken
from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.models.account import Account
from hh_tui.api.probe import probe
from hh_tui.cli.connect import ApiAccess
from hh_tui.cli.doctor.account import working_account
from hh_tui.cli.doctor.check import Check, CheckState, failed
from hh_tui.cli.login.revoking import RevokeOutcome, second_places
from hh_tui.errors import AccountUnavailable, HHError, NetworkError, NotAuthorized, NotEmployer, NotLoggedIn
from hh_tui.i18n import Catalogue
from hh_tui.keyrings.names import label
from hh_tui.system.local_zone import local_zone
from hh_tui.ui.presenters.places import place_name

DRIFT: Final = 60
"""Seconds between two clocks that nobody needs to mind."""

RESPONSES: Final = "1"
"""The group of methods that an inbox is made of: resumes, responses, letters."""

OF_THE_PERSON: Final = ("role", "account", "access", "budget")


async def all_there(access: ApiAccess, tr: Catalogue, now: datetime) -> list[Check]:
    """Everything, as far as the one before allows the next."""
    try:
        checks = await _connection(access, tr, now)
        online = checks[0].state is CheckState.OK
        try:
            token = access.token()
        except HHError as error:
            checks.append(failed(tr, "token", error, needed=True))
            if online and isinstance(error, NotLoggedIn):
                checks += await _second_places(access, tr, None)
            return [*checks, *_skipped(tr, OF_THE_PERSON)]
        connection = access.connection(tr.language, token)
        if online and isinstance(token, StoredToken):
            checks += await _second_places(access, tr, token)
        if not online:
            return [*checks, _token(access, tr, token), *_skipped(tr, OF_THE_PERSON)]
        try:
            account = await HHClient(connection).account.me()
        except NotAuthorized as error:
            return [*checks, failed(tr, "token", error, needed=True), *_skipped(tr, OF_THE_PERSON)]
        except HHError as error:
            role = failed(tr, "role", error, needed=True)
            checks += [_token(access, tr, token), role]
            if isinstance(error, AccountUnavailable):
                working = await working_account(access.settings, connection, tr)
                return [*checks, working, *_skipped(tr, OF_THE_PERSON[2:])]
            return [*checks, *_skipped(tr, OF_THE_PERSON[1:])]
        checks += [_token(access, tr, token), _role(tr, account)]
        if not account.is_employer:
            return [*checks, *_skipped(tr, OF_THE_PERSON[1:])]
        working = await working_account(access.settings, connection, tr)
        return [*checks, working, *await _rights(connection, tr, account)]
    finally:
        await access.transport.aclose()


async def _connection(access: ApiAccess, tr: Catalogue, now: datetime) -> list[Check]:
    try:
        heard = await probe(access.origin, access.transport, access.settings.contact)
    except NetworkError as error:
        return [failed(tr, "connection", error, needed=True), *_skipped(tr, ("clock",))]
    said = tr("doctor.connection.said", host=access.origin.host, ms=heard.milliseconds)
    checks = [Check("connection", CheckState.OK, said)]
    if heard.date is None:
        return [*checks, *_skipped(tr, ("clock",))]
    drift = round(abs((now - heard.date).total_seconds()))
    good = drift <= DRIFT
    said = tr("doctor.clock.said", seconds=drift)
    hint = "" if good else tr("doctor.clock.hint")
    return [*checks, Check("clock", CheckState.OK if good else CheckState.FAIL, said, hint)]


def _token(access: ApiAccess, tr: Catalogue, token: str | StoredToken) -> Check:
    if not isinstance(token, StoredToken):
        return Check("token", CheckState.OK, tr("doctor.token.ready"), needed=True)
    if token.unsaved is not None:
        return failed(tr, "token", token.unsaved, needed=True)
    day = token.pair.expires_at.astimezone(local_zone(access.settings.zone)).strftime("%Y-%m-%d %H:%M")
    profile, store = access.settings.profile, access.store
    said = tr("doctor.token.said", profile=profile, place=place_name(tr, store.home(profile)), day=day)
    moved = store.record(profile).moved_from
    hint = tr("doctor.token.moved", ring=label(moved)) if moved else ""
    return Check("token", CheckState.OK, said, hint, needed=True)


async def _second_places(access: ApiAccess, tr: Catalogue, token: StoredToken | None) -> list[Check]:
    """Tokens of the profile that are kept beside the one in use: revoked and removed where that can be."""
    try:
        async with access.store.lock(access.settings.profile):
            outcomes = await second_places(access, tr, token.pair if token else None)
    except HHError as error:
        return [failed(tr, "second", error)]
    gone = (RevokeOutcome.DONE, RevokeOutcome.WAS_DEAD)
    return [
        Check(
            "second",
            CheckState.OK if outcome in gone else CheckState.FAIL,
            tr(f"second.{outcome}", place=place),
            "" if outcome in gone else tr("second.hint"),
        )
        for outcome, place in outcomes
    ]


def _role(tr: Catalogue, account: Account) -> Check:
    if not account.is_employer:
        return failed(tr, "role", NotEmployer(), needed=True)
    employer = account.employer.name if account.employer else "—"
    return Check(
        "role",
        CheckState.OK,
        tr("doctor.role.said", name=account.name or "—", employer=employer),
        needed=True,
    )


async def _rights(connection: Connection, tr: Catalogue, account: Account) -> list[Check]:
    if account.employer is None or account.manager is None:
        return _skipped(tr, OF_THE_PERSON[2:])
    checks: list[Check] = []
    resource, ids = HHClient(connection).account, (account.employer.id, account.manager.id)
    try:
        groups = (await resource.method_access(*ids)).items
    except HHError as error:
        checks.append(failed(tr, "access", error))
    else:
        checks += [
            Check(
                f"access.{group.id}",
                CheckState.OK if group.is_open else CheckState.FAIL,
                group.description or group.id,
                "" if group.is_open else tr("doctor.access.hint"),
                needed=group.id == RESPONSES,
            )
            for group in groups
        ]
    return [*checks, await _budget(resource, tr, ids)]


async def _budget(resource: AccountResource, tr: Catalogue, ids: tuple[str, str]) -> Check:
    try:
        limits = await resource.resume_limits(*ids)
    except HHError as error:
        return failed(tr, "budget", error)
    if limits.left is None or limits.limits is None:
        return _skipped(tr, ("budget",))[0]
    left, whole = (max(0, int(one.resume_view_from_api or 0)) for one in (limits.left, limits.limits))
    said = tr("doctor.budget.said", left=left, whole=whole)
    return Check(
        "budget", CheckState.OK if left else CheckState.FAIL, said, "" if left else tr("doctor.budget.hint")
    )


def _skipped(tr: Catalogue, ids: tuple[str, ...]) -> list[Check]:
    return [Check(check_id, CheckState.SKIP, tr("doctor.unknown")) for check_id in ids]
